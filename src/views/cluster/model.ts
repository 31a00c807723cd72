/** Holds what the cluster view shows, and how it gets there. Knows no tree; connects only when somebody asks. */
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  ClusterFailure,
  collectFrom,
  kubeconfigFiles,
  openSnapshot,
  type Progress,
  readKubeconfig,
  type Snapshot,
  toFailure,
} from '../../cluster/index.js';
import { type Message } from '../../core/model/message';
import { Disposable } from '../../platform/disposable';
import { traceOf } from '../../platform/errors';
import { type Assessor } from './assessor';
import { readClusterSettings } from './settings';
import { type Assessed, type SourceKind, type ViewState } from './state';

export interface ModelParts {
  readonly assessor: Assessor;
  readonly log: vscode.LogOutputChannel;
  /** Of this product, for the User-Agent. */
  readonly version: string;
}

export class ClusterModel extends Disposable {
  readonly #parts: ModelParts;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #progressed = this.register(new vscode.EventEmitter<Progress | null>());
  /** Replaced whenever another input takes over; what an older one still brings is dropped. */
  #run: AbortController | undefined;
  #state: ViewState = { kind: 'disconnected' };
  /** Chosen by hand; null: as the settings and the kubeconfig say. */
  #context: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;
  /** What is being read; null once nothing is. */
  readonly onDidProgress = this.#progressed.event;

  constructor(parts: ModelParts) {
    super();
    this.#parts = parts;
  }

  get state(): ViewState {
    return this.#state;
  }

  get busy(): boolean {
    return this.#run !== undefined;
  }

  get assessed(): Assessed | undefined {
    return this.#state.kind === 'connected' ? this.#state.assessed : undefined;
  }

  /** Whether there is a kubeconfig at all; looks, and connects to nothing. */
  look(): void {
    const { kind } = this.#state;
    if (this.busy || (kind !== 'disconnected' && kind !== 'no-kubeconfig') || !vscode.workspace.isTrusted) return;
    const found = kubeconfigFiles({ path: readClusterSettings().kubeconfig || null }).some(file => existsSync(file));
    this.#become({ kind: found ? 'disconnected' : 'no-kubeconfig' });
  }

  /** Reads the cluster of a context, by default the one chosen before. Resolves when it is done, failed or cancelled. */
  async connect(context: string | null = this.#context): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    this.#context = context;
    const settings = readClusterSettings();
    const named = context ?? (settings.context === '' ? null : settings.context);
    const before = this.#state;
    const keeps = before.kind === 'connected' && before.assessed.source === 'cluster';
    const run = this.#begin();
    if (!keeps) this.#become({ kind: 'connecting' });
    const began = performance.now();
    try {
      const snapshot = await collectFrom({
        kubeconfig: { path: settings.kubeconfig || null },
        context: named,
        version: this.#parts.version,
        extraPath: settings.extraPath,
        signal: run.signal,
        progress: progress => {
          if (this.#run === run) this.#progressed.fire(progress);
        },
      });
      this.#parts.log.info(`cluster: read in ${Math.round(performance.now() - began)} ms`);
      await this.#take(run, 'cluster', snapshot);
    } catch (error) {
      const name = named ?? (await this.#currentContext());
      if (this.#run === run) this.#fail(error, name, before, keeps);
    }
    this.#end(run);
  }

  /** The live cluster again. A snapshot stays what it is, and is only judged anew. */
  async refresh(): Promise<void> {
    if (this.assessed === undefined || this.assessed.source === 'cluster') return this.connect();
    await this.reassess();
  }

  /** Ends what is under way; what was there before stays. */
  cancel(): void {
    this.#run?.abort();
  }

  disconnect(): void {
    this.#begin().abort();
    this.#end(this.#run);
    this.#become({ kind: 'disconnected' });
    this.look();
  }

  /** Undefined once it is shown, else why not. */
  async open(path: string, source: SourceKind): Promise<Message | string | undefined> {
    const run = this.#begin();
    try {
      const loaded = await openSnapshot(path);
      if ('problem' in loaded) return loaded.problem;
      await this.#take(run, source, loaded.snapshot);
      return undefined;
    } catch (error) {
      this.#parts.log.warn(`snapshot: ${traceOf(error)}`);
      return (error as NodeJS.ErrnoException).code ?? (error as Error).name;
    } finally {
      this.#end(run);
    }
  }

  /** The same snapshot for another target. */
  async reassess(): Promise<void> {
    const before = this.#state;
    if (before.kind !== 'connected') return;
    const { source, snapshot } = before.assessed;
    const assessed = await this.#parts.assessor.assess(source, snapshot);
    if (this.#state === before) this.#become({ ...before, assessed });
  }

  /** Starts or stops the clock for refreshing by itself, as the settings say. */
  schedule(): void {
    clearTimeout(this.#timer);
    const { refreshMinutes } = readClusterSettings();
    if (refreshMinutes <= 0 || this.busy || this.assessed?.source !== 'cluster') return;
    this.#timer = setTimeout(() => void this.connect(), refreshMinutes * 60_000);
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    this.#run?.abort();
    super.dispose();
  }

  async #take(run: AbortController, source: SourceKind, snapshot: Snapshot): Promise<void> {
    const assessed = await this.#parts.assessor.assess(source, snapshot);
    if (this.#run === run) this.#become({ kind: 'connected', assessed, trouble: null });
  }

  /** What to call the connection that failed. */
  async #currentContext(): Promise<string> {
    const kubeconfig = await readKubeconfig({ path: readClusterSettings().kubeconfig || null }).catch(() => undefined);
    return kubeconfig?.current ?? 'kubeconfig';
  }

  #fail(error: unknown, context: string, before: ViewState, keeps: boolean): void {
    const failure = toFailure(error, this.#run?.signal);
    this.#parts.log.warn(`cluster: ${failure.kind}`);
    if (!(error instanceof ClusterFailure)) this.#parts.log.warn(traceOf(error));
    const trouble = { words: failure.words, next: failure.next };
    if (failure.kind === 'cancelled') this.#become(before.kind === 'failed' ? { kind: 'disconnected' } : before);
    else if (keeps && before.kind === 'connected') this.#become({ ...before, trouble });
    else if (failure.kind === 'no-kubeconfig') this.#become({ kind: 'no-kubeconfig' });
    else this.#become({ kind: 'failed', context, trouble });
  }

  #begin(): AbortController {
    this.#run?.abort();
    clearTimeout(this.#timer);
    return (this.#run = new AbortController());
  }

  #end(run: AbortController | undefined): void {
    if (run === undefined || this.#run !== run) return;
    this.#run = undefined;
    this.#progressed.fire(null);
    this.#changed.fire();
    this.schedule();
  }

  #become(state: ViewState): void {
    this.#state = state;
    this.#changed.fire();
  }
}
