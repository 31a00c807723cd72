/**
 * The open manifests and what is known of each. Every document has its own analyser and its own timer; an answer
 * is always for `document.version`, and one that typing has outrun is computed again before anybody sees it.
 */
import * as vscode from 'vscode';
import { type FileAnalyser } from '../core';
import { Disposable } from '../platform/disposable';
import { traceOf } from '../platform/errors';
import { KeyedDelay } from '../platform/keyedDelay';
import { pathLabel } from '../platform/pathLabel';
import { type AnalysedFile, type Outcome } from './analysedFile';
import { Charts } from './charts';
import { type ConfigFiles } from './configFiles';
import { DeletedFiles } from './deletedFiles';
import { type Engine, type EngineLoader, today } from './engine';
import { LANGUAGES, isRealFile, mayBeKubernetes } from './scope';
import { SECTION, isExcluded, readSettings, type EditorSettings } from './settings';

/** After the last keystroke; a file with one giant document waits longer, because all of it is read again. */
const PAUSE = 150;
const LONG_PAUSE = 1200;
/** Characters of one document from which it counts as giant (some 3 000 lines). */
const GIANT = 100_000;

export type { AnalysedFile, Outcome };

interface Entry {
  readonly document: vscode.TextDocument;
  settings: EditorSettings;
  excluded: boolean;
  analyser: FileAnalyser | undefined;
  outcome: Outcome;
  giant: boolean;
}

export class Documents extends Disposable {
  readonly #entries = new Map<string, Entry>();
  /** Documents still open whose file is gone; they are left alone until somebody types in them. */
  readonly #deleted = new Set<string>();
  readonly #delay = this.register(new KeyedDelay());
  /** What templates need to know of their charts. */
  readonly charts = this.register(new Charts());
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly #loader: EngineLoader;
  readonly #configs: ConfigFiles | undefined;
  #dataReported = false;
  readonly #log: vscode.LogOutputChannel;

  /** A document has a new outcome, or none any more, or a long analysis is under way. */
  readonly onDidChange = this.#changed.event;

