/** Ignores a finding in `.kube-upgrade.yaml`, with a reason and a last day: for files that have no comments, and for the view. */
import * as vscode from 'vscode';
import { CONFIG_NAME } from '../core/config/config';
import { type Finding } from '../core/model/finding';
import { type ConfigFiles } from '../editor/configFiles';
import { type EngineLoader, today } from '../editor/engine';
import { type Phrases } from '../editor/phrases';

const DATE = /^(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?$/;

export class IgnoreWriter {
  readonly #configs: ConfigFiles;
  readonly #loader: EngineLoader;
  readonly #phrases: Phrases;

  constructor(configs: ConfigFiles, loader: EngineLoader, phrases: Phrases) {
    this.#configs = configs;
    this.#loader = loader;
    this.#phrases = phrases;
  }

  /** Asks for the reason and the day; Escape at either leaves everything as it is. */
  async ask(address: string, finding: Finding): Promise<void> {
    const say = this.#phrases.say.bind(this.#phrases);
    const title = say('workspace.ignore.inConfig', { rule: finding.ruleId });
    const reason = await vscode.window.showInputBox({ title, prompt: say('workspace.ignore.reason') });
    if (reason === undefined) return;
    const until = await vscode.window.showInputBox({
      title,
      prompt: say('workspace.ignore.until'),
      validateInput: text => (DATE.test(text) ? undefined : say('workspace.ignore.date')),
    });
    if (until !== undefined) await this.write(address, finding, reason, until);
  }

  /** Adds the entry to the nearest configuration above the file, or to a new one in the workspace folder, and saves it. */
  async write(address: string, finding: Finding, reason: string, until: string): Promise<void> {
    const uri = vscode.Uri.parse(address);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    await this.#configs.ready();
    const target = this.#configs.forUri(uri, today())?.uri ?? (folder && vscode.Uri.joinPath(folder.uri, CONFIG_NAME));
    if (target === undefined) {
      void vscode.window.showInformationMessage(this.#phrases.say('workspace.ignore.noFolder'));
      return;
    }
    if (!(await exists(target))) await vscode.workspace.fs.writeFile(target, new Uint8Array());
    const document = await vscode.workspace.openTextDocument(target);
    const { core } = await this.#loader.load();
    const { kind, namespace, name } = finding.resource;
    const base = target.toString().slice(0, -CONFIG_NAME.length);
    const change = core.addIgnore(document.getText(), {
      rule: finding.ruleId,
      file: decodeURIComponent(address.slice(base.length)),
      kind,
      namespace,
      name,
      reason: reason === '' ? null : reason,
      until: until === '' ? null : until,
    });
    if (change !== undefined) {
      const edit = new vscode.WorkspaceEdit();
      const range = new vscode.Range(document.positionAt(change.start), document.positionAt(change.end));
      edit.replace(target, range, change.newText);
      if (await vscode.workspace.applyEdit(edit)) await document.save();
    }
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: change !== undefined });
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
