// Puts a real VS Code server, and the Node it wants, into the ignored folder .vscode-test/, keyed by version.
// Both come from npm, so this works where the desktop build cannot be downloaded.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const NODE_VERSION = '24.21.0';
const SERVER_VERSION = '4.139.1';

/** The programs that make up a VS Code server. */
export interface ServerBuild {
  readonly node: string;
  /** Full path of server-main.js. */
  readonly main: string;
}

/** Why no server can run on this machine, or undefined when one can. */
export function serverUnsupported(): string | undefined {
  const supported = process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64');
  return supported
    ? undefined
    : `the VS Code server host runs on Linux (x64, arm64), this is ${process.platform} ${process.arch}`;
}

/** Downloads what is missing (about 50 MB, once) and answers where it lies. */
export async function ensureServerBuild(root: string, log: (line: string) => void = () => {}): Promise<ServerBuild> {
  const cache = join(root, '.vscode-test');
  await mkdir(cache, { recursive: true });
  const nodeHome = join(cache, `node-${NODE_VERSION}`);
  const name = `node-linux-${process.arch}`;
  await once(nodeHome, log, `Node ${NODE_VERSION}`, async folder => {
    await npm(['install', '--prefix', folder, '--ignore-scripts', '--no-save', `${name}@${NODE_VERSION}`], folder);
  });
  const node = join(nodeHome, 'node_modules', name, 'bin', 'node');
  const serverHome = join(cache, `server-${SERVER_VERSION}`);
  await once(serverHome, log, `VS Code server ${SERVER_VERSION}`, async folder => {
    const { stdout } = await npm(
      ['pack', `code-server@${SERVER_VERSION}`, '--silent', '--pack-destination', folder],
      folder,
    );
    const archive = join(folder, stdout.trim().split('\n').at(-1) ?? '');
    await run('tar', ['-xzf', archive, '-C', folder]);
    await rm(archive);
    const inner = join(folder, 'package', 'lib', 'vscode');
    await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], inner, dirname(node));
  });
  return { node, main: join(serverHome, 'package', 'lib', 'vscode', 'out', 'server-main.js') };
}

/** Fills a folder completely or not at all, so that an interrupted download is never taken for a good one. */
async function once(
  folder: string,
  log: (line: string) => void,
  what: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  if (existsSync(join(folder, '.complete'))) return;
  log(`downloading ${what}`);
  const temporary = await mkdtemp(`${folder}-part-`);
  try {
    await fill(temporary);
    await writeFile(join(temporary, '.complete'), '');
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder).catch(async () => {
      // Somebody else finished first; theirs is as good.
      if (!existsSync(join(folder, '.complete'))) await cp(temporary, folder, { recursive: true });
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function npm(args: readonly string[], cwd: string, firstOnPath?: string): Promise<{ stdout: string }> {
  const PATH = [firstOnPath, process.env['PATH']].filter(Boolean).join(delimiter);
  // Settings of an outer `npm test` (prefix, dry run, workspaces…) must not leak into this install.
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/^npm_(config_(local_prefix|prefix|global_prefix|workspace|dry_run|omit)|package|lifecycle)/i.test(key),
  );
  return run('npm', [...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), PATH },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 600_000,
  });
}
