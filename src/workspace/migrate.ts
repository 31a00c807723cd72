/** "Convert All Deprecated APIs…": one edit over many files, shown in the refactor preview, undone in one step. */
import * as vscode from 'vscode';
import { type AnalysedFile, type Documents } from '../editor/documents';
import { type EngineLoader } from '../editor/engine';
import { allFindings } from '../editor/lookup';
import { type Phrases } from '../editor/phrases';
import { conversionTitle } from '../editor/variants';
import { findingsOf } from './index';
import { planFile, type Step } from './plan';
import { type Summary, type SummaryLine } from './summary';
import { type WorkspaceScan } from './workspaceScan';

/** Which findings are meant: all of the workspace, those of some files, or one. */
export interface Scope {
  readonly files: readonly string[] | null;
  /** Offset of the one finding and its rule. */
  readonly only?: { readonly start: number; readonly ruleId: string };
}

export type Outcome =
  | { readonly kind: 'nothing' | 'dismissed' | 'changed' | 'cancelled' }
  | { readonly kind: 'done'; readonly summary: Summary };

interface Planned {
  readonly file: AnalysedFile;
  readonly steps: readonly Step[];
}

export class Migration {
  readonly #scan: WorkspaceScan;
  readonly #documents: Documents;
  readonly #loader: EngineLoader;
  readonly #phrases: Phrases;

  constructor(scan: WorkspaceScan, documents: Documents, loader: EngineLoader, phrases: Phrases) {
    this.#scan = scan;
    this.#documents = documents;
    this.#loader = loader;
    this.#phrases = phrases;
  }

  /** Shows the preview and, once it is accepted, says what was done. */
  async run(scope: Scope): Promise<Outcome> {
    const planned = await this.#prepare(scope);
    if (planned === undefined) return { kind: 'cancelled' };
    if (planned.every(({ steps }) => steps.length === 0)) return { kind: 'nothing' };
    const edit = this.#edit(planned);
    const stale = (): boolean => planned.some(({ file }) => file.document.version !== file.version);
    if (stale()) return { kind: 'changed' };
    // The window refuses the edit when one of the documents has another version by the time the preview is accepted.
    const applied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    if (!applied) return { kind: stale() ? 'changed' : 'dismissed' };
    const summary = await this.#summary(scope, planned);
    return summary.converted === 0 ? { kind: 'dismissed' } : { kind: 'done', summary };
  }

  async #prepare(scope: Scope): Promise<readonly Planned[] | undefined> {
    const location = vscode.ProgressLocation.Notification;
    const title = this.#phrases.say('workspace.migrate.preparing');
    return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
      token.onCancellationRequested(() => this.#scan.cancel());
      if (this.#scan.state.kind !== 'done') {
        progress.report({ message: this.#phrases.say('workspace.migrate.scanFirst') });
        await this.#scan.scan();
      } else await this.#scan.settled();
      const engine = await this.#loader.load();
      const planned: Planned[] = [];
      const files = this.#filesWith(scope, fix => fix === 'certain' || fix === 'choice');
      for (const [done, uri] of files.entries()) {
        if (token.isCancellationRequested) return undefined;
        progress.report({
          message: this.#phrases.say('workspace.scan.progress', { done: done + 1, total: files.length }),
        });
        // Opened, so that the window knows which version the edits are for.
        const document = await Promise.resolve(vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).catch(
          () => undefined,
        );
        const file = document && (await this.#documents.ready(document));
        if (file === undefined) continue;
        const steps = planFile(file.analysis, file.context, engine.fixes);
        const { only } = scope;
        const wanted = only
          ? steps.filter(({ finding }) => finding.ruleId === only.ruleId && offsetOf(file, finding) === only.start)
          : steps;
        planned.push({ file, steps: wanted });
      }
      return planned;
    });
  }

  #filesWith(scope: Scope, wanted: (fix: string) => boolean): readonly string[] {
    const uris: string[] = [];
    for (const file of this.#scan.index.files()) {
      if (scope.files !== null && !scope.files.includes(file.uri)) continue;
      if ([...findingsOf(file)].some(({ finding }) => wanted(finding.fix))) uris.push(file.uri);
    }
    return uris.sort();
  }

