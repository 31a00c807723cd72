// Runs a suite in the desktop VS Code through @vscode/test-electron, where its download works.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { decodeResult, type TestResult } from './results';
import { nodeEntry, type Suite, workspaceCopy } from './suites';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';
const LIMIT = 5 * 60_000;

/** Full path of a desktop VS Code, downloaded when possible; undefined, with one line why, when not. */
export async function ensureDesktop(root: string, log: (line: string) => void): Promise<string | undefined> {
  const instead = 'using the VS Code server instead';
  if (needsDisplay() && !(await onPath('xvfb-run'))) {
    log(`desktop VS Code: no display and no xvfb-run, ${instead}`);
    return undefined;
  }
  try {
    // Asked first with a short limit, because the download itself tries for a long time.
    const answer = await fetch(RELEASES, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(root, '.vscode-test') });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    log(
      `desktop VS Code: download not possible (${cause instanceof Error ? cause.message : String(cause)}), ${instead}`,
    );
    return undefined;
  }
}

/** Runs one suite in the Node extension host of the desktop. Never throws: what goes wrong is a failed result. */
export async function runInDesktop(root: string, suite: Suite, executable: string): Promise<readonly TestResult[]> {
  const label = `integration/${suite.name} (desktop)`;
  const workspace = await workspaceCopy(suite);
  const profile = await mkdtemp(join(tmpdir(), 'kur-'));
  const results: TestResult[] = [];
  const lines: string[] = [];
  try {
    const main = join(root, 'out', 'test', 'host', 'desktopMain.js');
    const args = [main, executable, root, await nodeEntry(suite), workspace.path, profile];
    const [program, ...before] = needsDisplay() ? ['xvfb-run', '-a', process.execPath] : [process.execPath];
    const child = spawn(program ?? process.execPath, [...before, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT,
    });
    let rest = '';
    const read = (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split(/\r?\n/);
      rest = parts.pop() ?? '';
      for (const line of parts) {
        const result = decodeResult(line, label);
        if (result) results.push(result);
        else lines.push(line);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const why = results.length === 0 ? 'no test was reported' : `the window ended with ${code}`;
    if (results.length === 0 || (code !== 0 && !results.some(result => result.state === 'failed'))) {
      results.push({
        suite: label,
        title: 'ends well',
        state: 'failed',
        detail: `${why}\n${lines.slice(-30).join('\n')}`,
      });
    }
  } catch (error) {
    results.push({
      suite: label,
      title: 'starts',
      state: 'failed',
      detail: error instanceof Error ? (error.stack ?? '') : String(error),
    });
  } finally {
    await workspace.dispose();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return results;
}

const needsDisplay = () => process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

function onPath(program: string): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(program, ['--help'], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('close', () => resolve(true));
  });
}
