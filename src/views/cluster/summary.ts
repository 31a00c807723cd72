/** What the view says around its rows: message, progress, and the number of blockers on the icon. */
import * as vscode from 'vscode';
import { type Progress, timeText } from '../../cluster/index.js';
import { Disposable } from '../../platform/disposable';
import { type ClusterModel } from './model';
import { type Row } from './nodes/row';
import { type Voice } from './voice';

export class Summary extends Disposable {
  readonly #view: vscode.TreeView<Row>;
  readonly #model: ClusterModel;
  readonly #voice: Voice;
  #endProgress: (() => void) | undefined;

  constructor(view: vscode.TreeView<Row>, model: ClusterModel, voice: Voice) {
    super();
    this.#view = view;
    this.#model = model;
    this.#voice = voice;
    this.register(model.onDidProgress(progress => this.#progress(progress)));
  }

  update(): void {
    const view = this.#view;
    const text = this.#message().join('\n');
    // An empty message would hide the welcome text.
    (view as { message: string | undefined }).message = text === '' ? undefined : text;
    const fail = this.#model.assessed?.summary.fail ?? 0;
    const badge =
      fail === 0 ? undefined : { value: fail, tooltip: this.#voice.say('clusterView.badge', { count: fail }) };
    (view as { badge: vscode.ViewBadge | undefined }).badge = badge;
    if (this.#model.busy && this.#endProgress === undefined) this.#beginProgress();
  }

  override dispose(): void {
    this.#endProgress?.();
    super.dispose();
  }

  #message(): readonly string[] {
    const { state } = this.#model;
    const voice = this.#voice;
    if (state.kind === 'failed') {
      const { context, trouble } = state;
      const reason = voice.of(trouble.words);
      const next = voice.of(trouble.next);
      return [voice.say('clusterView.failedMessage', { context, reason, next })];
    }
    if (state.kind !== 'connected') return [];
    const { assessed, trouble } = state;
    const { source, snapshot, target, data, behind, beyond } = assessed;
    const lines: string[] = [];
    if (source === 'example') lines.push(voice.say('clusterView.exampleMessage'));
    if (source === 'snapshot') {
      const { context } = snapshot.source;
      lines.push(voice.say('clusterView.snapshotMessage', { context, time: timeText(snapshot.takenAt) }));
    }
    if (trouble !== null) {
      const reason = voice.of(trouble.words);
      lines.push(voice.say('clusterView.refreshFailed', { reason, next: voice.of(trouble.next) }));
    }
    lines.push(...snapshot.notices.map(voice.of));
    if (behind !== null) lines.push(voice.say('clusterView.targetBehind', { version: behind }));
    if (beyond) lines.push(voice.say('clusterView.beyondData', { version: target.version, newest: data.newest }));
    return lines;
  }

  #beginProgress(): void {
    const location = { viewId: 'kubeUpgrade.cluster' };
    void vscode.window.withProgress({ location }, () => new Promise<void>(resolve => (this.#endProgress = resolve)));
  }

  #progress(progress: Progress | null): void {
    const view = this.#view as { description: string | undefined };
    if (progress === null) {
      this.#endProgress?.();
      this.#endProgress = undefined;
      view.description = undefined;
    } else {
      view.description = this.#voice.say('clusterView.progress', { ...progress });
    }
  }
}
