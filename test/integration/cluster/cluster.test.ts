// The cluster view in a real extension host, on the example that ships: rows, pages, files.
import * as assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Row } from '../../../src/views/cluster/clusterView';
import { CheckRow } from '../../../src/views/cluster/nodes/checkRow';
import { all, check, closeAll, ID, open } from './helpers';

describe('the cluster view', () => {
  let folder: string;
  before(async () => {
    await vscode.extensions.getExtension(ID)!.activate();
    folder = await mkdtemp(join(tmpdir(), 'kube-upgrade-view-'));
  });
  afterEach(closeAll);
  after(() => rm(folder, { recursive: true, force: true }));

  describe('the example', () => {
    it('is a cluster, its step, its checks with what blocks first, and their objects', async () => {
      const { view, tree } = open();
      await view.files.seeExample();
      const [cluster, ...others] = view.rows();
      assert.deepEqual(others, []);
      const item = cluster!.toItem();
      assert.equal(item.label, 'example-shop · Kubernetes 1.32 → 1.33');
      assert.match(String(item.description), /^blocked · 1 step · example$/);
      assert.match(
        item.accessibilityInformation!.label,
        /^example-shop · Kubernetes 1\.32 → 1\.33: blocked, 1 step\. Read /,
      );
      const [step] = cluster!.children;
      assert.equal(step!.toItem().label, 'Step 1  1.32 → 1.33');
      const states = step!.children.map(row => String(row.toItem().description ?? '').split(' · ')[0]);
      const order = ['blocked', 'warning', 'not checked', 'information'];
      const known = states.filter(state => order.includes(state!));
      assert.deepEqual(
        known,
        [...known].sort((a, b) => order.indexOf(a!) - order.indexOf(b!)),
      );
      const { fail, unknown } = view.model.assessed!.summary;
      assert.deepEqual(
        [fail, unknown].map(count => count > 0),
        [true, true],
      );
      assert.equal(known.filter(state => state === 'blocked').length, fail);
      assert.equal(known.filter(state => state === 'not checked').length, unknown);
      assert.deepEqual(tree.badge?.value, fail);
      assert.match(tree.message ?? '', /^An example/);
      assert.match(String(step!.toItem().description), new RegExp(`^${fail} blockers · `));

      const budgets = check(view, 'pdb-blocks-drain');
      assert.match(String(budgets.toItem().description), /^blocked · 1 object · The budget shop\/cart /);
      const [budget] = budgets.children;
      assert.equal(budget!.toItem().label, 'shop/PodDisruptionBudget cart');
      assert.match(
        budget!.toItem().accessibilityInformation!.label,
        /^blocked: shop\/PodDisruptionBudget cart\. The budget/,
      );
      const passed = step!.children.find(row => row.id.endsWith('/passed'))!;
      assert.equal(passed.toItem().collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
      assert.match(String(passed.toItem().label), /^\d+ passed$/);
    });

    it('has rows whose ids are unique and stay the same', async () => {
      const { view } = open();
      await view.files.seeExample();
      const first = [...all(view.rows())].map(row => row.toItem().id);
      assert.equal(new Set(first).size, first.length);
      await view.files.seeExample();
      assert.deepEqual(
        [...all(view.rows())].map(row => row.toItem().id),
        first,
      );
    });

    it('does not decide where the editor goes', async () => {
      const { view, facts } = open();
      await view.files.seeExample();
      assert.deepEqual(
        facts.filter(one => one !== 'left'),
        [],
      );
    });

    it('is judged again for another target, and says when that lies behind', async () => {
      const { view, tree } = open();
      await view.files.seeExample();
      const settings = vscode.workspace.getConfiguration('kubeUpgrade');
      const label = () => String(view.rows()[0]!.toItem().label);
      try {
        await settings.update('targetVersion', '1.34', vscode.ConfigurationTarget.Workspace);
        await view.model.reassess();
        assert.equal(label(), 'example-shop · Kubernetes 1.32 → 1.34');
        assert.equal(view.rows()[0]!.children.length, 2);
        await settings.update('targetVersion', '1.30', vscode.ConfigurationTarget.Workspace);
        await view.model.reassess();
        assert.equal(label(), 'example-shop · Kubernetes 1.32 → 1.33');
        assert.match(tree.message ?? '', /target version 1\.30 does not lie ahead/);
      } finally {
        await settings.update('targetVersion', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  });

  describe('a row', () => {
    it('explains itself in a read-only Markdown page', async () => {
      const { view } = open();
      await view.files.seeExample();
      await view.actions.explain(check(view, 'pdb-blocks-drain'));
      const { document } = vscode.window.activeTextEditor!;
      assert.equal(document.languageId, 'markdown');
      assert.match(document.getText(), /^# PodDisruptionBudgets/);
      assert.match(document.getText(), /kubectl describe poddisruptionbudget cart --namespace shop/);
      await vscode.commands.executeCommand('type', { text: 'x' });
      assert.doesNotMatch(document.getText(), /^x/);
    });

    it('says which permission is missing', async () => {
      const { view } = open();
      await view.files.seeExample();
      const unknown = [...all(view.rows())].find(row => row instanceof CheckRow && row.result.state === 'unknown');
      assert.match(String(unknown!.toItem().description), /^not checked · missing permission: /);
      await view.actions.explain(unknown);
      assert.match(vscode.window.activeTextEditor!.document.getText(), /^- `(?:get|list) /m);
    });

    it('shows its object, and that only some fields were kept', async () => {
      const { view } = open();
      await view.files.seeExample();
      const [budget] = check(view, 'pdb-blocks-drain').children;
      assert.match(budget!.toItem().contextValue!, /\bobject\b/);
      await view.actions.showObject(budget);
      const { document } = vscode.window.activeTextEditor!;
      assert.equal(document.languageId, 'yaml');
      assert.match(document.getText(), /^# Read from example-shop on .* Only the fields/);
      assert.match(document.getText(), /kubectl get poddisruptionbudget\.policy cart --namespace shop/);
      assert.match(document.getText(), /maxUnavailable: 0/);
    });

    it('hands out its command', async () => {
      const { view } = open();
      await view.files.seeExample();
      await view.actions.copyCommand(check(view, 'pdb-blocks-drain').children[0]);
      const copied = await vscode.env.clipboard.readText();
      assert.equal(copied, 'kubectl describe poddisruptionbudget cart --namespace shop');
    });

    it('leads to the manifest in the workspace', async () => {
      const [root] = vscode.workspace.workspaceFolders!;
      const uri = vscode.Uri.joinPath(root!.uri, 'budget.yaml').toString();
      const asked: unknown[] = [];
      const found = [{ uri, label: 'budget.yaml', line: 4, character: 12, certainty: 'exact' }];
      const { view } = open((async (query: unknown) => {
        asked.push(query);
        return found;
      }) as never);
      await view.files.seeExample();
      await view.actions.goToManifest(check(view, 'pdb-blocks-drain').children[0]);
      const editor = vscode.window.activeTextEditor!;
      assert.equal(editor.document.uri.toString(), uri);
      assert.equal(editor.selection.active.line, 4);
      const query = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', namespace: 'shop', name: 'cart' };
      assert.deepEqual(asked, [query]);
    });
  });

  describe('files', () => {
    it('a report is exported as Markdown and as HTML, by the extension itself', async () => {
      await vscode.commands.executeCommand('kubeUpgrade.cluster.seeExample');
      for (const [name, start] of [
        ['report.md', '# Upgrade readiness of example-shop'],
        ['report.html', '<!DOCTYPE html>'],
      ] as const) {
        const path = join(folder, name);
        await vscode.commands.executeCommand('kubeUpgrade.cluster.exportReport', vscode.Uri.file(path));
        const text = await readFile(path, 'utf8');
        assert.ok(text.startsWith(start), text.slice(0, 80));
        assert.match(text, /shop\/PodDisruptionBudget cart/);
      }
    });

    it('a snapshot is saved, and opens again with the same rows', async () => {
      const { view } = open();
      await view.files.seeExample();
      const path = vscode.Uri.file(join(folder, 'saved.json'));
      await view.files.saveSnapshot(path);
      const other = open();
      await other.view.files.openSnapshot(path);
      const ids = (rows: readonly Row[]): string[] => [...all(rows)].map(({ id }) => id);
      assert.deepEqual(ids(other.view.rows()), ids(view.rows()));
      assert.match(other.tree.message ?? '', /^A snapshot, read from example-shop/);
    });

    it('what is no snapshot is refused, and what was shown stays', async () => {
      const { view } = open();
      await view.files.seeExample();
      const path = join(folder, 'wrong.json');
      await writeFile(path, '{}');
      const problem = await view.model.open(path, 'snapshot');
      assert.deepEqual(problem, { key: 'snapshot.notOne' });
      assert.equal(view.model.assessed?.source, 'example');
    });
  });
});
