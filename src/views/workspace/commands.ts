/** The commands of the Workspace view, of the scan and of the migration. Each speaks up when there is nothing to do. */
import * as vscode from 'vscode';
import { IGNORE_IN_CONFIG } from '../../editor/codeActions';
import { type Documents } from '../../editor/documents';
import { findAgain, isKey } from '../../editor/lookup';
import { type Phrases } from '../../editor/phrases';
import { type TextDocuments } from '../../editor/preview';
import { Disposable } from '../../platform/disposable';
import { traceOf } from '../../platform/errors';
import { type IgnoreWriter } from '../../workspace/ignoreWriter';
import { type Migration, type Scope } from '../../workspace/migrate';
import { summaryDocument, summarySentence } from '../../workspace/summary';
import { type WorkspaceScan } from '../../workspace/workspaceScan';
import { findingsBelow, type Row } from './rows';
import { type WorkspaceView } from './view';

export interface WorkspaceCommandParts {
  readonly scan: WorkspaceScan;
  readonly view: WorkspaceView;
  readonly migration: Migration;
  readonly ignores: IgnoreWriter;
  readonly documents: Documents;
  readonly texts: TextDocuments;
  readonly phrases: Phrases;
  readonly log: vscode.LogOutputChannel;
}

export class WorkspaceCommands extends Disposable {
  readonly #parts: WorkspaceCommandParts;

  constructor(parts: WorkspaceCommandParts) {
    super();
    this.#parts = parts;
    const { view, scan } = parts;
    this.#add('kubeUpgrade.scanWorkspace', () => this.#scan());
    this.#add('kubeUpgrade.cancelScan', () => scan.cancel());
    this.#add('kubeUpgrade.convertWorkspace', () => this.#convert({ files: null }));
    this.#add('kubeUpgrade.workspace.convert', row => this.#convertRow(row));
    this.#add('kubeUpgrade.workspace.ignore', row => this.#ignore(row));
    this.#add(IGNORE_IN_CONFIG, (uri, key) => this.#ignoreInEditor(uri, key));
    this.#add('kubeUpgrade.workspace.filter', () => view.askFilter());
    this.#add('kubeUpgrade.workspace.clearFilter', () => view.setFilter(''));
    this.#add('kubeUpgrade.workspace.byFile', () => view.setOrder('file'));
    this.#add('kubeUpgrade.workspace.byKind', () => view.setOrder('kind'));
    this.#add('kubeUpgrade.workspace.byStep', () => view.setOrder('step'));
  }

  #add(name: string, run: (row: unknown, more: unknown) => unknown): void {
    this.register(
      vscode.commands.registerCommand(name, async (row: unknown, more: unknown) => {
        try {
          await run(row, more);
        } catch (error) {
          this.#parts.log.error(`${name} failed\n${traceOf(error)}`);
          throw error;
        }
      }),
    );
  }

  async #scan(): Promise<void> {
    const { scan, phrases } = this.#parts;
    if (vscode.workspace.workspaceFolders === undefined) return this.#say(phrases.say('workspace.scan.noFolder'));
    await vscode.commands.executeCommand('kubeUpgrade.workspace.focus');
    await scan.scan();
  }

  async #convert(scope: Scope): Promise<void> {
    const { migration, phrases, texts } = this.#parts;
    if (vscode.workspace.workspaceFolders === undefined) return this.#say(phrases.say('workspace.scan.noFolder'));
    const outcome = await migration.run(scope);
    switch (outcome.kind) {
      case 'nothing':
        return this.#say(phrases.say('workspace.migrate.nothing'));
      case 'changed':
        return this.#say(phrases.say('workspace.migrate.changed'));
      case 'dismissed':
        return void vscode.window.setStatusBarMessage(phrases.say('workspace.migrate.dismissed'), 8000);
      case 'done':
        vscode.window.setStatusBarMessage(summarySentence(outcome.summary, phrases), 15_000);
        await texts.show(`${phrases.say('workspace.summary.title')}.md`, summaryDocument(outcome.summary, phrases));
    }
  }

  async #convertRow(row: unknown): Promise<void> {
    if (!isRow(row)) return this.#convert({ files: null });
    if (row.type === 'finding') {
      const { file, found } = row;
      return this.#convert({ files: [file.uri], only: { start: found.start, ruleId: found.finding.ruleId } });
    }
    await this.#convert({ files: [...new Set([...findingsBelow(row)].map(({ file }) => file.uri))] });
  }

  async #ignore(row: unknown): Promise<void> {
    if (isRow(row) && row.type === 'finding') await this.#parts.ignores.ask(row.file.uri, row.found.finding);
  }

  /** From a quick fix in a file that has no comments. */
  async #ignoreInEditor(uri: unknown, key: unknown): Promise<void> {
    const { documents, ignores } = this.#parts;
    const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
    const file = document && (await documents.ready(document));
    const located = file && isKey(key) ? findAgain(file.analysis, key) : undefined;
    if (document !== undefined && located !== undefined) await ignores.ask(document.uri.toString(), located.finding);
  }

  #say(text: string): void {
    void vscode.window.showInformationMessage(text);
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'type' in value;
}
