/**
 * Keeps the index of the workspace: scans it when it is opened, then follows editors, the file system and the settings.
 * Whatever arrives in a burst (a branch switch) is looked at once, and only what changed is read.
 */
import * as vscode from 'vscode';
import { type ConfigFiles } from '../editor/configFiles';
import { type Documents } from '../editor/documents';
import { type EngineLoader } from '../editor/engine';
import { readSettings, SECTION } from '../editor/settings';
import { Disposable } from '../platform/disposable';
import { traceOf } from '../platform/errors';
import { KeyedDelay } from '../platform/keyedDelay';
import { FileJudge, pause } from './fileJudge';
import { Interner, judged } from './entry';
import { WorkspaceIndex } from './index';
import { findRoot, relativeTo, rootsOf } from './roots';
import { type Cancellation, type Found, labelOf, type Progress, type Root, Scanner, type Skipped, walk } from './scan';
import { vscodeFiles } from './vscodeFiles';

/** After activation: the window has something better to do first. */
const FIRST = 1500;
/** After the last of a burst of changes. */
const BURST = 300;
/** After typing; the editor's own squiggles do not wait for it. */
const TYPED = 800;
/** From so many changed paths on, walking is cheaper than asking one by one. */
const MANY = 2000;

export type ScanState =
  | { readonly kind: 'idle' | 'done' | 'failed' }
  | { readonly kind: 'scanning' | 'cancelled'; readonly progress: Progress };

export class WorkspaceScan extends Disposable {
  readonly index = new WorkspaceIndex();
  readonly #interner = new Interner();
  readonly #documents: Documents;
  readonly #configs: ConfigFiles;
  readonly #log: vscode.LogOutputChannel;
  readonly #judge: FileJudge;
  readonly #scanner: Scanner;
  readonly #delay = this.register(new KeyedDelay());
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #pending = new Set<string>();
  #cancellation: Cancellation = { cancelled: false };
  #queue: Promise<void> = Promise.resolve();
  #roots: readonly Root[] = [];
  #skipped: readonly Skipped[] = [];
  #state: ScanState = { kind: 'idle' };

  /** The index, the state or what was skipped has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(documents: Documents, loader: EngineLoader, configs: ConfigFiles, log: vscode.LogOutputChannel) {
    super();
    this.#documents = documents;
    this.#configs = configs;
    this.#log = log;
    this.#judge = new FileJudge(loader, configs, documents.charts);
    this.#scanner = new Scanner({
      files: vscodeFiles,
      index: this.index,
      interner: this.#interner,
      analyse: (found, text) => this.#judge.analyse(found, text),
      isOpen: uri => this.#isOpen(uri),
      pause,
      now: () => performance.now(),
    });
    this.register(documents.onDidChange(uri => this.#editorChanged(uri)));
    this.register(configs.onDidChange(() => this.#termsChanged()));
    this.register(loader.onDidChangeCluster(() => this.#termsChanged()));
    const { workspace } = vscode;
    this.register(
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(SECTION) || event.affectsConfiguration('files.exclude')) this.#termsChanged();
      }),
    );
    this.register(workspace.onDidChangeWorkspaceFolders(() => this.#termsChanged()));
    // All paths: a folder that is moved or deleted is told by its own name alone.
    const watcher = this.register(workspace.createFileSystemWatcher('**'));
    this.register(watcher.onDidCreate(uri => this.#pathChanged(uri)));
    this.register(watcher.onDidChange(uri => this.#pathChanged(uri)));
    this.register(watcher.onDidDelete(uri => this.#pathGone(uri)));
    if (readSettings().scan && workspace.workspaceFolders !== undefined) {
      this.#delay.schedule('scan', FIRST, () => void this.scan());
    }
  }

  get state(): ScanState {
    return this.#state;
  }

  /** Folders and links that were left out although they may hold manifests; files say so in the index. */
  get skipped(): readonly Skipped[] {
    return this.#skipped;
  }

  /** Looks at every file that is not known, or not known as it is now. Resolves when all is done or it was cancelled. */
  scan(): Promise<void> {
    this.#delay.cancel('scan');
    this.#pending.clear();
    return this.#enqueue(() => this.#scanAll());
  }

  cancel(): void {
    this.#cancellation.cancelled = true;
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.#queue;) await (seen = this.#queue);
  }

