/** Entry of the web worker host: the editor half, and nothing that needs Node. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { activateEditor } from '../editor/activate';
import { type Core } from '../editor/engine';
import { registerClusterPlaceholder } from './clusterPlaceholder';

export function activate(context: ExtensionContext): void {
  activateEditor(context, loadCore);
  registerClusterPlaceholder(context);
}

/** This host fetches one script for an extension; a further one is read like any of its files and imported from there. */
async function loadCore(extensionUri: Uri): Promise<Core> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'core.mjs'));
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
  try {
    return (await import(/* webpackIgnore: true */ url)) as Core;
  } finally {
    URL.revokeObjectURL(url);
  }
}
