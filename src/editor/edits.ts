/** Edits of the core as a VS Code edit, only ever for the version of the text they were made from. */
import * as vscode from 'vscode';
import { type Edit } from '../core';
import { type AnalysedFile } from './documents';

/** Undefined when the document has changed since `file` was analysed: its offsets are then worth nothing. */
export function toWorkspaceEdit(file: AnalysedFile, edits: readonly Edit[]): vscode.WorkspaceEdit | undefined {
  const { document, version } = file;
  if (document.isClosed || document.version !== version) return undefined;
  const changes = edits.map(({ start, end, newText }) =>
    vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), newText),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, changes);
  return edit;
}