  constructor(loader: EngineLoader, log: vscode.LogOutputChannel, configs?: ConfigFiles) {
    super();
    this.#loader = loader;
    this.#configs = configs;
    this.#log = log;
    const { workspace } = vscode;
    this.register(this.charts.onDidChange(() => this.#restart()));
    this.register(workspace.onDidOpenTextDocument(document => this.#soon(document, 0)));
    this.register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.#deleted.delete(keyOf(document.uri));
        const giant = this.#entries.get(keyOf(document.uri))?.giant ?? false;
        this.#soon(document, giant ? LONG_PAUSE : PAUSE);
        if (giant) this.#changed.fire(document.uri);
      }),
    );
    this.register(
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#deleted.delete(keyOf(uri));
        this.#drop(uri);
      }),
    );
    this.register(
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(SECTION)) this.#restart();
      }),
    );
    this.register(workspace.onDidChangeWorkspaceFolders(() => this.#restart()));
    this.register(
      new DeletedFiles(
        uri => this.#dropBelow(uri),
        document => {
          this.#deleted.delete(keyOf(document.uri));
          this.#soon(document, 0);
        },
      ),
    );
    if (configs !== undefined) this.register(configs.onDidChange(() => this.#restart()));
    this.register(loader.onDidChangeCluster(() => this.#restart()));
    for (const document of workspace.textDocuments) this.#soon(document, 0);
  }

  /** What is known of the document just now; undefined when it is no manifest of ours. */
  outcome(uri: vscode.Uri): Outcome | undefined {
    return this.#entries.get(keyOf(uri))?.outcome;
  }

  /** Whether an answer is on its way that takes long enough to say so. */
  isBusy(uri: vscode.Uri): boolean {
    const entry = this.#entries.get(keyOf(uri));
    return entry?.outcome.kind === 'loading' || (entry?.giant === true && this.#delay.isPending(keyOf(uri)));
  }

  /** The analysis of exactly this version of the document, made now when there is none yet. */
  current(document: vscode.TextDocument): AnalysedFile | undefined {
    const entry = this.#entries.get(keyOf(document.uri));
    const known = entry?.outcome;
    if (known === undefined || known.kind === 'skipped') return undefined;
    if (known.kind === 'analysed' && known.file.version === document.version) return known.file;
    this.#evaluate(document);
    const now = this.outcome(document.uri);
    return now?.kind === 'analysed' ? now.file : undefined;
  }

  /** The same, waiting for the data where it has not been read yet. */
  async ready(document: vscode.TextDocument): Promise<AnalysedFile | undefined> {
    if (!this.#entries.has(keyOf(document.uri)) && isOurs(document)) this.#evaluate(document);
    if (this.outcome(document.uri)?.kind === 'loading') await this.#data().catch(() => undefined);
    return this.current(document);
  }

  /** More data is there: everything open is judged again. */
  refresh(): void {
    this.#restart();
  }

  /** What holds for a file, or for the window. */
  settingsFor(uri: vscode.Uri | undefined): EditorSettings {
    return readSettings(uri, this.#configs?.forUri(uri, today()));
  }

  /** Every document that has an analysis. */
  analysed(): readonly AnalysedFile[] {
    return [...this.#entries.values()].flatMap(({ outcome }) => (outcome.kind === 'analysed' ? [outcome.file] : []));
  }

  #soon(document: vscode.TextDocument, milliseconds: number): void {
    if (!isOurs(document)) return;
    this.#delay.schedule(keyOf(document.uri), milliseconds, () => this.#evaluate(document));
  }

  /** Settings or folders changed: everything open is judged again at once, from the text that is there. */
  #restart(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (!isOurs(document)) continue;
      const entry = this.#entries.get(keyOf(document.uri));
      if (entry !== undefined) this.#entries.set(keyOf(document.uri), { ...entry, ...this.#terms(document) });
      this.#evaluate(document);
    }
  }

  #terms(document: vscode.TextDocument): Pick<Entry, 'settings' | 'excluded'> {
    const settings = this.settingsFor(document.uri);
    return { settings, excluded: settings.excludedByConfig || isExcluded(document, settings.exclude) };
  }

  #evaluate(document: vscode.TextDocument): void {
    const key = keyOf(document.uri);
    this.#delay.cancel(key);
    if (document.isClosed || this.#deleted.has(key)) return;
    const text = document.getText();
    if (!mayBeKubernetes(text, document.uri.path)) return this.#drop(document.uri);
    let entry = this.#entries.get(key);
    if (entry?.document !== document) {
      entry = {
        document,
        ...this.#terms(document),
        analyser: undefined,

        outcome: { kind: 'loading' },
        giant: false,
      };
      this.#entries.set(key, entry);
    }
    entry.outcome = this.#judge(entry, text);
    this.#changed.fire(document.uri);
  }

  #judge(entry: Entry, text: string): Outcome {
    const { document, settings } = entry;
    const kilobytes = Math.ceil(text.length / 1024);
    if (entry.excluded)
      return skipped(settings.excludedByConfig ? 'workspace.skipped.config' : 'editor.skipped.excluded');
    if (kilobytes > settings.maxFileSizeKb) {
      return skipped('editor.skipped.size', { size: kilobytes, limit: settings.maxFileSizeKb });
    }
    const engine = this.#loader.loaded;
    if (engine === undefined) {
      this.#load();
      return { kind: 'loading' };
    }
    try {
      return this.#analyse(entry, text, engine);
    } catch (error) {
      this.#log.error(`${pathLabel(document.uri.path)}: analysis failed\n${traceOf(error)}`);
      return { kind: 'failed', reason: { key: 'editor.failed.analysis' } };
    }
  }

  #analyse(entry: Entry, text: string, engine: Engine): Outcome {
    const { document, settings } = entry;
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    const path = pathLabel(document.uri.path, folder?.uri.path);
    const syntax = engine.core.detectSyntax(path, text, document.languageId);
    if (syntax === 'helm' && !settings.helm) return skipped('editor.skipped.helm');
    const purpose = engine.purpose(settings, settings.targetVersion.value);
    const { unreadable } = purpose;
    const context = this.charts.contextOf(engine.core, purpose.context, document.uri, path);
    const began = performance.now();
    const analyser = (entry.analyser ??= new engine.core.FileAnalyser());
    const analysis = analyser.analyse(text, syntax, context);
    const spent = performance.now() - began;
    entry.giant = analysis.documents.some(({ slice }) => slice.text.length > GIANT);
    const milliseconds = entry.giant ? Math.max(1, Math.round(spent)) : null;
    const { version } = document;
    return {
      kind: 'analysed',
      file: {
        document,
        version,
        text,
        syntax,
        settings,
        context,
        analysis,
        unreadable,
        milliseconds,
      },
    };
  }

  /** The core with its data, and the configurations that say what to ask of it. */
  async #data(): Promise<void> {
    await Promise.all([this.#loader.load(), this.#configs?.ready()]);
  }

  #load(): void {
    this.#data().then(
      () =>
        this.#settleLoading(entry => {
          Object.assign(entry, this.#terms(entry.document));
          this.#evaluate(entry.document);
        }),
      (error: unknown) => {
        const why = error instanceof Error ? error.message : typeof error;
        if (!this.#dataReported) this.#log.error(`the Kubernetes data could not be read: ${why}`);
        this.#dataReported = true;
        this.#settleLoading(entry => {
          entry.outcome = { kind: 'failed', reason: { key: 'editor.failed.data' } };
          this.#changed.fire(entry.document.uri);
        });
      },
    );
  }

  #settleLoading(settle: (entry: Entry) => void): void {
    for (const entry of [...this.#entries.values()]) if (entry.outcome.kind === 'loading') settle(entry);
  }

  #drop(uri: vscode.Uri): void {
    this.#delay.cancel(keyOf(uri));
    if (this.#entries.delete(keyOf(uri))) this.#changed.fire(uri);
  }

  /** A file, or everything in a folder. An editor may stay open on a deleted file: it has no findings then. */
  #dropBelow(uri: vscode.Uri): void {
    for (const { document } of [...this.#entries.values()]) {
      const path = document.uri.with({ query: '', fragment: '' }).toString();
      if (path === uri.toString() || path.startsWith(`${uri.toString()}/`)) {
        this.#deleted.add(keyOf(document.uri));
        this.#drop(document.uri);
      }
    }
  }
}

function keyOf(uri: vscode.Uri): string {
  return uri.toString();
}

function isOurs(document: vscode.TextDocument): boolean {
  const folders = vscode.workspace.workspaceFolders?.map(folder => folder.uri.scheme) ?? [];
  return LANGUAGES.includes(document.languageId) && isRealFile(document.uri.scheme, folders);
}

function skipped(key: string, args: Record<string, number> = {}): Outcome {
  return { kind: 'skipped', reason: { key, args } };
}
