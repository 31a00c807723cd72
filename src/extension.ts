/** Entry of the desktop and server hosts. */
import { type ExtensionContext } from 'vscode';
import { activateEditor } from './editor/activate';

export function activate(context: ExtensionContext): void {
  activateEditor(context, () => import(/* webpackChunkName: "core" */ './core/index.js'));
}
