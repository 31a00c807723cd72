/**
 * The lightbulb and fix on save. Findings are taken from the analysis of the document's own version, never read
 * back from a diagnostic; edits are made when an action is chosen, and dropped when the text has moved on.
 */
import * as vscode from 'vscode';
import { type Edit, type Message } from '../core';
import { toDiagnostic } from './diagnostics';
import { type AnalysedFile, type Documents } from './documents';
import { toWorkspaceEdit } from './edits';
import { type EngineLoader, type Engine } from './engine';
import { countCertain } from './fixes';
import { ignoreEdit } from './ignoreComment';
import { findingsAt, type Located } from './lookup';
import { type Phrases } from './phrases';
import { conversionTitle, variantsOf } from './variants';

export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('kubeUpgrade');
/** Told after a conversion, so that the status can say what was pinned. Not for the palette. */
export const CONVERTED = '_kubeUpgrade.converted';

/** Writes an ignore into `.kube-upgrade.yaml`. Not for the palette. */
export const IGNORE_IN_CONFIG = '_kubeUpgrade.ignoreInConfig';

const { QuickFix } = vscode.CodeActionKind;

/** What an action does: its edits, and what they write down so that behaviour stays (null: it converts nothing). */
interface Made {
  readonly edits: readonly Edit[];
  readonly pinned: readonly Message[] | null;
}

interface Plan {
  readonly file: AnalysedFile;
  readonly make: () => Made;
}

