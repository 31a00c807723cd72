/** One check at one step: its state in a word, how many objects, and a sentence. */
import type * as vscode from 'vscode';
import { byOwner, type CheckPart, type CheckResult } from '../../../cluster/index.js';
import { MoreRow } from './moreRow';
import { ObjectRow } from './objectRow';
import { OwnerRow } from './ownerRow';
import { iconOf, MOST_ROWS, Row, type RowContext } from './row';

export class CheckRow extends Row {
  readonly #part: CheckPart;
  readonly #context: RowContext;

  constructor(part: CheckPart, parent: Row, context: RowContext) {
    super(part.result.checkId, parent);
    this.#part = part;
    this.#context = context;
  }

  get result(): CheckResult {
    return this.#part.result;
  }

  get commands(): readonly string[] {
    return [...new Set(this.#part.subjects.flatMap(({ commands }) => commands))];
  }

  protected override makeChildren(): readonly Row[] {
    const rows = byOwner(this.#part.subjects).flatMap(({ owner, subjects }): readonly Row[] =>
      owner === null
        ? subjects.map(subject => new ObjectRow(subject, this.result, this, this.#context))
        : [new OwnerRow(owner, subjects, this.result, this, this.#context)],
    );
    if (rows.length <= MOST_ROWS) return rows;
    return [...rows.slice(0, MOST_ROWS), new MoreRow(rows.length - MOST_ROWS, this, this.#context)];
  }

  override toItem(): vscode.TreeItem {
    const { voice } = this.#context;
    const { result, state: at, message: sentenceAt, subjects } = this.#part;
    const state = voice.say(`cluster.state.${at}`);
    const title = voice.of(result.title);
    const message = voice.of(sentenceAt);
    const objects = voice.say('clusterView.objects', { count: subjects.length });
    const sentence =
      subjects.length === 0
        ? voice.say('clusterView.row.check', { state, title, message })
        : voice.say('clusterView.row.checkCount', { state, title, objects, message });
    const item = this.item(title, sentence);
    item.description = [state, ...(subjects.length === 0 ? [] : [objects]), message].join(' · ');
    item.iconPath = iconOf(at);
    item.contextValue = this.commands.length > 0 ? 'check explain commands' : 'check explain';
    if (this.children.length === 0) {
      item.command = { title: state, command: 'kubeUpgrade.cluster.explain', arguments: [this] };
    }
    return item;
  }
}
