/** Reads the table of ECI annotations when the first document names one, and has everything judged again with it. */
import type * as vscode from 'vscode';
import { Disposable } from '../platform/disposable';
import { type Documents } from './documents';
import { type Engine, type EngineLoader } from './engine';

export class Eci extends Disposable {
  readonly #documents: Documents;
  readonly #loader: EngineLoader;
  readonly #log: vscode.LogOutputChannel;
  #failed = false;

  constructor(documents: Documents, loader: EngineLoader, log: vscode.LogOutputChannel) {
    super();
    this.#documents = documents;
    this.#loader = loader;
    this.#log = log;
    this.register(documents.onDidChange(uri => this.#look(uri)));
  }

  /** The engine with the table; undefined when it cannot be read (said once, in the log). */
  async load(): Promise<Engine | undefined> {
    const before = this.#loader.loaded?.eci;
    try {
      const engine = await this.#loader.loadEci();
      if (before === undefined) this.#documents.refresh();
      return engine;
    } catch (error) {
      if (!this.#failed)
        this.#log.error(`the ECI data could not be read: ${error instanceof Error ? error.message : typeof error}`);
      this.#failed = true;
      return undefined;
    }
  }

  #look(uri: vscode.Uri): void {
    const engine = this.#loader.loaded;
    const outcome = this.#documents.outcome(uri);
    if (this.#failed || engine === undefined || engine.eci !== undefined || outcome?.kind !== 'analysed') return;
    if (engine.core.mentionsEci(outcome.file.text)) void this.load();
  }
}
