/** The explanation of a finding under the mouse; the keyboard reaches the same one by `kubeUpgrade.explain`. */
import * as vscode from 'vscode';
import { type Documents } from './documents';
import { type EngineLoader } from './engine';
import { explanationMarkdown } from './explanation';
import { findingsAt } from './lookup';
import { type Phrases } from './phrases';

export class HoverProvider implements vscode.HoverProvider {
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
    const found = findingsAt(file.analysis, { start: at, end: at });
    const first = found[0];
    if (first === undefined) return undefined;
    const contents = found.map(located => {
      const explanation = engine.core.explain(located.document.slice, located.finding, file.context);
      return new vscode.MarkdownString(explanationMarkdown(explanation, this.#phrases));
    });
    return new vscode.Hover(
      contents,
      new vscode.Range(document.positionAt(first.start), document.positionAt(first.end)),
    );
  }
}
