/** The lightbulb, fix on save, previews and commands, in both hosts. */
import * as vscode from 'vscode';
import { toWorkspaceEdit } from '../../../src/editor/edits';
import { type AnalysedFile } from '../../../src/editor/documents';
import {
  actionsAt,
  rawActionsAt,
  apply,
  closeAll,
  count,
  edit,
  equal,
  findingsAre,
  ok,
  open,
  setting,
  untitled,
  uriOf,
} from './helpers';

const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1beta1\nkind: Role\nmetadata: { name: a } # why\nrules: []\n';
const ROLE_NOW = ROLE.replace('v1beta1', 'v1');

const CONVERTED_INGRESS = `# The shop's front door.
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop # keep the name
  namespace: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: ImplementationSpecific
            backend:
              service:
                name: storefront # the pages
                port:
                  number: 80
`;

const everything = (document: vscode.TextDocument): vscode.Range => new vscode.Range(0, 0, document.lineCount, 0);

describe('actions in the editor', () => {
  afterEach(closeAll);

  it('converts structure and leaves every comment in place', async () => {
    const document = await untitled(
      (await vscode.workspace.openTextDocument(uriOf('deploy/ingress.yaml'))).getText(),
      1,
    );
    const [found] = await findingsAre(document.uri, count(1));
    const actions = await actionsAt(document.uri, found!.range, 'quickfix');
    equal(
      actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      ['Convert to networking.k8s.io/v1'],
    );
    await apply(actions, 'Convert to networking.k8s.io/v1');
    equal(document.getText(), CONVERTED_INGRESS);
    await findingsAre(document.uri, count(0));
  });

  it('converts all in a file, skipping nothing that is certain', async () => {
    const document = await untitled(`${ROLE}---\n${ROLE}`, 2);
    const actions = await actionsAt(document.uri, new vscode.Range(0, 14, 0, 14), 'quickfix');
    await apply(actions, 'Convert all 2 in this file');
    equal(document.getText(), `${ROLE_NOW}---\n${ROLE_NOW}`);
  });

  it('ignores a rule by a comment on its line', async () => {
    const document = await untitled(ROLE, 1);
    const [found] = await findingsAre(document.uri, count(1));
    await apply(await actionsAt(document.uri, found!.range, 'quickfix'), 'Ignore removed-api here');
    equal(document.lineAt(0).text, 'apiVersion: rbac.authorization.k8s.io/v1beta1 # kube-upgrade-ignore removed-api');
    await findingsAre(document.uri, count(0));
  });

  it('offers to ignore in the configuration where the file has no comments', async () => {
    const { document, found } = await open('deploy/ingress.json', 1);
    const ignore = (await rawActionsAt(document, found[0]!.range)).find(({ title }) => title.startsWith('Ignore'));
    equal(ignore?.disabled, undefined);
    equal(ignore?.command?.command, '_kubeUpgrade.ignoreInConfig');
    await apply(await actionsAt(document.uri, found[0]!.range), 'Convert to networking.k8s.io/v1');
    ok(document.getText().includes('"apiVersion": "networking.k8s.io/v1",'), document.getText());
  });

  it('keeps a conversion that a person must decide in the list, disabled, with the reason', async () => {
    const { document, found } = await open('deploy/policy.yaml', 1);
    const actions = await rawActionsAt(document, found[0]!.range);
    const disabled = actions.filter(action => action.disabled !== undefined);
    equal(disabled.length, 1);
    ok(disabled[0]!.disabled!.reason.length > 20, 'a reason in words');
    ok(!actions.some(({ isPreferred }) => isPreferred), 'nothing is preferred');
    ok(
      actions.some(({ command }) => command?.command === 'kubeUpgrade.explain'),
      'a way to the explanation',
    );
  });

  it('answers to the specific kind of fix all, and to the bare one only when told to', async () => {
    const document = await untitled(ROLE, 1);
    const kinds = async (kind: string): Promise<number> =>
      (await actionsAt(document.uri, everything(document), kind)).length;
    equal([await kinds('source.fixAll.kubeUpgrade'), await kinds('source.fixAll')], [1, 0]);
    await setting('kubeUpgrade.fixAll.enable', true);
    try {
      equal(await kinds('source.fixAll'), 1);
    } finally {
      await setting('kubeUpgrade.fixAll.enable', undefined);
    }
  });

  it('converts on save what is certain, when asked to', async () => {
    const uri = uriOf('deploy/saved.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(ROLE));
    await setting('editor.codeActionsOnSave', { 'source.fixAll.kubeUpgrade': 'explicit' });
    try {
      const { document } = await open('deploy/saved.yaml', 1);
      await edit(document, changes => changes.insert(uri, new vscode.Position(0, 0), '# saved\n'));
      ok(await document.save(), 'not saved');
      equal(document.getText(), `# saved\n${ROLE_NOW}`);
      equal(document.isDirty, false);
    } finally {
      await setting('editor.codeActionsOnSave', undefined);
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('rewrites nothing on save unasked', async () => {
    const uri = uriOf('deploy/kept.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(ROLE));
    const { document } = await open('deploy/kept.yaml', 1);
    await edit(document, changes => changes.insert(uri, new vscode.Position(0, 0), '# saved\n'));
    ok(await document.save(), 'not saved');
    equal(document.getText(), `# saved\n${ROLE}`);
    await vscode.workspace.fs.delete(uri);
  });

  it('previews in a diff and writes nothing', async () => {
    const { document, found } = await open('deploy/jobs.yaml', 2);
    const before = document.getText();
    const action = await apply(await actionsAt(document.uri, found[1]!.range, 'quickfix'), 'Preview conversion');
    await vscode.commands.executeCommand(action.command!.command, ...(action.command!.arguments ?? []));
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    ok(input instanceof vscode.TabInputTextDiff, 'no diff is open');
    equal(input.original.toString(), document.uri.toString());
    const preview = await vscode.workspace.openTextDocument(input.modified);
    equal(preview.getText(), before.replace('k8s.io/v1beta1', 'k8s.io/v1'));
    equal(document.getText(), before);
    equal(vscode.languages.getDiagnostics(input.modified).length, 0, 'the preview is not judged');
  });

  it('converts the active file by command', async () => {
    const document = await untitled(ROLE, 1);
    await vscode.commands.executeCommand('kubeUpgrade.convertFile');
    equal(document.getText(), ROLE_NOW);
  });

  it('opens a sample that has something to find', async () => {
    await vscode.commands.executeCommand('kubeUpgrade.openSample');
    const document = vscode.window.activeTextEditor?.document;
    ok(document?.isUntitled, 'no untitled document');
    await findingsAre(document.uri, count(2));
    await vscode.commands.executeCommand('kubeUpgrade.convertFile');
    await findingsAre(document.uri, count(0));
  });

  it('makes no edit for a text that has changed since', async () => {
    const document = await untitled(ROLE, 1);
    const file = { document, version: document.version } as AnalysedFile;
    const change = [{ start: 0, end: 0, newText: '#' }];
    ok(toWorkspaceEdit(file, change), 'an edit for the same version');
    await edit(document, changes => changes.insert(document.uri, new vscode.Position(0, 0), '\n'));
    equal(toWorkspaceEdit(file, change), undefined);
  });
});
