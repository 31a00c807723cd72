/** Squiggles: puts what was published on the window, and takes it away with the document. */
import * as vscode from 'vscode';
import { type Severity } from '../core';
import { Disposable } from '../platform/disposable';
import { type Documents } from './documents';
import { type Phrases } from './phrases';
import { Publisher, type PlaceRange, type Published } from './publish';

export const SOURCE = 'Kubernetes Upgrade';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

interface Shown {
  readonly publisher: Publisher;
  published: readonly Published[];
}

export class Diagnostics extends Disposable {
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('kubeUpgrade'));
  readonly #shown = new Map<string, Shown>();
  readonly #documents: Documents;
  readonly #phrases: Phrases;

  constructor(documents: Documents, phrases: Phrases) {
    super();
    this.#documents = documents;
    this.#phrases = phrases;
    this.register(documents.onDidChange(uri => this.#update(uri)));
  }

  #update(uri: vscode.Uri): void {
    const outcome = this.#documents.outcome(uri);
    if (outcome?.kind !== 'analysed') {
      this.#shown.delete(uri.toString());
      this.#collection.delete(uri);
      return;
    }
    let shown = this.#shown.get(uri.toString());
    if (shown === undefined)
      this.#shown.set(uri.toString(), (shown = { publisher: new Publisher(this.#phrases), published: [] }));
    const published = shown.publisher.publish(outcome.file.text, outcome.file.analysis);
    if (published === shown.published) return;
    shown.published = published;
    this.#collection.set(
      uri,
      published.map(item => toDiagnostic(item, uri)),
    );
  }
}

/** The finding as VS Code shows it; code actions use it to bind themselves to the squiggle. */
export function toDiagnostic({ finding, range, message, related }: Published, uri: vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, SEVERITIES[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.ruleId, target: vscode.Uri.parse(finding.documentation) };
  if (finding.deprecated) diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  if (related.length > 0) {
    diagnostic.relatedInformation = related.map(
      item => new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(item.range)), item.message),
    );
  }
  return diagnostic;
}

function toRange({ start, end }: PlaceRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
