// Proves the chain itself: the extension is found, activates in this host and answers to its name.
import * as vscode from 'vscode';

const ID = 'kube-upgrade-readiness.kube-upgrade-readiness';

describe('activation', () => {
  it('activates when a YAML file is open', async () => {
    const extension = vscode.extensions.getExtension(ID);
    if (!extension) throw new Error(`${ID} is not among ${vscode.extensions.all.map(one => one.id).join(', ')}`);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no workspace folder');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'deployment.yaml'));
    await vscode.window.showTextDocument(document);
    await extension.activate();
    if (!extension.isActive) throw new Error('not active');
  });
});
