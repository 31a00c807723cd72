/** Read-only documents that exist in this window alone: explanations, objects, reports before they are saved. */
import * as vscode from 'vscode';
import { Disposable } from '../../platform/disposable';

const SCHEME = 'kube-upgrade-cluster';

export class Pages extends Disposable implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());

  readonly onDidChange = this.#changed.event;

  constructor() {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())));
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** The same `id` opens the same page, with the new text. `name` ends with what says the language. */
  async show(id: string, name: string, text: string): Promise<vscode.TextEditor> {
    const path = `/${name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-')}`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: id });
    const known = this.#texts.get(uri.toString());
    this.#texts.set(uri.toString(), text);
    if (known !== undefined && known !== text) this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    return vscode.window.showTextDocument(document, { preview: true });
  }
}
