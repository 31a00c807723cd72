/** The cluster half inside the editor: puts model, rows, pages and files together. Loaded when the view is first seen or asked for. */
import * as vscode from 'vscode';
import { readKubeconfig, toFailure } from '../../cluster/index.js';
import { type ClusterFacts } from '../../editor/clusterFacts';
import { ContextKey } from '../../platform/contextKey';
import { Disposable } from '../../platform/disposable';
import { type Language } from '../../words/formatter';
import { type Locate, RowActions } from './actions';
import { Assessor } from './assessor';
import { ClusterFiles } from './files';
import { ClusterModel } from './model';
import { ClusterRow } from './nodes/clusterRow';
import { FailureRow } from './nodes/failureRow';
import { type Row } from './nodes/row';
import { Pages } from './pages';
import { readClusterSettings } from './settings';
import { Summary } from './summary';
import { Voice } from './voice';

export type { Row };

/** What the extension gives. */
export interface ClusterHost {
  readonly extensionUri: vscode.Uri;
  readonly version: string;
  readonly language: Language;
  readonly log: vscode.LogOutputChannel;
  readonly view: vscode.TreeView<Row>;
  /** The rows changed. */
  readonly refresh: () => void;
  /** A cluster was read, or left: then it is what was last seen. */
  readonly useCluster: (facts: ClusterFacts | 'left') => void;
  readonly locate: Locate;
}

export class ClusterView extends Disposable {
  readonly model: ClusterModel;
  readonly actions: RowActions;
  readonly files: ClusterFiles;
  readonly #host: ClusterHost;
  readonly #voice: Voice;
  readonly #summary: Summary;
  readonly #state = new ContextKey('kubeUpgrade.cluster.state');
  readonly #source = new ContextKey('kubeUpgrade.cluster.source');
  readonly #busy = new ContextKey('kubeUpgrade.cluster.busy');
  #roots: readonly Row[] = [];
  /** What the rows were made from. */
  #shown: unknown;

  constructor(host: ClusterHost) {
    super();
    const { extensionUri, version, log, view } = host;
    this.#host = host;
    this.#voice = new Voice(host.language);
    this.model = this.register(new ClusterModel({ assessor: new Assessor(extensionUri), log, version }));
    const pages = this.register(new Pages());
    this.actions = new RowActions(this.model, pages, this.#voice, host.locate);
    this.files = new ClusterFiles(this.model, this.#voice, extensionUri);
    this.#summary = this.register(new Summary(view, this.model, this.#voice));
    this.register(this.model.onDidChange(() => this.#update()));
    this.register(view.onDidChangeVisibility(({ visible }) => visible && this.model.look()));
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(() => this.model.look()));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        const affects = (name: string): boolean => event.affectsConfiguration(`kubeUpgrade.${name}`);
        if (['targetVersion', 'currentVersion', 'provider'].some(affects)) void this.model.reassess();
        if (affects('cluster')) {
          this.model.look();
          this.model.schedule();
        }
      }),
    );
    this.#update();
    this.model.look();
  }

  rows(row?: Row): readonly Row[] {
    return row === undefined ? this.#roots : row.children;
  }

  /** Connects to the current context, or to the one that the settings name. */
  async connect(): Promise<void> {
    if (!this.#trusted()) return;
    await this.model.connect();
  }

  async chooseContext(): Promise<void> {
    if (!this.#trusted()) return;
    const { kubeconfig } = readClusterSettings();
    const voice = this.#voice;
    let contexts;
    try {
      ({ contexts } = await readKubeconfig({ path: kubeconfig || null }));
    } catch (error) {
      const { words, next } = toFailure(error);
      void vscode.window.showErrorMessage(`${voice.of(words)} ${voice.of(next)}`);
      return;
    }
    if (contexts.length === 0) return void vscode.window.showInformationMessage(voice.say('clusterView.noContexts'));
    const items = contexts.map(({ name, cluster, current }) => ({
      label: name,
      description: [cluster, ...(current ? [voice.say('clusterView.pickContext.current')] : [])].join(' · '),
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: voice.say('clusterView.pickContext.title'),
      placeHolder: voice.say('clusterView.pickContext.placeholder'),
      matchOnDescription: true,
    });
    if (picked !== undefined) await this.model.connect(picked.label);
  }

  disconnect(): void {
    this.model.disconnect();
  }

  #trusted(): boolean {
    if (vscode.workspace.isTrusted) return true;
    void vscode.window.showInformationMessage(this.#voice.say('clusterView.notTrusted'));
    return false;
  }

  #update(): void {
    const { state, busy } = this.model;
    this.#state.set(state.kind);
    this.#source.set(state.kind === 'connected' ? state.assessed.source : '');
    this.#busy.set(busy);
    this.#summary.update();
    const shown = state.kind === 'connected' ? state.assessed : state;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#roots = this.#makeRoots();
    this.#host.refresh();
    this.#tellEditor();
  }

  #makeRoots(): readonly Row[] {
    const { state } = this.model;
    if (state.kind === 'connected') return [new ClusterRow({ voice: this.#voice, assessed: state.assessed })];
    return state.kind === 'failed' ? [new FailureRow(state.context, state.trouble, this.#voice)] : [];
  }

  #tellEditor(): void {
    const { state } = this.model;
    const { assessed } = this.model;
    if (assessed?.source === 'cluster' && assessed.standing !== null) {
      const { context } = assessed.snapshot.source;
      const { provider } = assessed.target;
      this.#host.useCluster({ context, provider, ...assessed.standing, connected: true });
    } else if (state.kind !== 'connecting') {
      this.#host.useCluster('left');
    }
  }
}
