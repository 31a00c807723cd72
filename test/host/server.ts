// Starts one VS Code server on a free local port with data folders of its own, and ends it with all its children.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { languagePackFiles } from './languagePack';
import { ensureServerBuild } from './serverBuild';

/** What a server is started with. */
export interface ServerOptions {
  /** The project's folder; .vscode-test/ lies in it. */
  readonly root: string;
  /** User settings on top of the quiet profile below. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Display language, `en` when left out. */
  readonly locale?: string;
  readonly log?: (line: string) => void;
}

/** A running server. */
export interface Server {
  /** `127.0.0.1:PORT` */
  readonly authority: string;
  /** What the server printed so far. */
  readonly output: () => string;
  readonly close: () => Promise<void>;
}

/** Settings of the test profile: nothing calls home, nothing pops up, nothing fills the picture. */
const QUIET: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.showReleaseNotes': false,
  'security.workspace.trust.enabled': false,
  'window.commandCenter': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'editor.accessibilitySupport': 'off',
  'files.simpleDialog.enable': true,
};

/** Starts a server and waits until it listens. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const build = await ensureServerBuild(options.root, options.log);
  const home = await mkdtemp(join(tmpdir(), 'kube-upgrade-vscode-'));
  const data = { server: join(home, 'server'), extensions: join(home, 'extensions'), user: join(home, 'user') };
  await mkdir(join(data.user, 'User'), { recursive: true });
  await mkdir(data.extensions, { recursive: true });
  await writeFile(join(data.user, 'User', 'settings.json'), JSON.stringify({ ...QUIET, ...options.settings }, null, 2));
  const locale = options.locale ?? 'en';
  for (const [path, text] of Object.entries(languagePackFiles(locale, data.extensions))) {
    const file = join(data.user, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
  }
  const shared = [
    '--server-data-dir',
    data.server,
    '--extensions-dir',
    data.extensions,
    '--user-data-dir',
    data.user,
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
  ];
  const child = spawn(
    build.node,
    [
      build.main,
      ...shared,
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      '--enable-smoke-test-driver',
      '--locale',
      locale,
    ],
    // A group of its own: extension hosts and file watchers are its children and must end with it.
    { env: environment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const stop = () => killGroup(child);
  process.once('exit', stop);
  const close = async () => {
    process.off('exit', stop);
    const ended = new Promise(resolve => child.once('exit', resolve));
    if (child.exitCode === null && child.signalCode === null) {
      stop();
      await ended;
    }
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {});
  };
  const output: string[] = [];
  try {
    const port = await listening(child, output);
    return { authority: `127.0.0.1:${port}`, output: () => output.join(''), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a server has after installing a package. */
export interface Installed {
  /** `publisher.name@version` of each extension. */
  readonly listed: readonly string[];
  /** Every file in the extensions folder, relative to its extension. */
  readonly files: readonly string[];
}

/** Installs a package into a server of its own that is gone afterwards. */
export async function installAndList(root: string, vsix: string): Promise<Installed> {
  const build = await ensureServerBuild(root);
  const home = await mkdtemp(join(tmpdir(), 'kube-upgrade-install-'));
  try {
    const extensions = join(home, 'extensions');
    const shared = [
      build.main,
      '--server-data-dir',
      home,
      '--extensions-dir',
      extensions,
      '--accept-server-license-terms',
    ];
    const run = promisify(execFile);
    await run(build.node, [...shared, '--install-extension', vsix], { env: environment() });
    const { stdout } = await run(build.node, [...shared, '--list-extensions', '--show-versions'], {
      env: environment(),
    });
    const files = (await readdir(extensions, { recursive: true })).map(path => path.split('/').slice(1).join('/'));
    return { listed: stdout.split(/\r?\n/).filter(line => /^[\w.-]+@\d/.test(line)), files };
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The tests must not inherit the window they were started from. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_TEST_CONTEXT$)/.test(key)),
  );
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended on its own.
  }
}

function listening(child: ChildProcess, output: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the VS Code server did not start: ${why}\n${output.join('')}`));
    const timer = setTimeout(() => fail('no port after 60 seconds'), 60_000);
    const read = (chunk: Buffer) => {
      output.push(chunk.toString());
      const port = /listening on (\d+)/.exec(output.join(''))?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', code => {
      clearTimeout(timer);
      fail(`it exited with ${code}`);
    });
  });
}
