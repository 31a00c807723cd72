/** One row for all checks that passed, or that do not concern the cluster. */
import type * as vscode from 'vscode';
import { type CheckPart } from '../../../cluster/index.js';
import { CheckRow } from './checkRow';
import { iconOf, Row, type RowContext } from './row';

export class FoldedRow extends Row {
  readonly #name: 'passed' | 'notApplicable';
  readonly #checks: readonly CheckPart[];
  readonly #context: RowContext;

  constructor(name: 'passed' | 'notApplicable', checks: readonly CheckPart[], parent: Row, context: RowContext) {
    super(name, parent);
    this.#name = name;
    this.#checks = checks;
    this.#context = context;
  }

  protected override makeChildren(): readonly Row[] {
    return this.#checks.map(check => new CheckRow(check, this, this.#context));
  }

  override toItem(): vscode.TreeItem {
    const text = this.#context.voice.say(`clusterView.${this.#name}`, { count: this.#checks.length });
    const item = this.item(text, text);
    item.iconPath = iconOf(this.#name === 'passed' ? 'pass' : 'not-applicable');
    item.contextValue = 'folded';
    return item;
  }
}
