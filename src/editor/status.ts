/** The language status item of the active manifest; a click on it chooses the target. */
import * as vscode from 'vscode';
import { ContextKey } from '../platform/contextKey';
import { Disposable } from '../platform/disposable';
import { type Documents, type Outcome } from './documents';
import { type EngineLoader } from './engine';
import { type Phrases } from './phrases';
import { LANGUAGES } from './scope';
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
    item.busy = this.#documents.isBusy(document.uri);
    item.accessibilityInformation = { label: `${text}. ${detail}` };
  }

  #create(): vscode.LanguageStatusItem {
    const item = vscode.languages.createLanguageStatusItem('kubeUpgrade.target', []);
    item.name = this.#phrases.say('editor.status.name');
    item.command = { title: this.#phrases.say('editor.status.choose'), command: 'kubeUpgrade.chooseTarget' };
    return item;
  }

  #facts(document: vscode.TextDocument, outcome: Outcome): StatusFacts {
    const engine = this.#loader.loaded;
    const file = outcome.kind === 'analysed' ? outcome.file : undefined;
    const settings = file?.settings ?? this.#documents.settingsFor(document.uri);
    const purpose = file ?? engine?.purpose(settings, settings.targetVersion.value);
    const documents = file?.analysis.documents ?? [];
    const target = purpose?.context.target;
    return {
      target: target?.version ?? null,
      origin: settings.targetVersion.origin,
      cluster: this.#loader.cluster ?? null,
      unreadable: purpose?.unreadable ?? null,
      data:
        engine === undefined
          ? null
          : {
              asOf: engine.catalog.asOf,
              newest: engine.catalog.newest,
              beyond: target !== undefined && engine.core.beyondData(target, engine.catalog),
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
      milliseconds: file?.milliseconds ?? null,
      pinned: this.#pinned.get(document.uri.toString()) ?? [],
    };
  }
}
