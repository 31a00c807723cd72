/** Says how many rows were left out, and where they are. */
import type * as vscode from 'vscode';
import { Row, type RowContext } from './row';

export class MoreRow extends Row {
  readonly #count: number;
  readonly #context: RowContext;

  constructor(count: number, parent: Row, context: RowContext) {
    super('more', parent);
    this.#count = count;
    this.#context = context;
  }

  override toItem(): vscode.TreeItem {
    const text = this.#context.voice.say('clusterView.more', { count: this.#count });
    return this.item(text, text);
  }
}
