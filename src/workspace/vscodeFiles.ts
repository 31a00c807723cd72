/** The scan's file system: the window's own, so that it works on remote machines, in virtual workspaces and in the browser. */
import * as vscode from 'vscode';
import { type Files, type FolderEntry } from './scan';

export const vscodeFiles: Files = {
  async list(folder) {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(folder));
    return entries.flatMap(([name, type]) => {
      const kind = kindOf(type);
      return kind === undefined ? [] : [{ name, kind }];
    });
  },
  async stamp(file) {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(file));
    return { mtime, size };
  },
  async read(file) {
    return vscode.workspace.fs.readFile(vscode.Uri.parse(file));
  },
  child(folder, name) {
    return vscode.Uri.joinPath(vscode.Uri.parse(folder), name).toString();
  },
};

function kindOf(type: vscode.FileType): FolderEntry['kind'] | undefined {
  if (type & vscode.FileType.SymbolicLink) return 'link';
  if (type === vscode.FileType.Directory) return 'folder';
  return type === vscode.FileType.File ? 'file' : undefined;
}
