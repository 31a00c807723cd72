/** "Preview Conversion": a diff against a read-only document that exists nowhere but in this window. */
import * as vscode from 'vscode';
import { applyEdits, type Edit } from '../core/model/text';
import { Disposable } from '../platform/disposable';
import { pathLabel } from '../platform/pathLabel';
import { type AnalysedFile } from './documents';
import { type Phrases } from './phrases';

const SCHEME = 'kube-upgrade-preview';

/** Read-only texts that exist nowhere but in this window, such as a summary. */
export interface TextDocuments {
  show(name: string, text: string): Promise<void>;
}

export class Preview extends Disposable implements vscode.TextDocumentContentProvider {
  readonly #phrases: Phrases;
  readonly #texts = new Map<string, string>();
  #count = 0;

  constructor(phrases: Phrases) {
    super();
    this.#phrases = phrases;
    this.register(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())));
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** A text of its own in an editor beside nothing; the focus stays where it is. */
  readonly texts: TextDocuments = {
    show: async (name, text) => {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query: `${++this.#count}` });
      this.#texts.set(uri.toString(), text);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
    },
  };

  /** Today's text on the left, what `edits` would make of it on the right; nothing is written. */
  async show({ document, text }: AnalysedFile, edits: readonly Edit[]): Promise<void> {
    const uri = document.uri.with({
      scheme: SCHEME,
      authority: '',
      path: withSlash(document.uri.path),
      query: `${++this.#count}`,
      fragment: '',
    });
    this.#texts.set(uri.toString(), applyEdits(text, edits));
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    const title = this.#phrases.say('editor.preview.title', { file: pathLabel(document.uri.path, folder?.uri.path) });
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: true });
    const opened = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri.toString());
    if (opened !== undefined && opened.languageId !== document.languageId) {
      await vscode.languages.setTextDocumentLanguage(opened, document.languageId);
    }
  }
}

/** An untitled document's path is a bare name. */
function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
