/** What every row of the cluster tree has. */
import * as vscode from 'vscode';
import { type CheckState, type Subject } from '../../../cluster/index.js';
import { type Assessed } from '../state';
import { type Voice } from '../voice';

/** What rows are made with. */
export interface RowContext {
  readonly voice: Voice;
  readonly assessed: Assessed;
}

export abstract class Row {
  /** The same after a refresh, so that what is open stays open. */
  readonly id: string;
  readonly parent: Row | undefined;
  #children: readonly Row[] | undefined;

  constructor(id: string, parent?: Row) {
    this.id = parent === undefined ? id : `${parent.id}/${id}`;
    this.parent = parent;
  }

  get children(): readonly Row[] {
    return (this.#children ??= this.makeChildren());
  }

  abstract toItem(): vscode.TreeItem;

  protected makeChildren(): readonly Row[] {
    return [];
  }

  /** An item with this row's id, closed unless said otherwise; `sentence` is what a screen reader says. */
  protected item(label: string, sentence: string, open = false): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, this.children.length === 0 ? None : open ? Expanded : Collapsed);
    item.id = this.id;
    item.accessibilityInformation = { label: sentence };
    item.tooltip = sentence;
    return item;
  }
}

const ICONS: Readonly<Record<CheckState, readonly [string, string?]>> = {
  fail: ['error', 'list.errorForeground'],
  warn: ['warning', 'list.warningForeground'],
  unknown: ['question'],
  info: ['info'],
  pass: ['pass', 'testing.iconPassed'],
  'not-applicable': ['circle-slash'],
};

export function iconOf(state: CheckState | Subject['state']): vscode.ThemeIcon {
  const [name, color] = ICONS[state];
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** More rows than these help nobody; Explain and the report have them all. */
export const MOST_ROWS = 500;
