/** The language status item of the active manifest; a click on it chooses the target. */
import * as vscode from 'vscode';
import { ContextKey } from '../platform/contextKey';
import { Disposable } from '../platform/disposable';
import { type Documents, type Outcome } from './documents';
import { type EngineLoader } from './engine';
import { type Phrases } from './phrases';
import { LANGUAGES } from './scope';
import { readSettings } from './settings';
import { statusText, type StatusFacts } from './statusText';

const SEVERITIES = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
} as const;

export class Status extends Disposable {
  readonly #documents: Documents;
  readonly #loader: EngineLoader;
  readonly #phrases: Phrases;
  /** On while the active editor holds a manifest: commands and menus go by it. */
  readonly #active = new ContextKey('kubeUpgrade.manifestActive');
  readonly #pinned = new Map<string, readonly string[]>();
  #item: vscode.LanguageStatusItem | undefined;

  constructor(documents: Documents, loader: EngineLoader, phrases: Phrases) {
    super();
    this.#documents = documents;
    this.#loader = loader;
    this.#phrases = phrases;
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.#update()));
    this.register(
      documents.onDidChange(uri => {
        if (documents.outcome(uri) === undefined) this.#pinned.delete(uri.toString());
        if (uri.toString() === vscode.window.activeTextEditor?.document.uri.toString()) this.#update();
      }),
    );
  }

  /** After a conversion: what it wrote down so that behaviour stays. */
  converted(uri: string, pinned: readonly string[]): void {
    this.#pinned.set(uri, pinned);
    this.#update();
  }

  override dispose(): void {
    this.#item?.dispose();
    super.dispose();
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    const outcome = document === undefined ? undefined : this.#documents.outcome(document.uri);
    this.#active.set(outcome !== undefined && outcome.kind !== 'skipped');
    if (document === undefined || outcome === undefined) {
      if (this.#item !== undefined) this.#item.selector = [];
      return;
    }
    const item = (this.#item ??= this.#create());
    const { text, detail, severity } = statusText(this.#facts(document, outcome), this.#phrases);
    item.selector = LANGUAGES.map(language => ({ language }));
    item.text = text;
    item.detail = detail;
    item.severity = SEVERITIES[severity];
    item.busy = outcome.kind === 'loading';
    item.accessibilityInformation = { label: `${text}. ${detail}` };
  }

  #create(): vscode.LanguageStatusItem {
    const item = vscode.languages.createLanguageStatusItem('kubeUpgrade.target', []);
    item.name = this.#phrases.say('editor.status.name');
    item.command = { title: this.#phrases.say('editor.status.choose'), command: 'kubeUpgrade.chooseTarget' };
    return item;
  }

  #facts(document: vscode.TextDocument, outcome: Outcome): StatusFacts {
    const settings = readSettings(document.uri);
    const engine = this.#loader.loaded;
    const purpose = engine?.purpose(settings, settings.targetVersion.value);
    const file = outcome.kind === 'analysed' ? outcome.file : undefined;
    const documents = file?.analysis.documents ?? [];
    const target = purpose?.context.target.version ?? null;
    return {
      target,
      origin: settings.targetVersion.origin,
      unreadable: purpose?.unreadable ?? null,
      data:
        engine === undefined
          ? null
          : {
              asOf: engine.catalog.asOf,
              newest: engine.catalog.newest,
              beyond: target !== null && engine.core.compareMinors(target, engine.catalog.newest) > 0,
            },
      loading: outcome.kind === 'loading',
      skipped: outcome.kind === 'skipped' ? outcome.reason : null,
      failed: outcome.kind === 'failed' ? outcome.reason : null,
      problems: documents.flatMap(({ slice, analysis }) =>
        analysis.problems.map(({ start, message }) => ({
          line: document.positionAt(slice.start + start).line + 1,
          message,
        })),
      ),
      unknown: documents.reduce(
        (count, { analysis }) => count + analysis.resources.filter(({ coverage }) => coverage === 'unknown').length,
        0,
      ),
      milliseconds: file?.milliseconds ?? null,
      pinned: this.#pinned.get(document.uri.toString()) ?? [],
    };
  }
}
