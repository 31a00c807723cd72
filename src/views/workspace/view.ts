/** The Workspace view: rows from the index, counts, badge, filter and progress. */
import * as vscode from 'vscode';
import { type Phrases } from '../../editor/phrases';
import { ContextKey } from '../../platform/contextKey';
import { Disposable } from '../../platform/disposable';
import { type IndexedFile, type IndexedFinding } from '../../workspace/model';
import { type WorkspaceScan } from '../../workspace/workspaceScan';
import { countsText } from './counts';
import { findingItem } from './items/finding';
import { groupItem } from './items/group';
import { noteItem } from './items/note';
import { type GroupRow, type Order, type Row, rowsOf } from './rows';

const VIEW = 'kubeUpgrade.workspace';
const ORDER_KEY = 'workspace.order';

export class WorkspaceView extends Disposable implements vscode.TreeDataProvider<Row> {
  readonly #scan: WorkspaceScan;
  readonly #phrases: Phrases;
  readonly #memory: vscode.Memento;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #view: vscode.TreeView<Row>;
  readonly #stateKey = new ContextKey('kubeUpgrade.workspaceState');
  readonly #orderKey = new ContextKey('kubeUpgrade.workspaceOrder');
  readonly #filterKey = new ContextKey('kubeUpgrade.workspaceFiltered');
  #rows: readonly GroupRow[] | undefined;
  #parents = new Map<Row, GroupRow>();
  #filter = '';
  #endProgress: (() => void) | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(scan: WorkspaceScan, phrases: Phrases, memory: vscode.Memento) {
    super();
    this.#scan = scan;
    this.#phrases = phrases;
    this.#memory = memory;
    this.#view = this.register(
      vscode.window.createTreeView<Row>(VIEW, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.register(scan.onDidChange(() => this.#update()));
    this.register(
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && scan.state.kind === 'idle') void scan.scan();
      }),
    );
    this.#update();
  }

  get order(): Order {
    const kept = this.#memory.get<Order>(ORDER_KEY);
    return kept === 'kind' || kept === 'step' ? kept : 'file';
  }

  async setOrder(order: Order): Promise<void> {
    await this.#memory.update(ORDER_KEY, order);
    this.#update();
  }

  /** Asks for the text to look for; the rows follow while it is typed. */
  async askFilter(): Promise<void> {
    const before = this.#filter;
    const box = vscode.window.createInputBox();
    box.title = this.#phrases.say('workspace.filter.title');
    box.placeholder = this.#phrases.say('workspace.filter.placeholder');
    box.value = before;
    box.onDidChangeValue(text => this.setFilter(text));
    let accepted = false;
    box.onDidAccept(() => {
      accepted = true;
      box.hide();
    });
    await new Promise<void>(resolve => {
      box.onDidHide(() => resolve());
      box.show();
    });
    box.dispose();
    if (!accepted) this.setFilter(before);
  }

  setFilter(text: string): void {
    if (text === this.#filter) return;
    this.#filter = text;
    this.#update();
  }

  getChildren(row?: Row): Row[] {
    if (row === undefined) return [...this.#all()];
    return row.type === 'group' ? [...row.rows] : [];
  }

  getParent(row: Row): Row | undefined {
    return this.#parents.get(row);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    if (row.type === 'group') return groupItem(row, this.#phrases);
    return row.type === 'finding' ? findingItem(row, this.#phrases) : noteItem(row, this.#phrases);
  }

  override dispose(): void {
    this.#endProgress?.();
    super.dispose();
  }

  #all(): readonly GroupRow[] {
    if (this.#rows !== undefined) return this.#rows;
    this.#rows = rowsOf(this.#scan.index, this.#scan.skipped, this.order, (file, found) => this.#shows(file, found));
    this.#parents = new Map(this.#rows.flatMap(group => group.rows.map(row => [row, group] as const)));
    return this.#rows;
  }

  #shows(file: IndexedFile, { finding }: IndexedFinding): boolean {
    if (this.#filter === '') return true;
    const { kind, name, namespace, apiVersion } = finding.resource;
    const { say, of } = { say: this.#phrases.say.bind(this.#phrases), of: this.#phrases.of.bind(this.#phrases) };
    const severity = say(`workspace.severity.${finding.severity}`);
    const texts = [
      file.label,
      kind,
      name ?? '',
      namespace ?? '',
      apiVersion,
      finding.ruleId,
      severity,
      of(finding.message),
    ];
    return texts.some(text => text.toLowerCase().includes(this.#filter.toLowerCase()));
  }

  #update(): void {
    const { state, index } = this.#scan;
    const totals = index.totals();
    this.#rows = undefined;
    this.#orderKey.set(this.order);
    this.#filterKey.set(this.#filter !== '');
    this.#stateKey.set(
      vscode.workspace.workspaceFolders === undefined
        ? 'noFolder'
        : state.kind === 'done' && totals.manifests === 0
          ? 'empty'
          : state.kind,
    );
    this.#view.description = countsText(totals, this.#phrases);
    const { error } = totals;
    this.#view.badge =
      error === 0 ? undefined : { value: error, tooltip: this.#phrases.say('workspace.badge', { count: error }) };
    this.#view.message = this.#message();
    this.#progress(state.kind === 'scanning');
    this.#changed.fire();
  }

  /** A message hides the welcome, so there is one only with a filter. */
  #message(): string {
    if (this.#filter === '') return '';
    const any = this.#all().some(({ heading }) => heading.by !== 'notChecked');
    return this.#phrases.say(any ? 'workspace.filter.active' : 'workspace.filter.nothing', { text: this.#filter });
  }

  /** The line that runs along the top of the view. */
  #progress(running: boolean): void {
    if (!running) {
      this.#endProgress?.();
      this.#endProgress = undefined;
    } else if (this.#endProgress === undefined) {
      void vscode.window.withProgress(
        { location: { viewId: VIEW } },
        () => new Promise<void>(resolve => (this.#endProgress = resolve)),
      );
    }
  }
}
