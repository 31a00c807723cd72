/** What an ECI annotation means, under the mouse. Where something is wrong with it, the finding's own hover says the same. */
import * as vscode from 'vscode';
import { type Documents } from './documents';
import { type EngineLoader } from './engine';
import { escapeMarkdown, explanationMarkdown } from './explanation';
import { findingsAt } from './lookup';
import { type Phrases } from './phrases';

export class AnnotationHover implements vscode.HoverProvider {
  readonly #documents: Documents;
  readonly #loader: EngineLoader;
  readonly #phrases: Phrases;

  constructor(documents: Documents, loader: EngineLoader, phrases: Phrases) {
    this.#documents = documents;
    this.#loader = loader;
    this.#phrases = phrases;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const file = this.#documents.current(document);
    const engine = this.#loader.loaded;
    if (file === undefined || engine === undefined) return undefined;
    const at = document.offsetAt(position);
    if (findingsAt(file.analysis, { start: at, end: at }).length > 0) return undefined;
    const slice = file.analysis.documents.filter(each => each.slice.start <= at).at(-1)?.slice;
    const found = slice && engine.core.describeAt(slice, at - slice.start, file.context);
    if (slice === undefined || found === undefined) return undefined;
    const title = this.#phrases.of(found.explanation.title);
    return new vscode.Hover(
      [
        new vscode.MarkdownString(`**${escapeMarkdown(title)}**`),
        new vscode.MarkdownString(explanationMarkdown(found.explanation, this.#phrases)),
      ],
      new vscode.Range(document.positionAt(slice.start + found.start), document.positionAt(slice.start + found.end)),
    );
  }
}
