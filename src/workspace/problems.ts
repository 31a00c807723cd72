/** The Problems panel for files that no editor shows, where a setting asks for it; gone with their cause. */
import * as vscode from 'vscode';
import { type Documents } from '../editor/documents';
import { toDiagnostic } from '../editor/diagnostics';
import { type Phrases } from '../editor/phrases';
import { readSettings, SECTION } from '../editor/settings';
import { Disposable } from '../platform/disposable';
import { findingsOf } from './index';
import { type IndexedFile } from './model';
import { type WorkspaceScan } from './workspaceScan';

export class WorkspaceProblems extends Disposable {
  readonly #scan: WorkspaceScan;
  readonly #documents: Documents;
  readonly #phrases: Phrases;
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('kubeUpgrade.workspace'));
  /** What is shown of each file: the index hands out a new object when something changed. */
  readonly #shown = new Map<string, IndexedFile>();
  #wanted = readSettings().scanProblems;

  constructor(scan: WorkspaceScan, documents: Documents, phrases: Phrases) {
    super();
    this.#scan = scan;
    this.#documents = documents;
    this.#phrases = phrases;
    this.register(scan.onDidChange(() => this.#update()));
    // An editor shows its own: two squiggles for one cause would be one too many.
    this.register(documents.onDidChange(uri => this.#one(uri.toString())));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (!event.affectsConfiguration(`${SECTION}.scan.problems`)) return;
        this.#wanted = readSettings().scanProblems;
        this.#update();
      }),
    );
  }

  #update(): void {
    if (!this.#wanted) {
      this.#collection.clear();
      this.#shown.clear();
      return;
    }
    for (const uri of [...this.#shown.keys()]) if (this.#scan.index.get(uri) === undefined) this.#one(uri);
    for (const { uri } of this.#scan.index.files()) this.#one(uri);
  }

  #one(uri: string): void {
    if (!this.#wanted) return;
    const address = vscode.Uri.parse(uri);
    const open = this.#documents.outcome(address)?.kind === 'analysed';
    const file = open ? undefined : this.#scan.index.get(uri);
    const before = this.#shown.get(uri);
    if (file === before) return;
    const found = file === undefined ? [] : [...findingsOf(file)];
    if (found.length === 0) {
      if (before === undefined) return;
      this.#shown.delete(uri);
      this.#collection.delete(address);
      return;
    }
    this.#shown.set(uri, file!);
    this.#collection.set(
      address,
      found.map(({ finding, from, to }) =>
        toDiagnostic(
          { finding, range: { start: from, end: to }, message: this.#phrases.of(finding.message), related: [] },
          address,
        ),
      ),
    );
  }
}
