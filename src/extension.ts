/** Entry of the desktop and server hosts. */
import { type ExtensionContext } from 'vscode';
import { ClusterHalf } from './clusterHalf';
import { activateEditor } from './editor/activate';

export function activate(context: ExtensionContext): void {
  const editor = activateEditor(context, () => import(/* webpackChunkName: "core" */ './core/index.js'));
  context.subscriptions.push(new ClusterHalf(context, editor));
}
