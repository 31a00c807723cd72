/** The context of each file: the chart that a template belongs to, and the name where that makes a file what it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { chartOf, type ChartContext, type Context, contextWith } from '../core';
import { type Source } from './files';

/** More text than any chart's helpers hold. */
const MAX_HELPERS = 1_000_000;

export class FileContexts {
  /** Folder of a chart → what its templates need to know; undefined when it is none. */
  readonly #charts = new Map<string, ChartContext | undefined>();

  /** `base` itself for a plain manifest. */
  of({ name, path }: Source, text: string, base: Context): Context {
    if (isNamedFile(name)) return contextWith(base, { file: { path: name } });
    const folder = path !== null && text.includes('{{') ? chartFolder(path) : undefined;
    if (folder === undefined) return base;
    if (!this.#charts.has(folder)) this.#charts.set(folder, readChart(folder));
    const chart = this.#charts.get(folder);
    return chart ? contextWith(base, { file: { path: name, chart } }) : base;
  }
}

/** Files that are looked at for their name, even when they hold no object. */
export function isNamedFile(name: string): boolean {
  return /(?:^|\/)(?:Chart\.yaml|kustomization\.ya?ml|Kustomization)$/.test(name);
}

function chartFolder(path: string): string | undefined {
  const at = path.split(sep).join('/').lastIndexOf('/templates/');
  return at < 0 ? undefined : path.slice(0, at);
}

function readChart(folder: string): ChartContext | undefined {
  try {
    const metadata = readFileSync(join(folder, 'Chart.yaml'), 'utf8');
    return chartOf(metadata, helpersIn(join(folder, 'templates')));
  } catch {
    // Templates without a readable chart are judged by themselves.
    return undefined;
  }
}

function helpersIn(folder: string): string {
  let all = '';
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.tpl') && all.length < MAX_HELPERS) all += `${readFileSync(join(folder, name), 'utf8')}\n`;
  }
  return all;
}
