/** Stands for the cluster half where there is no Node: an empty view whose welcome text says what it needs. */
import * as vscode from 'vscode';

const VIEW = 'kubeUpgrade.cluster';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

export function registerClusterPlaceholder({ extension, subscriptions }: vscode.ExtensionContext): void {
  void vscode.commands.executeCommand('setContext', `${VIEW}.state`, 'web');
  subscriptions.push(vscode.window.registerTreeDataProvider(VIEW, { getChildren: () => [], getTreeItem: row => row }));
  const { commands } = (extension.packageJSON as Manifest).contributes;
  for (const { command } of commands.filter(({ command }) => command.startsWith(`${VIEW}.`))) {
    subscriptions.push(vscode.commands.registerCommand(command, () => vscode.commands.executeCommand(`${VIEW}.focus`)));
  }
}
