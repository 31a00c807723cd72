/** The benchmark: every figure from one run on one machine, as ratios where two programs are compared. Never fails by time. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CatalogData, type Context, createCatalog, resolveTarget } from '../../src/core';
import { ms, type Row, times } from './figures';
import { Program, READER, takeTurns, timeActivation } from './processes';
import { giantDocument, longTemplate } from './texts';
import { coldAnalysis, fullParse, type, type Typed } from './typing';
import { writeWorkspace } from './workspace';
import { indexing, manyFiles } from './workspaceRows';

const LIMIT_KB = 250;

export interface Options {
  /** The repository. */
  readonly root: string;
  /** Pluto's program, to be measured beside; null without. */
  readonly pluto: string | null;
  readonly files: number;
  /** Files of the large workspace. */
  readonly many: number;
  readonly seed: number;
}

export function benchmark(options: Options, say: (row: Row) => void): void {
  const context = contextFrom(options.root);
  const large = readFileSync(join(options.root, 'samples/shop-platform/platform/tenants/tenants.yaml'), 'utf8');
  typing(context, large, say);
  scanning(options, large, say);
  indexing(options, large, say);
  manyFiles(options, large, say);
  activation(options.root, say);
  sizes(options.root, say);
}

function contextFrom(root: string): Context {
  const data = JSON.parse(readFileSync(join(root, 'dist', 'data', 'kubernetes.json'), 'utf8')) as CatalogData;
  const catalog = createCatalog(data);
  const target = resolveTarget({ targetVersion: '1.31', currentVersion: 'auto', provider: 'generic' }, catalog)!;
  return { target, settings: { severity: {} }, catalog, today: '2026-06-15' };
}

function typing(context: Context, large: string, say: (row: Row) => void): void {
  const full = fullParse(large, 9);
  say({
    what: 'full parse of the large file',
    figures: `median ${ms(full.median)}, p95 ${ms(full.p95)}`,
    bar: null,
    met: null,
  });
  const typed = (what: string, found: Typed, whole: number, bar: string, met: boolean): void =>
    say({
      what: `${what} (${found.lines} lines, ${found.documents} documents, ${found.keystrokes} keystrokes)`,
      figures: `median ${ms(found.median)}, p95 ${ms(found.p95)}; a full parse is ${times(whole / found.median)}, at p95 ${times(whole / found.p95)}`,
      bar,
      met,
    });
  for (const where of ['clean', 'findings'] as const) {
    const found = type(large, 'yaml', context, where, 600);
    const name = where === 'clean' ? 'keystroke in a clean document' : 'keystroke in a document with findings';
    typed(name, found, full.median, 'median ≤ 2 ms, p95 ≤ 5 ms', found.median <= 2 && found.p95 <= 5);
  }
  for (const documents of [4, 40]) {
    const template = longTemplate(documents);
    const found = type(template, 'helm', context, 'any', 400);
    const masked = fullParse(
      template.replace(/\{\{[^}]*\}\}/g, action => '_'.repeat(action.length)),
      9,
    );
    typed('keystroke in a Helm template', found, masked.median, 'p95 ≤ 5 ms', found.p95 <= 5);
  }
  for (const apiVersion of ['networking.k8s.io/v1', 'extensions/v1beta1'] as const) {
    const giant = giantDocument(apiVersion);
    const cold = coldAnalysis(giant, 'yaml', context, 7);
    const parse = fullParse(giant, 5);
    say({
      what: `one single document of 15 000 lines, ${apiVersion === 'networking.k8s.io/v1' ? 'clean' : 'with a finding'}`,
      figures: `median ${ms(cold.median)}; a full parse is ${times(parse.median / cold.median)}`,
      bar: null,
      met: null,
    });
  }
}

function scanning(options: Options, large: string, say: (row: Row) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'kube-upgrade-bench-'));
  try {
    const { files, bytes, old } = writeWorkspace(folder, options.files, options.seed, large);
    const cli = join(options.root, 'dist', 'cli.js');
    const scan = new Program(process.execPath, [
      cli,
      'scan',
      '--target-version',
      '1.31',
      '--format',
      'json',
      '--fail-on',
      'never',
      folder,
    ]);
    const reader = new Program(process.execPath, ['-e', READER, folder]);
    const idle = new Program(process.execPath, ['-e', '']);
    const peer =
      options.pluto === null
        ? null
        : new Program(options.pluto, [
            'detect-files',
            '-d',
            folder,
            '--target-versions',
            'k8s=v1.31.0',
            '-o',
            'json',
            '--ignore-deprecations',
            '--ignore-removals',
          ]);
    takeTurns([scan, reader, idle, ...(peer ? [peer] : [])], 7);
    const { summary } = JSON.parse(scan.stdout) as { summary: Record<string, number> };
    const [ours, read, node] = [scan.wall.median, reader.wall.median, idle.wall.median];
    say({
      what: `scan of a workspace (${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${old} files with old versions)`,
      figures:
        `median ${ms(ours)} = ${times(ours / read)} a program that only reads the files (${ms(read)}); ` +
        `Node itself takes ${ms(node)}, without it ${times((ours - node) / (read - node))}; ` +
        `CPU ${times(scan.cpu.median / reader.cpu.median)}; ${summary.error} errors`,
      bar: null,
      met: null,
    });
    if (peer === null) return;
    const { items } = JSON.parse(peer.stdout) as { items?: readonly unknown[] };
    say({
      what: 'the same workspace by Pluto',
      figures: `median ${times(peer.wall.median / ours)} ours; ${items?.length ?? 0} found`,
      bar: null,
      met: null,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function activation(root: string, say: (row: Row) => void): void {
  const { load, activate, cpu } = timeActivation(root, 15);
  say({
    what: 'activation: load the bundle and call activate, with an editor that does nothing',
    figures: `load ${ms(load)} + activate ${ms(activate)} (CPU ${ms(cpu)})`,
    bar: '≤ 20 ms',
    met: load + activate <= 20,
  });
}

/** The bar is for what a host loads first; what that loads later is told besides. */
function sizes(root: string, say: (row: Row) => void): void {
  const kilobytes = (name: string): number => statSync(join(root, 'dist', name)).size / 1024;
  const bundles = readdirSync(join(root, 'dist')).filter(name => /\.m?js$/.test(name));
  for (const name of bundles.sort()) {
    const entry = name === 'extension.js' || name === 'web.js';
    const size = kilobytes(name);
    say({
      what: `size of dist/${name}`,
      figures: `${size.toFixed(0)} KB`,
      bar: entry ? `≤ ${LIMIT_KB} KB` : null,
      met: entry ? size <= LIMIT_KB : null,
    });
  }
}
