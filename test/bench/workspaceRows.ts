/** Rows of the benchmark about whole workspaces: the editor's index, and ten times as many files on the command line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ms, type Row } from './figures';
import { type Indexed } from './indexing';
import { writeWorkspace } from './workspace';

interface Terms {
  readonly root: string;
  readonly files: number;
  /** How many files the large workspace has. */
  readonly many: number;
  readonly seed: number;
}

/** Tells at its end how much memory the process took at most. */
const PEAK = 'data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';

export function indexing({ root, files, seed }: Terms, large: string, say: (row: Row) => void): void {
  inWorkspace(files, seed, large, folder => {
    const program = join(root, 'out', 'test', 'bench', 'indexing.js');
    const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', program, root, folder], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    const seen = JSON.parse(stdout) as Indexed;
    const share = seen.switchedCpu / seen.firstCpu;
    say({
      what: `first scan in the editor (${seen.files} files, ${seen.objects} objects, ${seen.findings} findings)`,
      figures: `${ms(seen.first)}, CPU ${ms(seen.firstCpu)}; at most ${ms(seen.longest)} without a pause for the window`,
      bar: null,
      met: null,
    });
    say({
      what: `branch switch that changes ${seen.touched} of them`,
      figures: `CPU ${ms(seen.switchedCpu)} = ${(share * 100).toFixed(1)} % of the first scan`,
      bar: '< 5 %',
      met: share < 0.05,
    });
    say({
      what: 'what 1.32, 1.33 and 1.34 would break, over the index',
      figures: ms(seen.compared),
      bar: '< 50 ms',
      met: seen.compared < 50,
    });
    say({
      what: 'heap that the index holds',
      figures: `${seen.heap.toFixed(1)} MB`,
      bar: '< 60 MB',
      met: seen.heap < 60,
    });
  });
}

export function manyFiles({ root, many, files, seed }: Terms, large: string, say: (row: Row) => void): void {
  const run = (count: number): { spent: number; peak: number } => {
    let seen = { spent: 0, peak: 0 };
    inWorkspace(count, seed, large, folder => {
      const cli = join(root, 'dist', 'cli.js');
      const args = [
        '--import',
        PEAK,
        cli,
        'scan',
        '--target-version',
        '1.31',
        '--format',
        'json',
        '--fail-on',
        'never',
        '--quiet',
        '.',
      ];
      for (let round = 0; round < 2; round++) {
        const start = performance.now();
        const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
        seen = { spent: performance.now() - start, peak: Number(/\d+$/.exec(stderr)?.[0]) / 1024 };
      }
    });
    return seen;
  };
  const few = run(files);
  const lots = run(many);
  say({
    what: `scan of ${many} files`,
    figures: `${ms(lots.spent)} = ${(lots.spent / few.spent).toFixed(1)}× that of ${files}; ${lots.peak.toFixed(0)} MB resident at most`,
    bar: '≤ 300 MB',
    met: lots.peak <= 300,
  });
}

function inWorkspace(files: number, seed: number, large: string, work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'kube-upgrade-bench-'));
  try {
    writeWorkspace(folder, files, seed, large);
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
