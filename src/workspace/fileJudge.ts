/** Judges a file of the disk as the editor would judge it open. */
import * as vscode from 'vscode';
import { type Charts } from '../editor/charts';
import { type ConfigFiles } from '../editor/configFiles';
import { type EngineLoader, today } from '../editor/engine';
import { type EditorSettings, readSettings } from '../editor/settings';
import { type Analysed } from './entry';
import { type Found, inMoments } from './scan';

/** Lets the window do its work. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}

export class FileJudge {
  readonly #loader: EngineLoader;
  readonly #configs: ConfigFiles;
  readonly #charts: Charts;
  /** Asking VS Code for a setting costs more than judging a small file: once for each root and configuration is enough. */
  readonly #settings = new Map<string, EditorSettings>();

  constructor(loader: EngineLoader, configs: ConfigFiles, charts: Charts) {
    this.#loader = loader;
    this.#configs = configs;
    this.#charts = charts;
  }

  /** Settings may have changed. */
  forget(): void {
    this.#settings.clear();
  }

  /** Null when a setting says that such files are not looked at. */
  async analyse(found: Found, text: string): Promise<Analysed | null> {
    const engine = await this.#loader.load();
    const { core } = engine;
    if (engine.eci === undefined && core.mentionsEci(text)) await this.#loader.loadEci();
    const uri = vscode.Uri.parse(found.uri);
    const config = this.#configs.forUri(uri, today());
    const key = `${found.root.uri}\n${config?.uri.toString() ?? ''}\n${config?.target ?? ''}`;
    let settings = this.#settings.get(key);
    if (settings === undefined) this.#settings.set(key, (settings = readSettings(uri, config)));
    const syntax = core.detectSyntax(found.path, text);
    if (syntax === 'helm' && !settings.helm) return null;
    const terms = { ...settings, ignores: config?.ignores ?? [] };
    const purpose = engine.purpose(terms, settings.targetVersion.value);
    if (syntax === 'helm') await this.#charts.ready(core, uri);
    const context = this.#charts.contextOf(core, purpose.context, uri, found.path);
    const documents = await inMoments(core.splitDocuments(text, syntax), pause, slice => ({
      slice,
      analysis: core.analyse(slice, context),
    }));
    return { analysis: { documents }, path: context.target.path, config: config?.uri.toString() ?? null };
  }
}
