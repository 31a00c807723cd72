// What the tests of the cluster view share: a view of our own beside the extension's, so that its rows can be seen.
import * as vscode from 'vscode';
import { type ClusterFacts } from '../../../src/editor/clusterFacts';
import { ClusterView, type Row } from '../../../src/views/cluster/clusterView';
import { CheckRow } from '../../../src/views/cluster/nodes/checkRow';

export const ID = 'kube-upgrade-readiness.kube-upgrade-readiness';

export interface Opened {
  readonly view: ClusterView;
  /** What the view says around its rows. */
  readonly tree: { message?: string; badge?: vscode.ViewBadge };
  readonly facts: (ClusterFacts | 'left')[];
}

const opened: ClusterView[] = [];

export function open(locate: () => Promise<never[]> = async () => []): Opened {
  const { extensionUri } = vscode.extensions.getExtension(ID)!;
  const log = vscode.window.createOutputChannel('test', { log: true });
  const tree: Opened['tree'] & object = Object.assign({}, { onDidChangeVisibility: new vscode.EventEmitter().event });
  const facts: (ClusterFacts | 'left')[] = [];
  const view = new ClusterView({
    ...{ extensionUri, version: 'test', language: 'en', log, refresh: () => {}, locate },
    view: tree as unknown as vscode.TreeView<Row>,
    useCluster: one => facts.push(one),
  });
  opened.push(view);
  return { view, tree, facts };
}

export async function closeAll(): Promise<void> {
  for (const view of opened.splice(0)) view.dispose();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function* all(rows: readonly Row[]): Iterable<Row> {
  for (const row of rows) {
    yield row;
    yield* all(row.children);
  }
}

export function check(view: ClusterView, id: string): CheckRow {
  for (const row of all(view.rows())) if (row instanceof CheckRow && row.result.checkId === id) return row;
  throw new Error(`no row of ${id}`);
}
