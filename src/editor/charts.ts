/** What templates need to know of their chart: its Chart.yaml and helpers, read once and again when one of them changes. */
import * as vscode from 'vscode';
import { type ChartContext, type Context } from '../core';
import { Disposable } from '../platform/disposable';
import { type Core } from './engine';

/** Files that are judged for their name; they need a context that tells it. */
const NAMED = /(?:^|\/)(?:Chart\.yaml|kustomization\.ya?ml|Kustomization)$/;
/** More helpers than any chart has. */
const MAX_FILES = 50;

export class Charts extends Disposable {
  /** Folder of a chart → what is known of it; null when it is none. */
  readonly #charts = new Map<string, ChartContext | null>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #contexts = new WeakMap<Context, Map<string, Context>>();
  readonly #changed = this.register(new vscode.EventEmitter<void>());

  /** A chart is known now, or has changed. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    super();
    const watcher = this.register(vscode.workspace.createFileSystemWatcher('**/{Chart.yaml,templates/**/*.tpl}'));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
      this.register(event(uri => this.#forget(uri)));
  }

  /** The same object for the same file while its chart stays as it is; what is not known yet is on its way. */
  contextOf(core: Core, context: Context, uri: vscode.Uri, path: string): Context {
    const folder = folderOf(uri);
    if (folder !== undefined && !this.#charts.has(folder.toString())) void this.ready(core, uri, true);
    const chart = folder && this.#charts.get(folder.toString());
    if (!chart && !NAMED.test(path)) return context;
    let known = this.#contexts.get(context);
    if (known === undefined) this.#contexts.set(context, (known = new Map()));
    const before = known.get(path);
    if (before && before.file?.chart === (chart ?? undefined)) return before;
    const made = core.contextWith(context, { file: { path, ...(chart && { chart }) } });
    known.set(path, made);
    return made;
  }

  /** Resolves when the file's chart is known; `tell` says so to everybody else. */
  async ready(core: Core, uri: vscode.Uri, tell = false): Promise<void> {
    const folder = folderOf(uri);
    const key = folder?.toString();
    if (folder === undefined || key === undefined || this.#charts.has(key)) return;
    let loading = this.#loading.get(key);
    if (loading === undefined) {
      loading = read(core, folder).then(chart => {
        this.#charts.set(key, chart);
        this.#loading.delete(key);
        if (tell && chart) this.#changed.fire();
      });
      this.#loading.set(key, loading);
    }
    await loading;
  }

  #forget(uri: vscode.Uri): void {
    for (const folder of [...this.#charts.keys()]) {
      if (uri.toString().startsWith(`${folder}/`)) this.#charts.delete(folder);
    }
    this.#changed.fire();
  }
}

/** The chart's folder of a template; undefined for other files. */
function folderOf(uri: vscode.Uri): vscode.Uri | undefined {
  const at = uri.path.lastIndexOf('/templates/');
  return at < 0 ? undefined : uri.with({ path: uri.path.slice(0, at) });
}

async function read(core: Core, folder: vscode.Uri): Promise<ChartContext | null> {
  try {
    const metadata = await text(vscode.Uri.joinPath(folder, 'Chart.yaml'));
    const helpers = await helpersIn(vscode.Uri.joinPath(folder, 'templates'), 0);
    const texts = await Promise.all(helpers.slice(0, MAX_FILES).map(text));
    return core.chartOf(metadata, texts.join('\n')) ?? null;
  } catch {
    // Templates without a readable chart are judged by themselves.
    return null;
  }
}

async function helpersIn(folder: vscode.Uri, depth: number): Promise<vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const found = await Promise.all(
    entries.map(([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory && depth < 2) return helpersIn(uri, depth + 1);
      return name.endsWith('.tpl') && type === vscode.FileType.File ? [uri] : [];
    }),
  );
  return found.flat();
}

async function text(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
