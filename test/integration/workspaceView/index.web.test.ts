/** The workspace's index in both hosts: problems of files that no editor shows, and everything that makes them go. */
import * as vscode from 'vscode';
import { equal, findings, findingsAre, ID, ok, setting, uriOf } from '../editor/helpers';

const JOB = 'deploy/job.yaml';
const POLICY = 'legacy/policy.json';
const CONFIG = '.kube-upgrade.yaml';

const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
const read = async (path: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
const has = (path: string, number: number): Promise<vscode.Diagnostic[]> =>
  findingsAre(uriOf(path), found => found.length === number);

describe('the workspace', () => {
  before(async () => {
    await vscode.extensions.getExtension(ID)!.activate();
    await setting('kubeUpgrade.scan.problems', true);
    await vscode.commands.executeCommand('kubeUpgrade.scanWorkspace');
  });

  after(async () => {
    await setting('kubeUpgrade.scan.problems', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('lists findings of files that no editor shows, once the user wants that', async () => {
    const [found] = await has(JOB, 1);
    equal([found!.range.start.line, found!.range.start.character], [0, 12]);
    equal((found!.code as { value: string }).value, 'removed-api');
    await has(POLICY, 1);
  });

  it('hands a file over to the editor that shows it, and back', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(JOB));
    await vscode.window.showTextDocument(document);
    await has(JOB, 1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 12, 0, 25), 'batch/v1');
    ok(await vscode.workspace.applyEdit(edit), 'edited');
    await has(JOB, 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await has(JOB, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await has(JOB, 1);
  });

  it('follows files that change, come and go without an editor', async () => {
    const text = await read(JOB);
    await write(JOB, text.replace('batch/v1beta1', 'batch/v1'));
    await has(JOB, 0);
    await write(JOB, text);
    await has(JOB, 1);
    await write('new/deep/job.yaml', text);
    await has('new/deep/job.yaml', 1);
    await vscode.workspace.fs.delete(uriOf('new'), { recursive: true });
    await has('new/deep/job.yaml', 0);
    await write('legacy-ignored/job.yaml', text);
    await write('sentinel.yaml', text);
    await has('sentinel.yaml', 1);
    equal(findings(uriOf('legacy-ignored/job.yaml')).length, 0, 'what Git ignores stays out');
    await vscode.workspace.fs.delete(uriOf('sentinel.yaml'));
    await has('sentinel.yaml', 0);
  });

  it('takes ignores from .kube-upgrade.yaml, and tells which are of no use', async () => {
    await write(CONFIG, 'ignore:\n- rule: removed-api\n  files: legacy\n- rule: removed-api\n  name: nobody\n');
    await has(POLICY, 0);
    const [unused] = await findingsAre(uriOf(CONFIG), found => found.length === 1);
    equal(unused!.range.start.line, 3);
    equal(unused!.severity, vscode.DiagnosticSeverity.Hint);
    await write(CONFIG, 'ignore:\n- rule: removed-api\n  files: legacy\n  until: 2020-01-01\n');
    await has(POLICY, 1);
    await findingsAre(uriOf(CONFIG), found => found.some(({ message }) => message.includes('2020-01-01')));
  });

  it('takes the target and exclusions from it, below the settings of the workspace', async () => {
    await setting('kubeUpgrade.targetVersion', undefined);
    await write(CONFIG, 'target: 1.23\nexclude: [legacy]\n');
    await has(JOB, 1);
    await has(POLICY, 0);
    await findingsAre(uriOf(JOB), found => found[0]?.severity === vscode.DiagnosticSeverity.Warning);
    await setting('kubeUpgrade.targetVersion', '1.31');
    await findingsAre(uriOf(JOB), found => found[0]?.severity === vscode.DiagnosticSeverity.Error);
    await vscode.workspace.fs.delete(uriOf(CONFIG));
    await has(POLICY, 1);
    equal(findings(uriOf(CONFIG)), []);
  });

  it('says nothing of closed files any more when the user does not want it', async () => {
    await setting('kubeUpgrade.scan.problems', false);
    await has(POLICY, 0);
    await setting('kubeUpgrade.scan.problems', true);
    await has(POLICY, 1);
  });
});