  #edit(planned: readonly Planned[]): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    const kept = new Set(
      planned.flatMap(({ steps }) => steps.flatMap(({ pinned }) => pinned.map(one => this.#phrases.of(one)))),
    );
    for (const { file, steps } of planned) {
      const { document } = file;
      for (const step of steps) {
        const metadata = this.#metadata(step, [...kept]);
        for (const { start, end, newText } of step.edits) {
          edit.replace(
            document.uri,
            new vscode.Range(document.positionAt(start), document.positionAt(end)),
            newText,
            metadata,
          );
        }
      }
    }
    return edit;
  }

  /** The preview groups by label and opens only where something asks for a confirmation: everything does. */
  #metadata(step: Step, kept: readonly string[]): vscode.WorkspaceEditEntryMetadata {
    const { say, of } = { say: this.#phrases.say.bind(this.#phrases), of: this.#phrases.of.bind(this.#phrases) };
    const needsConfirmation = true;
    if (step.sureness === 'certain')
      return { needsConfirmation, label: say('workspace.migrate.certain'), iconPath: new vscode.ThemeIcon('check') };
    if (step.sureness === 'pinned') {
      const description = say('workspace.migrate.keeps', { pinned: kept.join(', ') });
      return {
        needsConfirmation,
        label: say('workspace.migrate.pinned'),
        description,
        iconPath: new vscode.ThemeIcon('pinned'),
      };
    }
    const title = step.title === null ? conversionTitle(step.finding, this.#phrases) : of(step.title);
    const more = step.alternatives > 0 ? say('workspace.migrate.alternatives', { count: step.alternatives }) : '';
    const label = `${say('workspace.migrate.decision')}: ${title}`;
    const description = [step.reason === null ? '' : of(step.reason), more].join(' ').trim();
    return { needsConfirmation, label, description, iconPath: new vscode.ThemeIcon('question') };
  }

  /** Judges the files as they are now: what the user left unticked is left. */
  async #summary(scope: Scope, planned: readonly Planned[]): Promise<Summary> {
    const left: SummaryLine[] = [];
    const kept: SummaryLine[] = [];
    let converted = 0;
    let files = 0;
    const touched = new Set<string>();
    for (const { file, steps } of planned) {
      const now = await this.#documents.ready(file.document);
      touched.add(file.document.uri.toString());
      if (now === undefined) continue;
      const gone = count(file) - count(now);
      converted += Math.max(0, gone);
      if (now.text !== file.text) {
        files += 1;
        for (const { pinned, finding } of steps)
          for (const one of pinned)
            kept.push(this.#line(file.document.uri, 0, `${nameOf(finding)}: ${this.#phrases.of(one)}`));
      }
      for (const { finding, start } of allFindings(now.analysis)) {
        if (finding.fix === 'none') continue;
        const { line } = now.document.positionAt(start);
        left.push(this.#line(now.document.uri, line, this.#phrases.of(finding.message)));
      }
    }
    for (const uri of this.#filesWith(scope, fix => fix === 'manual')) {
      if (touched.has(uri)) continue;
      for (const { finding, from } of findingsOf(this.#scan.index.get(uri)!)) {
        if (finding.fix === 'manual')
          left.push(this.#line(vscode.Uri.parse(uri), from.line, this.#phrases.of(finding.message)));
      }
    }
    const versions = new Set(planned.map(({ file }) => file.context.target.version));
    return { converted, files, kept, left, version: versions.size === 1 ? [...versions][0]! : null };
  }

  #line(uri: vscode.Uri, line: number, text: string): SummaryLine {
    return { uri: uri.toString(), label: vscode.workspace.asRelativePath(uri), line, text };
  }
}

function offsetOf({ analysis }: AnalysedFile, wanted: Step['finding']): number | undefined {
  for (const { finding, start } of allFindings(analysis)) if (finding === wanted) return start;
  return undefined;
}

function count({ analysis }: AnalysedFile): number {
  return [...allFindings(analysis)].filter(({ finding }) => finding.fix !== 'none').length;
}

function nameOf({ resource }: Step['finding']): string {
  return resource.name === null ? resource.kind : `${resource.kind} ${resource.name}`;
}
