/** A finding in the Workspace view: opens its place. */
import * as vscode from 'vscode';
import { type Severity } from '../../../core/model/finding';
import { type Phrases } from '../../../editor/phrases';
import { type FindingRow } from '../rows';

/** A word goes with every icon: see the description. */
const ICONS: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  information: new vscode.ThemeIcon('info'),
  hint: new vscode.ThemeIcon('lightbulb'),
};

export function findingItem({ id, file, found, naming }: FindingRow, phrases: Phrases): vscode.TreeItem {
  const { finding, from, to } = found;
  const { kind, namespace, name } = finding.resource;
  const object = name === null ? kind : `${kind} ${namespace === null ? '' : `${namespace}/`}${name}`;
  const item = new vscode.TreeItem(object);
  const message = phrases.of(finding.message);
  const severity = phrases.say(`workspace.severity.${finding.severity}`);
  const args = { severity, line: from.line + 1, message, file: file.label };
  item.id = id;
  item.description = phrases.say(naming ? 'workspace.findingIn' : 'workspace.finding', args);
  item.iconPath = ICONS[finding.severity];
  item.tooltip = [message, ...(finding.fix === 'none' ? [] : [phrases.say(`workspace.fix.${finding.fix}`)])].join(
    '\n\n',
  );
  item.contextValue = `finding.${finding.fix}`;
  item.accessibilityInformation = {
    label: phrases.say('workspace.row', { label: object, description: phrases.say('workspace.findingIn', args) }),
  };
  const selection = new vscode.Range(from.line, from.character, to.line, to.character);
  item.command = {
    title: '',
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(file.uri), { selection, preview: true } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}
