/** What is wrong in a `.kube-upgrade.yaml`: unreadable parts, ignores whose day has passed, ignores that match nothing. */
import * as vscode from 'vscode';
import { isExpired } from '../core/config/config';
import { type Problem } from '../core/model/finding';
import { type ConfigEntry, type ConfigFiles } from '../editor/configFiles';
import { SOURCE } from '../editor/diagnostics';
import { today } from '../editor/engine';
import { type Phrases } from '../editor/phrases';
import { Disposable } from '../platform/disposable';
import { ignoreKey } from './entry';
import { type WorkspaceScan } from './workspaceScan';

export class ConfigProblems extends Disposable {
  readonly #configs: ConfigFiles;
  readonly #scan: WorkspaceScan;
  readonly #phrases: Phrases;
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('kubeUpgrade.config'));

  constructor(configs: ConfigFiles, scan: WorkspaceScan, phrases: Phrases) {
    super();
    this.#configs = configs;
    this.#scan = scan;
    this.#phrases = phrases;
    this.register(configs.onDidChange(() => this.#update()));
    this.register(scan.onDidChange(() => this.#update()));
  }

  #update(): void {
    this.#collection.clear();
    const used = new Set<string>();
    for (const file of this.#scan.index.files()) for (const key of file.usedIgnores) used.add(key);
    for (const entry of this.#configs.entries()) {
      const diagnostics = [
        ...entry.reading.problems.map(problem => this.#diagnostic(entry, problem, vscode.DiagnosticSeverity.Warning)),
        ...this.#ignores(entry, used),
      ];
      if (diagnostics.length > 0) this.#collection.set(entry.uri, diagnostics);
    }
  }

  #ignores(entry: ConfigEntry, used: ReadonlySet<string>): readonly vscode.Diagnostic[] {
    const day = today();
    return entry.reading.config.ignores.flatMap(ignore => {
      const { start, end } = ignore;
      if (isExpired(ignore, day)) {
        const message = { key: 'configFile.expired', args: { until: ignore.until! } };
        return [this.#diagnostic(entry, { start, end, message }, vscode.DiagnosticSeverity.Information)];
      }
      // Only a finished scan can tell that nothing was ignored.
      if (this.#scan.state.kind !== 'done' || used.has(ignoreKey(entry.uri.toString(), ignore))) return [];
      const message = { key: 'configFile.unused' };
      const unused = this.#diagnostic(entry, { start, end, message }, vscode.DiagnosticSeverity.Hint);
      unused.tags = [vscode.DiagnosticTag.Unnecessary];
      return [unused];
    });
  }

  #diagnostic(
    { text }: ConfigEntry,
    { start, end, message }: Problem,
    severity: vscode.DiagnosticSeverity,
  ): vscode.Diagnostic {
    const range = new vscode.Range(positionIn(text, start), positionIn(text, Math.max(start, end)));
    const diagnostic = new vscode.Diagnostic(range, this.#phrases.of(message), severity);
    diagnostic.source = SOURCE;
    return diagnostic;
  }
}

function positionIn(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset).split('\n');
  return new vscode.Position(before.length - 1, before.at(-1)!.length);
}