export class CodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [QuickFix, FIX_ALL] };

  readonly #documents: Documents;
  readonly #loader: EngineLoader;
  readonly #phrases: Phrases;
  readonly #plans = new WeakMap<vscode.CodeAction, Plan>();

  constructor(documents: Documents, loader: EngineLoader, phrases: Phrases) {
    this.#documents = documents;
    this.#loader = loader;
    this.#phrases = phrases;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const quickFixes = only === undefined || only.contains(QuickFix);
    const fixAll = only?.contains(FIX_ALL) ?? false;
    if (!quickFixes && !fixAll) return [];
    const file = await this.#documents.ready(document);
    const engine = this.#loader.loaded;
    if (file === undefined || engine === undefined) return [];
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return [
      ...(quickFixes ? this.#quickFixes(file, engine, findingsAt(file.analysis, span)) : []),
      ...(fixAll ? this.#fixAll(file, engine, only!) : []),
    ];
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction {
    const plan = this.#plans.get(action);
    if (plan === undefined) return action;
    const { edits, pinned } = plan.make();
    const edit = toWorkspaceEdit(plan.file, edits);
    if (edit === undefined) return action;
    action.edit = edit;
    if (pinned !== null) action.command = this.#converted(plan.file, pinned);
    return action;
  }

  #quickFixes(file: AnalysedFile, engine: Engine, found: readonly Located[]): vscode.CodeAction[] {
    const conversions: vscode.CodeAction[] = [];
    const ignores: vscode.CodeAction[] = [];
    for (const located of found) {
      const diagnostic = this.#diagnostic(file, located);
      conversions.push(...this.#conversions(file, engine, located, diagnostic));
      ignores.push(this.#ignore(file, located, diagnostic));
    }
    const preferred = conversions.find(action => action.isPreferred);
    for (const action of conversions) if (action !== preferred) delete action.isPreferred;
    const wider = preferred === undefined ? [] : [...this.#wholeFile(file, engine), ...this.#workspace(file)];
    return [...conversions, ...wider, ...ignores];
  }

  #conversions(
    file: AnalysedFile,
    engine: Engine,
    located: Located,
    diagnostic: vscode.Diagnostic,
  ): vscode.CodeAction[] {
    const { variants, blocked } = variantsOf(located, mode => engine.fix(file, located, mode), this.#phrases);
    const actions = variants.map(({ title, edits, pinned, certain }) => {
      const action = this.#action(title, QuickFix, file, () => ({ edits, pinned }), diagnostic);
      action.isPreferred = certain;
      return action;
    });
    const { ruleId } = located.finding;
    const at = { ruleId, start: located.start, end: located.end };
    if (variants.length > 0) {
      const title = this.#phrases.say(variants.length === 1 ? 'editor.action.preview' : 'editor.action.previewOne');
      actions.push(
        this.#command(title, 'kubeUpgrade.previewConversion', [file.document.uri.toString(), at], diagnostic),
      );
    } else if (blocked !== null) {
      const action = new vscode.CodeAction(conversionTitle(located.finding, this.#phrases), QuickFix);
      action.diagnostics = [diagnostic];
      action.disabled = { reason: this.#phrases.of(blocked) };
      const explain = this.#phrases.say('editor.action.explain');
      actions.push(
        action,
        this.#command(explain, 'kubeUpgrade.explain', [file.document.uri.toString(), at], diagnostic),
      );
    }
    return actions;
  }

  #wholeFile(file: AnalysedFile, engine: Engine): vscode.CodeAction[] {
    const count = countCertain(file.analysis);
    if (count < 2) return [];
    const title = this.#phrases.say('editor.action.convertAll', { count });
    return [this.#action(title, QuickFix, file, () => engine.convert(file))];
  }

  /** Opens the refactor preview over everything. */
  #workspace(file: AnalysedFile): vscode.CodeAction[] {
    if (vscode.workspace.getWorkspaceFolder(file.document.uri) === undefined) return [];
    const title = this.#phrases.say('workspace.action.convertAll');
    const action = new vscode.CodeAction(title, QuickFix);
    action.command = { title, command: 'kubeUpgrade.convertWorkspace' };
    return [action];
  }

  #fixAll(file: AnalysedFile, engine: Engine, only: vscode.CodeActionKind): vscode.CodeAction[] {
    const bare = only.value === vscode.CodeActionKind.SourceFixAll.value;
    if ((bare && !file.settings.fixAll) || countCertain(file.analysis) === 0) return [];
    return [this.#action(this.#phrases.say('editor.action.fixAll'), FIX_ALL, file, () => engine.convert(file))];
  }

  #ignore(file: AnalysedFile, located: Located, diagnostic: vscode.Diagnostic): vscode.CodeAction {
    const { ruleId } = located.finding;
    const title = this.#phrases.say('editor.action.ignore', { rule: ruleId });
    const edit = ignoreEdit(file.text, located, ruleId, located.document.slice.syntax);
    if (edit !== undefined)
      return this.#action(title, QuickFix, file, () => ({ edits: [edit], pinned: null }), diagnostic);
    if (vscode.workspace.getWorkspaceFolder(file.document.uri) !== undefined) {
      const asking = this.#phrases.say('workspace.ignore.inConfig', { rule: ruleId });
      const key = { ruleId, start: located.start, end: located.end };
      return this.#command(asking, IGNORE_IN_CONFIG, [file.document.uri.toString(), key], diagnostic);
    }
    const action = new vscode.CodeAction(title, QuickFix);
    action.diagnostics = [diagnostic];
    action.disabled = { reason: this.#phrases.say('editor.action.ignoreJson') };
    return action;
  }

  #action(
    title: string,
    kind: vscode.CodeActionKind,
    file: AnalysedFile,
    make: () => Made,
    diagnostic?: vscode.Diagnostic,
  ): vscode.CodeAction {
    const action = new vscode.CodeAction(title, kind);
    if (diagnostic !== undefined) action.diagnostics = [diagnostic];
    this.#plans.set(action, { file, make });
    return action;
  }

  #command(title: string, command: string, args: unknown[], diagnostic: vscode.Diagnostic): vscode.CodeAction {
    const action = new vscode.CodeAction(title, QuickFix);
    action.diagnostics = [diagnostic];
    action.command = { title, command, arguments: args };
    return action;
  }

  #converted(file: AnalysedFile, pinned: readonly Message[]): vscode.Command {
    const words = pinned.map(item => this.#phrases.of(item));
    return { title: '', command: CONVERTED, arguments: [file.document.uri.toString(), words] };
  }

  #diagnostic(file: AnalysedFile, { finding, start, end }: Located): vscode.Diagnostic {
    const { document } = file;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    return toDiagnostic({ finding, range, message: this.#phrases.of(finding.message), related: [] }, document.uri);
  }
}
