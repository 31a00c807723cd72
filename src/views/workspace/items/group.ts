/** A heading of the Workspace view: a file, a kind, a step, or what was not checked. */
import * as vscode from 'vscode';
import { type Phrases } from '../../../editor/phrases';
import { countsText } from '../counts';
import { type GroupRow, type Heading } from '../rows';

const { Collapsed } = vscode.TreeItemCollapsibleState;

export function groupItem({ id, heading, counts, rows }: GroupRow, phrases: Phrases): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(heading, phrases), Collapsed);
  const description =
    heading.by === 'notChecked'
      ? phrases.say('workspace.notChecked.count', { count: rows.length })
      : countsText(counts, phrases);
  item.id = id;
  item.contextValue = heading.by;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(ICONS[heading.by]);
  if (heading.by === 'file') {
    const { label, uri } = heading.file;
    const folder = label.slice(0, Math.max(0, label.lastIndexOf('/')));
    item.description = folder === '' ? description : `${description} · ${folder}`;
    item.tooltip = `${label}\n${description}`;
    // The window then draws the file's own icon.
    item.resourceUri = vscode.Uri.parse(uri);
  }
  const label = heading.by === 'file' ? heading.file.label : labelOf(heading, phrases);
  item.accessibilityInformation = { label: phrases.say('workspace.row', { label, description }) };
  return item;
}

const ICONS: Readonly<Record<Heading['by'], string>> = {
  file: 'file',
  kind: 'symbol-class',
  step: 'debug-step-over',
  notChecked: 'question',
};

function labelOf(heading: Heading, phrases: Phrases): string {
  if (heading.by === 'file') return heading.file.label.slice(heading.file.label.lastIndexOf('/') + 1);
  if (heading.by === 'kind') return heading.name;
  if (heading.by === 'notChecked') return phrases.say('workspace.notChecked');
  const { version, index, steps } = heading;
  if (version === null) return phrases.say('workspace.stepNone');
  if (steps === 1) return phrases.say('workspace.stepOnly', { version });
  return phrases.say('workspace.step', { step: index, steps, version });
}
