/**
 * The cluster half's place in the extension: commands and an empty view. What it shows and does is loaded when the view is
 * first seen or a command is run; nothing connects by itself.
 */
import * as vscode from 'vscode';
import { type ClusterFacts, readFacts } from './editor/clusterFacts';
import { type EditorHalf } from './editor/activate';
import { Disposable } from './platform/disposable';
import { traceOf } from './platform/errors';
import { type ClusterView, type Row } from './views/cluster/clusterView';
import { toLanguage } from './words/language';

const VIEW = 'kubeUpgrade.cluster';
const LAST_SEEN = 'kubeUpgrade.cluster.lastSeen';

export class ClusterHalf extends Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #editor: EditorHalf;
  readonly #view: vscode.TreeView<Row>;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #loading: Promise<ClusterView> | undefined;
  #facts: ClusterFacts | undefined;

  constructor(context: vscode.ExtensionContext, editor: EditorHalf) {
    super();
    this.#context = context;
    this.#editor = editor;
    const treeDataProvider: vscode.TreeDataProvider<Row> = {
      onDidChangeTreeData: this.#changed.event,
      getChildren: async row => [...(await this.#load()).rows(row)],
      getTreeItem: row => row.toItem(),
      getParent: row => row.parent,
    };
    this.#view = this.register(vscode.window.createTreeView(VIEW, { treeDataProvider, showCollapseAll: true }));
    this.#use(readFacts(context.workspaceState.get(LAST_SEEN)));
    this.#add('kubeUpgrade.cluster.connect', view => this.#shown(view.connect()));
    this.#add('kubeUpgrade.cluster.chooseContext', view => this.#shown(view.chooseContext()));
    this.#add('kubeUpgrade.cluster.refresh', view => this.#shown(view.model.refresh()));
    this.#add('kubeUpgrade.cluster.cancel', view => view.model.cancel());
    this.#add('kubeUpgrade.cluster.disconnect', view => view.disconnect());
    this.#add('kubeUpgrade.cluster.seeExample', view => this.#shown(view.files.seeExample()));
    this.#add('kubeUpgrade.cluster.openSnapshot', (view, uri) => this.#shown(view.files.openSnapshot(asUri(uri))));
    this.#add('kubeUpgrade.cluster.saveSnapshot', (view, uri) => view.files.saveSnapshot(asUri(uri)));
    this.#add('kubeUpgrade.cluster.exportReport', (view, uri) => view.files.exportReport(asUri(uri)));
    this.#add('kubeUpgrade.cluster.explain', (view, row) => view.actions.explain(this.#row(row)));
    this.#add('kubeUpgrade.cluster.showObject', (view, row) => view.actions.showObject(this.#row(row)));
    this.#add('kubeUpgrade.cluster.copyCommand', (view, row) => view.actions.copyCommand(this.#row(row)));
    this.#add('kubeUpgrade.cluster.goToManifest', (view, row) => view.actions.goToManifest(this.#row(row)));
  }

  /** For tests: the loaded half. */
  load(): Promise<ClusterView> {
    return this.#load();
  }

  #add(name: string, run: (view: ClusterView, argument: unknown) => unknown): void {
    this.register(
      vscode.commands.registerCommand(name, async (argument: unknown) => {
        try {
          await run(await this.#load(), argument);
        } catch (error) {
          this.#editor.log.error(`${name} failed\n${traceOf(error)}`);
          throw error;
        }
      }),
    );
  }

  #load(): Promise<ClusterView> {
    this.#loading ??= this.#open().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #open(): Promise<ClusterView> {
    const { ClusterView } = await import(/* webpackChunkName: "clusterView" */ './views/cluster/clusterView.js');
    const { extensionUri, extension } = this.#context;
    const { version } = extension.packageJSON as { readonly version: string };
    return this.register(
      new ClusterView({
        ...{ extensionUri, version, view: this.#view },
        language: toLanguage(vscode.env.language),
        log: this.#editor.log,
        refresh: () => this.#changed.fire(),
        useCluster: facts => this.#use(facts === 'left' ? this.#facts && { ...this.#facts, connected: false } : facts),
        locate: query => this.#editor.locate(query),
      }),
    );
  }

  /** The view comes to the front while the work goes on. */
  async #shown(work: unknown): Promise<void> {
    await Promise.all([work, vscode.commands.executeCommand(`${VIEW}.focus`)]);
  }

  #use(facts: ClusterFacts | undefined): void {
    if (JSON.stringify(facts) === JSON.stringify(this.#facts)) return;
    this.#facts = facts;
    this.#editor.useCluster(facts);
    void this.#context.workspaceState.update(LAST_SEEN, facts);
  }

  /** The row that a menu belongs to, or from the palette the selected one. */
  #row(argument: unknown): Row | undefined {
    return (argument as Row | undefined) ?? this.#view.selection[0];
  }
}

function asUri(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : undefined;
}
