/** Entry of the web worker host: the editor half, and nothing that needs Node. */
import { type ExtensionContext } from 'vscode';
import { activateEditor } from '../editor/activate';

export function activate(context: ExtensionContext): void {
  activateEditor(context);
}
