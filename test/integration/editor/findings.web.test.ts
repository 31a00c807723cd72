/** What is underlined, explained and cleared, in both hosts. */
import * as vscode from 'vscode';
import { ID, closeAll, count, edit, equal, findings, findingsAre, ok, open, setting, uriOf, untitled } from './helpers';

const OLD = 'apiVersion: rbac.authorization.k8s.io/v1beta1\nkind: Role\nmetadata: { name: a }\nrules: []\n';

describe('findings in the editor', () => {
  afterEach(closeAll);

  it('underlines the value of apiVersion, linked, struck through, with source and severity', async () => {
    const { document, found } = await open('deploy/ingress.yaml', 1);
    const [diagnostic] = found;
    ok(diagnostic, 'no finding');
    equal(document.getText(diagnostic.range), 'extensions/v1beta1');
    equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    equal(diagnostic.tags, [vscode.DiagnosticTag.Deprecated]);
    const code = diagnostic.code as { value: string; target: vscode.Uri };
    equal([code.value, code.target.scheme], ['removed-api', 'https']);
    ok(
      diagnostic.message.startsWith('Ingress extensions/v1beta1 is not served in Kubernetes 1.22'),
      diagnostic.message,
    );
  });

  it('judges each document of a file, and nothing inside data', async () => {
    const { document, found } = await open('deploy/jobs.yaml', 2);
    equal(
      found.map(({ range }) => document.getText(range)),
      ['batch/v1beta1', 'rbac.authorization.k8s.io/v1beta1'],
    );
    equal(
      found.map(({ range }) => range.start.line),
      [0, 22],
    );
  });

  it('reads JSON, and paths with blanks and other scripts', async () => {
    const json = await open('deploy/ingress.json', 1);
    equal(json.document.getText(json.found[0]!.range).replaceAll('"', ''), 'networking.k8s.io/v1beta1');
    const spaced = await open('deploy/sp ace 清单.yaml', 1);
    equal(spaced.found[0]!.range.start.line, 0);
  });

  it('reads a chart’s template unrendered', async () => {
    const { document, found } = await open('chart/templates/role.yaml', 1);
    equal(document.getText(found[0]!.range), 'rbac.authorization.k8s.io/v1beta1');
  });

  it('explains under the mouse', async () => {
    const { document, found } = await open('deploy/ingress.yaml', 1);
    const at = found[0]!.range.start.translate(0, 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers.flatMap(({ contents }) => contents.map(one => (one as vscode.MarkdownString).value)).join('\n');
    for (const part of [
      'Deprecated in',
      'Removed in',
      '1.22',
      'Use instead',
      'networking.k8s.io/v1',
      'Sources',
      '](https://',
    ]) {
      ok(text.includes(part), `no “${part}” in: ${text}`);
    }
    const beside = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(3, 2),
    );
    ok(!JSON.stringify(beside).includes('Removed in'), 'a hover beside the finding');
  });

  it('judges text that was never saved, and follows typing', async () => {
    const document = await untitled(OLD, 1);
    await edit(document, changes => changes.insert(document.uri, new vscode.Position(0, 0), '# one\n# two\n'));
    const [moved] = await findingsAre(document.uri, found => found[0]?.range.start.line === 2);
    equal(document.getText(moved!.range), 'rbac.authorization.k8s.io/v1beta1');
    await edit(document, changes => changes.replace(document.uri, moved!.range, 'rbac.authorization.k8s.io/v1'));
    await findingsAre(document.uri, count(0));
  });

  it('judges open files again when the target changes', async () => {
    const first = await open('deploy/ingress.yaml', 1);
    const second = await open('deploy/jobs.yaml', 2);
    await setting('kubeUpgrade.targetVersion', '1.20');
    try {
      const warning = (found: readonly vscode.Diagnostic[]): boolean =>
        found.length > 0 && found.every(({ severity }) => severity === vscode.DiagnosticSeverity.Warning);
      await Promise.all([
        findingsAre(first.document.uri, warning),
        findingsAre(second.document.uri, found => found.length === 1),
      ]);
    } finally {
      await setting('kubeUpgrade.targetVersion', '1.31');
    }
    await Promise.all([
      findingsAre(second.document.uri, count(2)),
      findingsAre(first.document.uri, found => found[0]?.severity === 0),
    ]);
  });

  it('takes severities and excluded files from the settings', async () => {
    const { document } = await open('deploy/ingress.yaml', 1);
    const changes: [string, unknown, (found: vscode.Diagnostic[]) => boolean][] = [
      [
        'kubeUpgrade.severity',
        { 'removed-api': 'information' },
        found => found[0]?.severity === vscode.DiagnosticSeverity.Information,
      ],
      ['kubeUpgrade.severity', { 'removed-api': 'off' }, count(0)],
      ['kubeUpgrade.severity', undefined, count(1)],
      ['kubeUpgrade.exclude', ['deploy/**'], count(0)],
      ['kubeUpgrade.exclude', undefined, count(1)],
    ];
    for (const [name, value, wanted] of changes) {
      const settled = findingsAre(document.uri, wanted);
      await setting(name, value);
      await settled;
    }
  });

  it('finds its way in a file of 15 000 lines', async () => {
    const part = (index: number): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c${index}\ndata:\n${'  key: value\n'.repeat(44)}---\n`.replace(
        /key/g,
        () => `k${index}`,
      );
    const document = await untitled(Array.from({ length: 300 }, (_, index) => part(index)).join('') + OLD, 1);
    ok(document.lineCount >= 15_000, `${document.lineCount} lines`);
    await edit(document, changes =>
      changes.insert(document.uri, new vscode.Position(7_500, 0), '---\n' + OLD + '---\n'),
    );
    const found = await findingsAre(document.uri, count(2));
    equal(
      found.map(({ range }) => document.getText(range)),
      Array(2).fill('rbac.authorization.k8s.io/v1beta1'),
    );
  });

  it('clears what it said when a file closes', async () => {
    // Opened by no other test: VS Code keeps a document that an extension opened for minutes.
    const uri = uriOf('deploy/closed.yaml');
    await vscode.commands.executeCommand('vscode.open', uri);
    await findingsAre(uri, count(1));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await findingsAre(uri, count(0));
  });

  it('clears what it said when a file is deleted', async () => {
    const uri = uriOf('deploy/gone.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(OLD));
    await open('deploy/gone.yaml', 1);
    await vscode.workspace.fs.delete(uri);
    await findingsAre(uri, count(0));
  });

  it('leaves other YAML, read-only sides of a diff and other languages alone', async () => {
    const { document } = await open('compose.yaml', 0);
    equal(findings(document.uri), []);
    const provider = vscode.workspace.registerTextDocumentContentProvider('past', {
      provideTextDocumentContent: () => OLD,
    });
    try {
      const past = await vscode.workspace.openTextDocument(vscode.Uri.parse('past:/web.yaml'));
      const real = await untitled(OLD, 1);
      const plain = await untitled(OLD, 0, 'plaintext');
      equal(
        [past, real, plain].map(({ uri }) => findings(uri).length),
        [0, 1, 0],
      );
    } finally {
      provider.dispose();
    }
  });

  it('registers every command of its manifest', async () => {
    const { packageJSON } = vscode.extensions.getExtension(ID)!;
    const { commands } = (packageJSON as { contributes: { commands: { command: string }[] } }).contributes;
    // VS Code itself adds a few for each view.
    const ofViews = /\.(?:focus|open|removeView|resetViewLocation|toggleVisibility)$/;
    const registered = (await vscode.commands.getCommands(true)).filter(
      name => name.startsWith('kubeUpgrade.') && !ofViews.test(name),
    );
    equal(registered.sort(), commands.map(({ command }) => command).sort());
  });
});
