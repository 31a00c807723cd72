/** Snapshots and reports in files that the user names. */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { reportHtml, reportMarkdown, saveSnapshot } from '../../cluster/index.js';
import { type ClusterModel } from './model';
import { type Assessed } from './state';
import { type Voice } from './voice';

export class ClusterFiles {
  readonly #model: ClusterModel;
  readonly #voice: Voice;
  readonly #extensionUri: vscode.Uri;

  constructor(model: ClusterModel, voice: Voice, extensionUri: vscode.Uri) {
    this.#model = model;
    this.#voice = voice;
    this.#extensionUri = extensionUri;
  }

  /** `uri` spares the dialog. */
  async openSnapshot(uri?: vscode.Uri): Promise<void> {
    const voice = this.#voice;
    const filters = { [voice.say('clusterView.snapshotFilter')]: ['json'] };
    const options = { title: voice.say('clusterView.openSnapshot'), filters };
    const picked = uri ?? (await vscode.window.showOpenDialog(options))?.[0];
    if (picked !== undefined) await this.#open(picked.fsPath, 'snapshot');
  }

  async seeExample(): Promise<void> {
    await this.#open(vscode.Uri.joinPath(this.#extensionUri, 'media', 'example-snapshot.json').fsPath, 'example');
  }

  async saveSnapshot(uri?: vscode.Uri): Promise<void> {
    const voice = this.#voice;
    const { assessed } = this.#model;
    if (assessed === undefined) return this.#say(voice.say('clusterView.nothingToSave'));
    const filters = { [voice.say('clusterView.snapshotFilter')]: ['json'] };
    const defaultUri = suggested(assessed, 'json');
    const options = { title: voice.say('clusterView.saveSnapshot'), filters, defaultUri };
    const picked = uri ?? (await vscode.window.showSaveDialog(options));
    if (picked === undefined) return;
    await this.#write(picked, () => saveSnapshot(picked.fsPath, assessed.snapshot));
  }

  /** HTML or Markdown, as the file's name says. */
  async exportReport(uri?: vscode.Uri): Promise<void> {
    const voice = this.#voice;
    const { assessed } = this.#model;
    if (assessed === undefined) return this.#say(voice.say('clusterView.nothingToSave'));
    const filters = { Markdown: ['md'], HTML: ['html'] };
    const defaultUri = suggested(assessed, 'md');
    const options = { title: voice.say('clusterView.exportReport'), filters, defaultUri };
    const picked = uri ?? (await vscode.window.showSaveDialog(options));
    if (picked === undefined) return;
    const input = { ...assessed, language: voice.language === 'en' ? 'en' : 'zh-CN' };
    const html = /\.html?$/i.test(picked.path);
    const text = html ? reportHtml(input, voice.of) : reportMarkdown(input, voice.of);
    const write = async (): Promise<void> => vscode.workspace.fs.writeFile(picked, new TextEncoder().encode(text));
    if (!(await this.#write(picked, write))) return;
    if (!html) await vscode.window.showTextDocument(picked);
  }

  async #open(path: string, source: 'snapshot' | 'example'): Promise<void> {
    const problem = await this.#model.open(path, source);
    if (problem === undefined) return;
    const reason = typeof problem === 'string' ? problem : this.#voice.of(problem);
    this.#showError(this.#voice.say('clusterView.notOpened', { reason }));
  }

  async #write(uri: vscode.Uri, write: () => Promise<void>): Promise<boolean> {
    const file = basename(uri.path);
    try {
      await write();
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).name;
      this.#showError(this.#voice.say('clusterView.notWritten', { file, reason }));
      return false;
    }
    vscode.window.setStatusBarMessage(this.#voice.say('clusterView.saved', { file }), 5000);
    return true;
  }

  #showError(text: string): void {
    const log = this.#voice.say('clusterView.action.showLog');
    void vscode.window.showErrorMessage(text, log).then(picked => {
      if (picked === log) void vscode.commands.executeCommand('kubeUpgrade.showLog');
    });
  }

  #say(text: string): void {
    void vscode.window.showInformationMessage(text);
  }
}

/** In the workspace, where a team can keep it; named after the cluster and the day. */
function suggested({ snapshot }: Assessed, extension: string): vscode.Uri {
  const context = snapshot.source.context.replace(/[^\w.-]+/g, '-').slice(-60);
  const name = `upgrade-readiness-${context}-${snapshot.takenAt.slice(0, 10)}.${extension}`;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder === undefined ? vscode.Uri.file(name) : vscode.Uri.joinPath(folder.uri, name);
}
