/** Something that was not checked: says what and why, and opens it where there is a text. */
import * as vscode from 'vscode';
import { type Phrases } from '../../../editor/phrases';
import { type NoteRow } from '../rows';

export function noteItem({ id, label, uri, line, reason }: NoteRow, phrases: Phrases): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.description = phrases.of(reason);
  item.tooltip = phrases.of(reason);
  item.iconPath = new vscode.ThemeIcon('question');
  item.contextValue = 'note';
  item.accessibilityInformation = { label: phrases.say('workspace.row', { label, description: item.description }) };
  if (uri !== null) {
    const selection = new vscode.Range(line, 0, line, 0);
    item.command = { title: '', command: 'vscode.open', arguments: [vscode.Uri.parse(uri), { selection }] };
  }
  return item;
}
