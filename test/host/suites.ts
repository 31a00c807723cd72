// Finds the integration suites and runs each in the VS Code server: in the Node extension host, and its
// *.web.test.ts files in the web worker host as well.
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { decodeResult, type TestResult } from './results';
import { startServer } from './server';
import { kindSettings, workbenchUrl } from './workbench';

/** The two extension hosts of VS Code. */
export type HostKind = 'node' | 'web';

/** One folder below test/integration. */
export interface Suite {
  readonly name: string;
  /** Where its compiled tests lie. */
  readonly compiled: string;
  /** Its `workspace/` folder, when it has one. */
  readonly workspace: string | undefined;
  readonly kinds: readonly HostKind[];
}

/** No suite may hang the run. */
const LIMIT = 5 * 60_000;

/** What every server prints without its two native add-ons and without a network; it would hide what matters. */
const NOISE = /spdlog|watchdog|ServiceWorker|^(Creating a socket|Resolv|\[AgentHost|\[AccountPolicy)/;

/** All suites with at least one test file, by name. */
export function findSuites(root: string): readonly Suite[] {
  const folder = join(root, 'test', 'integration');
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => {
      const files = readdirSync(join(folder, entry.name)).filter(name => name.endsWith('.test.ts'));
      const kinds: HostKind[] =
        files.length === 0 ? [] : files.some(name => name.endsWith('.web.test.ts')) ? ['node', 'web'] : ['node'];
      const workspace = join(folder, entry.name, 'workspace');
      const compiled = join(root, 'out', 'test', 'integration', entry.name);
      return { name: entry.name, compiled, workspace: existsSync(workspace) ? workspace : undefined, kinds };
    })
    .filter(suite => suite.kinds.length > 0);
}

/** The module VS Code loads as the suite in the Node host; written beside the compiled tests. */
export async function nodeEntry(suite: Suite): Promise<string> {
  const path = join(suite.compiled, 'host.js');
  await mkdir(suite.compiled, { recursive: true });
  await writeFile(path, `// Written by the suite runner.\nexports.run = () => require('../index').run(__dirname);\n`);
  return path;
}

/** A copy of the suite's workspace (or an empty folder), so that tests may write; `dispose` removes it. */
export async function workspaceCopy(
  suite: Suite,
): Promise<{ readonly path: string; readonly dispose: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'kube-upgrade-suite-'));
  const path = join(home, 'workspace');
  if (suite.workspace) await cp(suite.workspace, path, { recursive: true });
  else await mkdir(path);
  return { path, dispose: () => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** Runs one suite in one host of the VS Code server. Never throws: what goes wrong is a failed result. */
export async function runInServer(
  root: string,
  suite: Suite,
  kind: HostKind,
  log: (line: string) => void,
): Promise<readonly TestResult[]> {
  const label = `integration/${suite.name} (${kind === 'web' ? 'web worker' : 'node'} host)`;
  const results: TestResult[] = [];
  const lines: string[] = [];
  const failed = (title: string, why: string): TestResult => ({
    suite: label,
    title,
    state: 'failed',
    detail: `${why}\nlast lines of the host's console:\n${lines.slice(-30).join('\n')}`,
  });
  const workspace = await workspaceCopy(suite);
  try {
    const entry = kind === 'web' ? join(root, 'out', 'web-test', `${suite.name}.js`) : await nodeEntry(suite);
    const server = await startServer({ root, log, settings: kindSettings(kind) });
    try {
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage();
        const exit = new Promise<number | 'timeout'>(resolve => {
          setTimeout(() => resolve('timeout'), LIMIT).unref();
          void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
        });
        await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
          const line = args.map(String).join(' ');
          const result = decodeResult(line, label);
          if (result) results.push(result);
          else if (!NOISE.test(line)) lines.push(line);
        });
        const extensionTestsPath = `vscode-remote://${server.authority}${entry}`;
        await page.goto(
          workbenchUrl(server.authority, { root, workspace: workspace.path, kind }, [
            ['extensionTestsPath', extensionTestsPath],
          ]),
        );
        const code = await exit;
        if (code === 'timeout') results.push(failed('ends in time', `no end after ${LIMIT / 60_000} minutes`));
        else if (code !== 0 && !results.some(result => result.state === 'failed'))
          results.push(failed('ends well', `the host ended with ${code}`));
        else if (results.length === 0) results.push(failed('has tests', 'the host reported no test'));
      } finally {
        await browser.close();
      }
    } finally {
      await server.close();
    }
  } catch (error) {
    results.push(failed('starts', error instanceof Error ? (error.stack ?? error.message) : String(error)));
  } finally {
    await workspace.dispose();
  }
  return results;
}
