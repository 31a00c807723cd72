/** One object that a check speaks of. */
import type * as vscode from 'vscode';
import { type CheckResult, holdsKind, objectName, type ObjectRef, type Subject } from '../../../cluster/index.js';
import { iconOf, Row, type RowContext } from './row';

export class ObjectRow extends Row {
  readonly subject: Subject;
  readonly result: CheckResult;
  readonly #context: RowContext;

  constructor(subject: Subject, result: CheckResult, parent: Row, context: RowContext) {
    super(subject.id, parent);
    this.subject = subject;
    this.result = result;
    this.#context = context;
  }

  get ref(): ObjectRef {
    return this.subject;
  }

  get commands(): readonly string[] {
    return this.subject.commands;
  }

  override toItem(): vscode.TreeItem {
    const { voice, assessed } = this.#context;
    const state = voice.say(`cluster.state.${this.subject.state}`);
    const message = voice.of(this.subject.message);
    const name = objectName(this.subject);
    const item = this.item(name, voice.say('clusterView.row.object', { state, name, message }));
    item.description = `${state} · ${message}`;
    item.iconPath = iconOf(this.subject.state);
    const kept = holdsKind(assessed.snapshot, this.subject);
    const can = ['explain', ...(kept ? ['object', 'locate'] : []), ...(this.commands.length > 0 ? ['commands'] : [])];
    item.contextValue = can.join(' ');
    item.command = { title: state, command: 'kubeUpgrade.cluster.explain', arguments: [this] };
    return item;
  }
}
