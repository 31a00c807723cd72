/** The top row: which cluster, where it goes, and the verdict. */
import type * as vscode from 'vscode';
import { arrange, type CheckState, serverVersion, timeText, type Verdict } from '../../../cluster/index.js';
import { iconOf, Row, type RowContext } from './row';
import { StepRow } from './stepRow';

const STATE: Readonly<Record<Verdict, CheckState>> = {
  blocked: 'fail',
  incomplete: 'unknown',
  warnings: 'warn',
  'no-known-blockers': 'pass',
};

export class ClusterRow extends Row {
  readonly #context: RowContext;

  constructor(context: RowContext) {
    super('cluster');
    this.#context = context;
  }

  protected override makeChildren(): readonly Row[] {
    const { results, target } = this.#context.assessed;
    return arrange(results, target).map(step => new StepRow(step, this, this.#context));
  }

  override toItem(): vscode.TreeItem {
    const { voice, assessed } = this.#context;
    const { snapshot, target, verdict, source } = assessed;
    const version = target.current ?? serverVersion(snapshot) ?? voice.say('report.unknownVersion');
    const cluster = voice.say('clusterView.cluster', {
      context: snapshot.source.context,
      version,
      target: target.version,
    });
    const words = voice.say(`clusterView.verdict.${verdict}`);
    const steps = voice.say('clusterView.steps', { count: this.children.length });
    const time = timeText(snapshot.takenAt);
    const sentence = voice.say('clusterView.row.cluster', { cluster, verdict: words, steps, time });
    const item = this.item(cluster, sentence, true);
    const origin = source === 'cluster' ? [] : [voice.say(`clusterView.${source}`)];
    item.description = [words, steps, ...origin].join(' · ');
    item.iconPath = iconOf(STATE[verdict]);
    item.contextValue = 'cluster';
    return item;
  }
}
