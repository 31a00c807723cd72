/** ECI in open YAML, in both hosts: findings once the table is there, fixes, completion, hover. */
import * as vscode from 'vscode';
import { closeAll, count, edit, equal, findings, findingsAre, ok, open, uriOf } from '../editor/helpers';

const K = 'k8s.aliyun.com/';

const rulesOf = (found: readonly vscode.Diagnostic[]): unknown[] =>
  found.map(({ code, severity }) => [typeof code === 'object' ? code.value : code, severity]);

function placeOf(document: vscode.TextDocument, text: string, offset = 1): vscode.Position {
  const at = document.getText().indexOf(text);
  ok(at >= 0, `no ${text}`);
  return document.positionAt(at + offset);
}

async function proposals(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.filter(({ label }) => typeof label !== 'string' && label.description === 'ECI');
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

async function fixTitles(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(position, position),
    vscode.CodeActionKind.QuickFix.value,
    100,
  );
}

async function fix(document: vscode.TextDocument, position: vscode.Position, title: string): Promise<void> {
  const actions = await fixTitles(document, position);
  const action = actions.find(one => one.title === title);
  ok(action?.edit, `no “${title}” among: ${actions.map(one => one.title).join(' | ')}`);
  ok(await vscode.workspace.applyEdit(action.edit), 'not applied');
}

describe('ECI annotations in the editor', () => {
  afterEach(closeAll);

  it('are judged by themselves once the table has been read', async () => {
    const { found } = await open('deployment.yaml', 5);
    equal(rulesOf(found), [
      ['eci-annotation-placement', vscode.DiagnosticSeverity.Warning],
      ['eci-spec-rounding', vscode.DiagnosticSeverity.Information],
      ['eci-annotation-type', vscode.DiagnosticSeverity.Error],
      ['eci-annotation-renamed', vscode.DiagnosticSeverity.Information],
      ['eci-annotation-readonly', vscode.DiagnosticSeverity.Warning],
    ]);
    ok(found[1]!.message.includes('3-6Gi becomes 4-8Gi'), found[1]!.message);
  });

  it('are fixed one after the other, until nothing is left but what is only told', async () => {
    const { document } = await open('deployment.yaml', 5);
    await fix(document, placeOf(document, `${K}eci-spot-strategy`), 'Move to spec.template.metadata.annotations');
    await findingsAre(document.uri, count(4));
    await fix(document, placeOf(document, 'fallback: true', 11), 'Write it as a string: "true"');
    await findingsAre(document.uri, count(3));
    await fix(document, placeOf(document, `${K}eci-image-cache`), `Rename to ${K}eci-auto-imc`);
    await findingsAre(document.uri, count(2));
    await fix(document, placeOf(document, `${K}eci-platform-version`), `Remove ${K}eci-platform-version`);
    await findingsAre(document.uri, count(1));
    equal(
      document.getText(),
      `apiVersion: apps/v1
kind: Deployment
metadata:
  name: renderer
spec:
  replicas: 2
  selector:
    matchLabels:
      app: renderer
  template:
    metadata:
      labels:
        app: renderer
        alibabacloud.com/eci: "true"
      annotations:
        k8s.aliyun.com/eci-use-specs: "3-6Gi"
        k8s.aliyun.com/eci-spot-fallback: "true"
        k8s.aliyun.com/eci-auto-imc: "true"
        # cheap, may go away
        k8s.aliyun.com/eci-spot-strategy: SpotAsPriceGo
    spec:
      containers:
        - name: renderer
          image: registry.example.com/media/renderer:5.5.0
`,
    );
  });

  it('are said nothing of in the values of a chart', async () => {
    await open('deployment.yaml', 5);
    const document = await vscode.workspace.openTextDocument(uriOf('values.yaml'));
    await vscode.window.showTextDocument(document, { preview: false });
    equal(await proposals(document, new vscode.Position(2, 2)), []);
    equal(findings(document.uri).length, 0);
  });
});

describe('completion of ECI annotations', () => {
  afterEach(closeAll);

  it('key and value, with units, limits and meaning', async () => {
    const { document } = await open('pod.yaml', 0);
    const line = new vscode.Position(5, 4);
    const items = await proposals(document, line);
    const names = items.map(labelOf);
    for (const name of [`${K}eci-use-specs`, `${K}eci-spot-strategy`, 'network.alibabacloud.com/pod-with-eip'])
      ok(names.includes(name), name);
    const pending = items.find(item => labelOf(item) === `${K}eci-max-pending-minute`);
    ok(pending, 'eci-max-pending-minute');
    equal(pending.detail, '10 to 1440 minutes, default 240');
    const words = pending.documentation;
    ok(typeof words === 'object' && words.value.includes('How long the pod may stay Pending.'), 'its meaning');
    const written = items.find(item => labelOf(item) === `${K}eci-platform-version`);
    ok(written?.tags?.includes(vscode.CompletionItemTag.Deprecated), 'struck through');

    await edit(document, changes => changes.insert(document.uri, line, `${K}eci-spot-strategy: `));
    const values = await proposals(document, document.lineAt(5).range.end);
    equal(values.map(labelOf), ['SpotAsPriceGo', 'SpotWithPriceLimit']);
  });

  it('inserts the key with its value quoted', async () => {
    const { document } = await open('pod.yaml', 0);
    const line = new vscode.Position(5, 4);
    const item = (await proposals(document, line)).find(each => labelOf(each) === `${K}eci-fail-strategy`);
    ok(item?.insertText instanceof vscode.SnippetString, 'a snippet');
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(item.insertText, line);
    equal(document.lineAt(5).text, `    ${K}eci-fail-strategy: "fail-back"`);
  });
});

describe('hover of ECI annotations', () => {
  afterEach(closeAll);

  const hoverOf = async (document: vscode.TextDocument, text: string): Promise<string> => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, text),
    );
    return hovers
      .flatMap(({ contents }) => contents.map(one => (typeof one === 'string' ? one : one.value)))
      .join('\n');
  };

  it('on a key in which nothing is wrong, and with a finding', async () => {
    const { document } = await open('deployment.yaml', 5);
    const plain = await hoverOf(document, 'alibabacloud.com/eci');
    for (const part of ['Label: run the pod', 'label of the pod or of its Namespace', 'https://help.aliyun.com/'])
      ok(plain.includes(part), `${part} in ${plain}`);
    const wrong = await hoverOf(document, `${K}eci-platform-version`);
    for (const part of [
      'ECI platform version, written when the pod is created',
      'eci-platform-version-compatibility-matrix',
    ])
      ok(wrong.includes(part), `${part} in ${wrong}`);
  });
});
