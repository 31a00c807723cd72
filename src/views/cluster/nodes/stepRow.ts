/** A step of the path, with its checks: what needs eyes first, what passed folded away. */
import type * as vscode from 'vscode';
import { type StepPart } from '../../../cluster/index.js';
import { CheckRow } from './checkRow';
import { FoldedRow } from './foldedRow';
import { Row, type RowContext } from './row';

export class StepRow extends Row {
  readonly #step: StepPart;
  readonly #context: RowContext;

  constructor(step: StepPart, parent: Row, context: RowContext) {
    super(`step:${step.to}`, parent);
    this.#step = step;
    this.#context = context;
  }

  protected override makeChildren(): readonly Row[] {
    const { checks, passed, notApplicable } = this.#step;
    return [
      ...checks.map(check => new CheckRow(check, this, this.#context)),
      ...(passed.length === 0 ? [] : [new FoldedRow('passed', passed, this, this.#context)]),
      ...(notApplicable.length === 0 ? [] : [new FoldedRow('notApplicable', notApplicable, this, this.#context)]),
    ];
  }

  override toItem(): vscode.TreeItem {
    const { voice } = this.#context;
    const { number, from, to, counts } = this.#step;
    const path =
      from === null ? voice.say('clusterView.stepTo', { to }) : voice.say('clusterView.stepPath', { from, to });
    const said = (['fail', 'warn', 'unknown'] as const)
      .filter(state => counts[state] > 0)
      .map(state => voice.say(`clusterView.count.${state}`, { count: counts[state] }));
    const text = said.length === 0 ? voice.say('clusterView.nothing') : said.join(' · ');
    const label = `${voice.say('clusterView.step', { number })}  ${path}`;
    const item = this.item(label, voice.say('clusterView.row.step', { number, path, counts: text }), number === 1);
    item.description = text;
    item.contextValue = 'step';
    return item;
  }
}
