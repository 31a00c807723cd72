/** What the editor's tests share. No Node modules: the same tests run in the web worker host. */
import * as vscode from 'vscode';
import { CodeActions } from '../../../src/editor/codeActions';
import { Documents } from '../../../src/editor/documents';
import { EngineLoader } from '../../../src/editor/engine';
import { Phrases } from '../../../src/editor/phrases';

export const ID = 'kube-upgrade-readiness.kube-upgrade-readiness';
export const SOURCE = 'Kubernetes Upgrade';

/** Compares plain values; the runner prints both. */
export function equal(actual: unknown, expected: unknown, what = 'not equal'): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw Object.assign(new Error(what), { actual, expected });
}

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}

export function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'no workspace folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Our findings of a document, in the order of the text. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === SOURCE)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Resolves once our findings of the document are as `wanted` says: at once, or after one of the changes to come. */
export async function findingsAre(
  uri: vscode.Uri,
  wanted: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  if (wanted(findings(uri))) return findings(uri);
  return new Promise((resolve, reject) => {
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      const found = findings(uri);
      if (wanted(found)) done(() => resolve(found));
    });
    // Before the test's own limit, to say what there is instead.
    const limit = setTimeout(() => {
      const lines = findings(uri).map(({ range, message }) => `${range.start.line}: ${message}`);
      done(() =>
        reject(new Error(`waited in vain for findings of ${uri.path}; it has: ${lines.join(' | ') || 'none'}`)),
      );
    }, 20_000);
    const done = (settle: () => void): void => {
      listener.dispose();
      clearTimeout(limit);
      settle();
    };
  });
}

export const count = (number: number) => (found: readonly vscode.Diagnostic[]) => found.length === number;

/** Opens a file of the workspace in an editor and waits for so many findings. */
export async function open(
  path: string,
  number: number,
): Promise<{ document: vscode.TextDocument; found: vscode.Diagnostic[] }> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  await vscode.window.showTextDocument(document, { preview: false });
  return { document, found: await findingsAre(document.uri, count(number)) };
}

/**
 * A document that was never saved, each with a name of its own: a second “Untitled-1” could find the backup of the
 * first, and VS Code would take that for its content.
 */
export async function untitled(content: string, number: number, language = 'yaml'): Promise<vscode.TextDocument> {
  const path = `/never-saved-${Date.now()}-${Math.random().toString(36).slice(2)}.yaml`;
  const opened = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'untitled', path }));
  await vscode.window.showTextDocument(opened, { preview: false });
  const document =
    opened.languageId === language ? opened : await vscode.languages.setTextDocumentLanguage(opened, language);
  await edit(document, changes => changes.insert(document.uri, new vscode.Position(0, 0), content));
  await findingsAre(document.uri, count(number));
  return document;
}

/** The titles that only our actions have; VS Code hands out neither diagnostics nor reasons with an action. */
const OURS = /^(?:Convert|Preview|Ignore|Show what to do)/;

/** Our actions at a place, with their edits, as VS Code offers them. */
export async function actionsAt(uri: vscode.Uri, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind,
    100,
  );
  return all.filter(({ title }) => OURS.test(title));
}

/** The same straight from a provider of our own, with the reasons of what is disabled. */
export async function rawActionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const log = vscode.window.createOutputChannel('test', { log: true });
  const phrases = new Phrases('en');
  const { extensionUri } = vscode.extensions.getExtension(ID)!;
  const loader = new EngineLoader(extensionUri, phrases, () => import('../../../src/core/index.js'));
  const documents = new Documents(loader, log);
  try {
    const provider = new CodeActions(documents, loader, phrases);
    const only = vscode.CodeActionKind.QuickFix;
    return await provider.provideCodeActions(document, range, { diagnostics: [], only, triggerKind: 1 });
  } finally {
    documents.dispose();
    log.dispose();
  }
}

/** The action with this title; its edit, when it has one, is applied. */
export async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<vscode.CodeAction> {
  const action = actions.find(one => one.title === title);
  ok(action, `no action “${title}” among: ${actions.map(one => one.title).join(' | ')}`);
  if (action.edit !== undefined) ok(await vscode.workspace.applyEdit(action.edit), `“${title}” was not applied`);
  return action;
}

export async function edit(document: vscode.TextDocument, change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const changes = new vscode.WorkspaceEdit();
  change(changes);
  ok(await vscode.workspace.applyEdit(changes), `no edit in ${document.uri.path}`);
}

export async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);
}

export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (document.isDirty && !document.isUntitled) await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