  override dispose(): void {
    this.cancel();
    super.dispose();
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => {
      this.#log.error(`the workspace scan failed\n${traceOf(error)}`);
      this.#become({ kind: 'failed' });
    });
    return this.#queue;
  }

  async #scanAll(): Promise<void> {
    const cancellation = (this.#cancellation = { cancelled: false });
    this.#become({ kind: 'scanning', progress: { done: 0, total: 0 } });
    const began = performance.now();
    await this.#configs.find();
    this.#judge.forget();
    this.#roots = rootsOf(this.#configs);
    const { found, skipped } = await walk(this.#roots, vscodeFiles, cancellation);
    if (!cancellation.cancelled) {
      this.#skipped = skipped;
      const known = new Set(found.map(({ uri }) => uri));
      for (const { uri } of [...this.index.files()]) if (!known.has(uri)) this.index.delete(uri);
    }
    const read = await this.#read(found, cancellation, progress => this.#become({ kind: 'scanning', progress }));
    for (const { document } of this.#documents.analysed()) this.#takeOpen(document.uri);
    const spent = Math.round(performance.now() - began);
    this.#log.info(`workspace scan: ${found.length} files, ${read} read, ${spent} ms`);
    const progress = { done: this.index.size, total: Math.max(found.length, this.index.size) };
    this.#become(cancellation.cancelled ? { kind: 'cancelled', progress } : { kind: 'done' });
  }

  #read(found: readonly Found[], cancellation: Cancellation, progress?: (progress: Progress) => void): Promise<number> {
    return this.#scanner.run(found, cancellation, progress);
  }

  #become(state: ScanState): void {
    const quiet = state.kind === 'scanning' && this.#state.kind === 'scanning';
    this.#state = state;
    this.#tell(quiet ? 250 : 0);
  }

  #tell(milliseconds: number): void {
    if (milliseconds > 0 && this.#delay.isPending('tell')) return;
    this.#delay.schedule('tell', milliseconds, () => this.#changed.fire());
  }

  /** Another target, severity or exclusion: what is known of the files stays on show until it is judged anew. */
  #termsChanged(): void {
    this.index.invalidate();
    if (this.#state.kind === 'idle') return;
    this.#delay.schedule('scan', BURST, () => void this.scan());
  }

  #isOpen(uri: string): boolean {
    return this.#documents.outcome(vscode.Uri.parse(uri))?.kind === 'analysed';
  }

  #editorChanged(uri: vscode.Uri): void {
    if (this.#state.kind === 'idle') return;
    const key = uri.toString();
    if (this.#documents.outcome(uri)?.kind === 'analysed') {
      this.#delay.schedule(`open ${key}`, TYPED, () => {
        if (this.#takeOpen(uri)) this.#tell(0);
      });
    } else {
      this.#delay.cancel(`open ${key}`);
      this.#pathChanged(uri);
    }
  }

  /** The text of an editor counts, saved or not. */
  #takeOpen(uri: vscode.Uri): boolean {
    const outcome = this.#documents.outcome(uri);
    const root = findRoot(this.#roots, uri.toString());
    if (outcome?.kind !== 'analysed' || root === undefined) return false;
    const path = relativeTo(root, uri.toString());
    if (!root.filter.accepts(path)) return false;
    const { file } = outcome;
    const analysed = { analysis: file.analysis, path: file.context.target.path, config: file.settings.config };
    const entry = judged(file.text, analysed, this.#interner);
    this.index.set({ uri: uri.toString(), label: labelOf(root, path), stamp: null, skipped: null, ...entry });
    return true;
  }

  #pathChanged(uri: vscode.Uri): void {
    if (this.#state.kind === 'idle') return;
    if (uri.path.endsWith('/.gitignore')) return this.#delay.schedule('scan', BURST, () => void this.scan());
    this.#pending.add(uri.toString());
    this.#delay.schedule('changes', BURST, () => void this.#enqueue(() => this.#follow()));
  }

  #pathGone(uri: vscode.Uri): void {
    if (this.#state.kind === 'idle') return;
    if (uri.path.endsWith('/.gitignore')) return this.#delay.schedule('scan', BURST, () => void this.scan());
    this.#pending.delete(uri.toString());
    if (this.index.deleteBelow(uri.toString())) this.#tell(BURST);
  }

  /** Reads the files among the changed paths, and walks the folders. */
  async #follow(): Promise<void> {
    const changed = [...this.#pending];
    this.#pending.clear();
    if (changed.length > MANY) return this.#scanAll();
    const found: Found[] = [];
    for (const uri of changed) {
      const root = findRoot(this.#roots, uri);
      if (root === undefined) continue;
      const path = relativeTo(root, uri);
      if (root.filter.accepts(path)) found.push({ uri, path, root });
      else if (!/\.[a-z]\w*$/i.test(path)) found.push(...(await this.#below(root, uri, path)));
    }
    if (found.length === 0) return;
    await this.#read(found, { cancelled: false });
    this.#tell(0);
  }

  /** A folder that was moved here is told by its own name alone. */
  async #below(root: Root, uri: string, path: string): Promise<readonly Found[]> {
    const stat = await Promise.resolve(vscode.workspace.fs.stat(vscode.Uri.parse(uri))).catch(() => undefined);
    if (stat?.type !== vscode.FileType.Directory || !root.filter.accepts(`${path}/any.yaml`)) return [];
    return (await walk([root], vscodeFiles, this.#cancellation, { uri, path })).found;
  }
}
