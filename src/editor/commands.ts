/** The commands of the editor half. Each speaks up when there is nothing to do: somebody asked for it. */
import * as vscode from 'vscode';
import { Disposable } from '../platform/disposable';
import { traceOf } from '../platform/errors';
import { CONVERTED } from './codeActions';
import { type AnalysedFile, type Documents } from './documents';
import { toWorkspaceEdit } from './edits';
import { type Engine, type EngineLoader } from './engine';
import { allFindings, findAgain, findingsAt, isKey, type Located } from './lookup';
import { type Phrases } from './phrases';
import { type Preview } from './preview';
import { type Status } from './status';
import { type TargetPicker } from './targetPicker';
import { variantsOf } from './variants';

/** What the commands work with. */
export interface CommandParts {
  readonly extensionUri: vscode.Uri;
  readonly documents: Documents;
  readonly loader: EngineLoader;
  readonly phrases: Phrases;
  readonly preview: Preview;
  readonly status: Status;
  readonly picker: TargetPicker;
  readonly log: vscode.LogOutputChannel;
}

export class Commands extends Disposable {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    super();
    this.#parts = parts;
    this.#add('kubeUpgrade.chooseTarget', () => parts.picker.choose());
    this.#add('kubeUpgrade.convertFile', () => this.#convertFile());
    this.#add('kubeUpgrade.previewConversion', (uri, key) => this.#preview(uri, key));
    this.#add('kubeUpgrade.explain', (uri, key) => this.#explain(uri, key));
    this.#add('kubeUpgrade.openSample', () => this.#openSample());
    this.#add('kubeUpgrade.showLog', () => parts.log.show());
    this.#add(CONVERTED, (uri, pinned) => {
      if (typeof uri === 'string' && isTexts(pinned)) parts.status.converted(uri, pinned);
    });
  }

  #add(name: string, run: (...args: unknown[]) => unknown): void {
    this.register(
      vscode.commands.registerCommand(name, async (...args: unknown[]) => {
        try {
          await run(...args);
        } catch (error) {
          this.#parts.log.error(`${name} failed\n${traceOf(error)}`);
          throw error;
        }
      }),
    );
  }

  async #convertFile(): Promise<void> {
    const { phrases, status } = this.#parts;
    const at = await this.#file(undefined);
    if (at === undefined) return this.#say(phrases.say('editor.convert.noManifest'));
    const { edits, pinned, converted, undecided } = at.engine.convert(at.file);
    const left = undecided > 0 ? phrases.say('editor.convert.undecided', { count: undecided }) : '';
    if (converted === 0) return this.#say([phrases.say('editor.convert.nothing'), left].join(' ').trim());
    const edit = toWorkspaceEdit(at.file, edits);
    if (edit === undefined || !(await vscode.workspace.applyEdit(edit)))
      return this.#say(phrases.say('editor.convert.changed'));
    status.converted(
      at.file.document.uri.toString(),
      pinned.map(item => phrases.of(item)),
    );
    const done = phrases.say('editor.convert.done', { count: converted });
    vscode.window.setStatusBarMessage([done, left].join(' ').trim(), 8000);
  }

  /** From a quick fix for one finding; from the palette for the whole file. */
  async #preview(uri: unknown, key: unknown): Promise<void> {
    const { phrases, preview } = this.#parts;
    const at = await this.#file(uri);
    if (at === undefined) return this.#say(phrases.say('editor.convert.noManifest'));
    const { engine, file } = at;
    const located = isKey(key) ? findAgain(file.analysis, key) : undefined;
    if (located === undefined) {
      const { edits, converted } = engine.convert(file);
      return converted === 0 ? this.#say(phrases.say('editor.convert.nothing')) : preview.show(file, edits);
    }
    const { variants } = variantsOf(located, mode => engine.fix(file, located, mode), phrases);
    const [only] = variants;
    const picked =
      variants.length < 2
        ? only
        : (await vscode.window.showQuickPick(variants.map(variant => ({ label: variant.title, variant }))))?.variant;
    if (picked !== undefined) await preview.show(file, picked.edits);
  }

  /** Brings the cursor to the finding asked for, the one on its line, or the next one, and opens the hover with the focus in it. */
  async #explain(uri: unknown, key: unknown): Promise<void> {
    const { phrases } = this.#parts;
    const at = await this.#file(uri);
    if (at === undefined) return this.#say(phrases.say('editor.convert.noManifest'));
    const { document, analysis } = at.file;
    const editor = vscode.window.visibleTextEditors.find(visible => visible.document === document);
    if (editor === undefined) return;
    const located =
      (isKey(key) ? findAgain(analysis, key) : undefined) ?? nearest(analysis, document, editor.selection.active);
    if (located === undefined) {
      return this.#say(phrases.say('editor.explain.nothing', { version: at.file.context.target.version }));
    }
    const start = document.positionAt(located.start);
    const end = document.positionAt(located.end);
    if (!new vscode.Range(start, end).contains(editor.selection.active))
      editor.selection = new vscode.Selection(start, start);
    editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    await vscode.window.showTextDocument(document, editor.viewColumn);
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
  }

  async #openSample(): Promise<void> {
    const uri = vscode.Uri.joinPath(this.#parts.extensionUri, 'media', 'walkthrough', 'sample.yaml');
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content }));
  }

  async #file(uri: unknown): Promise<{ engine: Engine; file: AnalysedFile } | undefined> {
    const { documents, loader } = this.#parts;
    const document =
      typeof uri === 'string'
        ? vscode.workspace.textDocuments.find(open => open.uri.toString() === uri)
        : vscode.window.activeTextEditor?.document;
    const file = document === undefined ? undefined : await documents.ready(document);
    const engine = loader.loaded;
    return file === undefined || engine === undefined ? undefined : { engine, file };
  }

  #say(text: string): void {
    void vscode.window.showInformationMessage(text);
  }
}

function nearest(
  analysis: AnalysedFile['analysis'],
  document: vscode.TextDocument,
  cursor: vscode.Position,
): Located | undefined {
  const offset = document.offsetAt(cursor);
  const line = document.lineAt(cursor.line).range;
  const [here] = findingsAt(analysis, { start: offset, end: offset });
  const [onLine] = findingsAt(analysis, { start: document.offsetAt(line.start), end: document.offsetAt(line.end) });
  const all = [...allFindings(analysis)];
  return here ?? onLine ?? all.find(({ start }) => start >= offset) ?? all[0];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}
