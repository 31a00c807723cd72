/** Completion of ECI's annotations and labels. The core says what fits where; this shows it. */
import * as vscode from 'vscode';
import { type Completion } from '../core';
import { type Documents } from './documents';
import { type Eci } from './eci';
import { sourceLink } from './explanation';
import { type Phrases } from './phrases';

export class CompletionProvider implements vscode.CompletionItemProvider {
  /** Besides letters: what keys are parted by, and where a value begins. */
  static readonly triggers: readonly string[] = ['/', '.', '-', '"', "'", ' ', ','];

  readonly #documents: Documents;
  readonly #eci: Eci;
  readonly #phrases: Phrases;

  constructor(documents: Documents, eci: Eci, phrases: Phrases) {
    this.#documents = documents;
    this.#eci = eci;
    this.#phrases = phrases;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[]> {
    const text = document.getText();
    if (!/annotations|labels/.test(text)) return [];
    const file = await this.#documents.ready(document);
    if (file === undefined) return [];
    const engine = await this.#eci.load();
    if (engine?.eci === undefined || token.isCancellationRequested || document.version !== file.version) return [];
    const at = document.offsetAt(position);
    const slice = engine.core
      .splitDocuments(text, file.syntax)
      .filter(each => each.start <= at)
      .at(-1);
    if (slice === undefined) return [];
    const found = engine.core.complete(
      slice,
      at - slice.start,
      engine.core.contextWith(file.context, { eci: engine.eci }),
    );
    return found.map((item, index) => this.#item(document, slice.start, item, index));
  }

  #item(document: vscode.TextDocument, offset: number, found: Completion, index: number): vscode.CompletionItem {
    const { Property, EnumMember } = vscode.CompletionItemKind;
    const item = new vscode.CompletionItem(
      { label: found.label, description: 'ECI' },
      found.kind === 'key' ? Property : EnumMember,
    );
    const range = new vscode.Range(document.positionAt(offset + found.start), document.positionAt(offset + found.end));
    item.range = range;
    // The word in the text may begin with a quote, and filtering begins where the range does.
    const quote = /^["']/.exec(document.getText(range))?.[0] ?? '';
    item.filterText = quote + (found.kind === 'key' ? found.label : found.newText.replace(/^["']|["']$/g, ''));
    item.insertText = new vscode.SnippetString(found.snippet);
    item.detail = this.#phrases.of(found.detail);
    const links = found.sources.map(source => `- ${sourceLink(source)}`).join('\n');
    item.documentation = new vscode.MarkdownString(`${this.#phrases.of(found.documentation)}\n\n${links}`);
    item.sortText = `${found.deprecated ? 'b' : 'a'}${String(index).padStart(4, '0')}`;
    if (found.deprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
    return item;
  }
}
