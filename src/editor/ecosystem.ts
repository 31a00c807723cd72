/**
 * What is known of custom resources: reads the table when the first document holds an API that is not Kubernetes' own,
 * and the user's own table where a setting names one; everything open is judged again with them.
 */
import * as vscode from 'vscode';
import { Disposable } from '../platform/disposable';
import { type Documents } from './documents';
import { type Engine, type EngineLoader } from './engine';
import { type Phrases } from './phrases';

export class Ecosystem extends Disposable {
  readonly #documents: Documents;
  readonly #loader: EngineLoader;
  readonly #phrases: Phrases;
  readonly #log: vscode.LogOutputChannel;
  /** The user's tables that have been asked for, by address. */
  readonly #asked = new Set<string>();
  #failed = false;

  constructor(documents: Documents, loader: EngineLoader, phrases: Phrases, log: vscode.LogOutputChannel) {
    super();
    this.#documents = documents;
    this.#loader = loader;
    this.#phrases = phrases;
    this.#log = log;
    this.register(documents.onDidChange(uri => this.#look(uri)));
    this.register(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        const engine = this.#loader.loaded;
        if (engine && this.#asked.has(uri.toString())) void this.#readOwn(engine, uri.toString());
      }),
    );
  }

  #look(uri: vscode.Uri): void {
    const engine = this.#loader.loaded;
    const outcome = this.#documents.outcome(uri);
    if (engine === undefined || outcome?.kind !== 'analysed') return;
    const { analysis, settings } = outcome.file;
    const isCustom = analysis.documents.some(({ analysis: { resources } }) =>
      resources.some(({ coverage }) => coverage === 'custom'),
    );
    if (!isCustom) return;
    if (engine.ecosystem === undefined && !this.#failed) void this.#load();
    const own = settings.additionalVersions;
    if (own === null || this.#asked.has(own)) return;
    this.#asked.add(own);
    void this.#readOwn(engine, own);
  }

  async #load(): Promise<void> {
    try {
      await this.#loader.loadEcosystem();
      this.#documents.refresh();
    } catch (error) {
      this.#failed = true;
      this.#log.error(`the data on custom resources could not be read: ${reasonOf(error)}`);
    }
  }

  async #readOwn(engine: Engine, address: string): Promise<void> {
    const uri = vscode.Uri.parse(address);
    const path = vscode.workspace.asRelativePath(uri);
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      const own = engine.core.parseAdditionalVersions(new TextDecoder().decode(bytes), path);
      for (const problem of own.problems) this.#log.warn(this.#phrases.of(problem));
      engine.useAdditional(address, own);
      this.#documents.refresh();
    } catch (error) {
      this.#log.warn(`${path}: ${reasonOf(error)}`);
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : typeof error;
}
