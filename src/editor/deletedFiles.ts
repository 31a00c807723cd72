/** Files that something other than this window deletes or puts back. */
import * as vscode from 'vscode';
import { Disposable } from '../platform/disposable';

export class DeletedFiles extends Disposable {
  constructor(deleted: (uri: vscode.Uri) => void, created: (document: vscode.TextDocument) => void) {
    super();
    // Every path: a folder that goes is told by its own name alone.
    const watcher = this.register(vscode.workspace.createFileSystemWatcher('**', false, true, false));
    this.register(watcher.onDidDelete(deleted));
    this.register(
      watcher.onDidCreate(uri => {
        const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri.toString());
        if (document !== undefined) created(document);
      }),
    );
    const { workspace } = vscode;
    this.register(workspace.onDidDeleteFiles(({ files }) => files.forEach(deleted)));
    this.register(workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => deleted(oldUri))));
  }
}
