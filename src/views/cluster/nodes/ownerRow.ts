/** What several objects of a check belong to. */
import type * as vscode from 'vscode';
import { type CheckResult, objectName, type ObjectRef, refKey, type Subject } from '../../../cluster/index.js';
import { MoreRow } from './moreRow';
import { ObjectRow } from './objectRow';
import { iconOf, MOST_ROWS, Row, type RowContext } from './row';

export class OwnerRow extends Row {
  readonly ref: ObjectRef;
  readonly #subjects: readonly Subject[];
  readonly #result: CheckResult;
  readonly #context: RowContext;

  constructor(ref: ObjectRef, subjects: readonly Subject[], result: CheckResult, parent: Row, context: RowContext) {
    super(`owner:${refKey(ref)}`, parent);
    this.ref = ref;
    this.#subjects = subjects;
    this.#result = result;
    this.#context = context;
  }

  protected override makeChildren(): readonly Row[] {
    const rows = this.#subjects
      .slice(0, MOST_ROWS)
      .map(subject => new ObjectRow(subject, this.#result, this, this.#context));
    const more = this.#subjects.length - rows.length;
    return more > 0 ? [...rows, new MoreRow(more, this, this.#context)] : rows;
  }

  override toItem(): vscode.TreeItem {
    const { voice } = this.#context;
    const worst = this.#subjects[0]?.state ?? 'info';
    const state = voice.say(`cluster.state.${worst}`);
    const objects = voice.say('clusterView.objects', { count: this.#subjects.length });
    const name = objectName(this.ref);
    const item = this.item(name, voice.say('clusterView.row.object', { state, name, message: objects }));
    item.description = objects;
    item.iconPath = iconOf(worst);
    item.contextValue = 'owner locate object';
    return item;
  }
}
