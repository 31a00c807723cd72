/** The workspace's `.kube-upgrade.yaml` files: found, read, watched, and asked for by file. */
import * as vscode from 'vscode';
import { CONFIG_NAME, ConfigMatcher, type ConfigIgnore, type ConfigReading } from '../core/config/config';
import { type Provider } from '../core/model/context';
import { type SeveritySetting } from '../core/model/finding';
import { Disposable } from '../platform/disposable';
import { type EngineLoader } from './engine';

/** What the nearest configuration above a file says of it. */
export interface FileConfig {
  readonly uri: vscode.Uri;
  readonly target: string | null;
  readonly current: string | null;
  readonly provider: Provider | null;
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  readonly excluded: boolean;
  readonly ignores: readonly ConfigIgnore[];
}

export interface ConfigEntry {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly reading: ConfigReading;
  readonly matcher: ConfigMatcher;
}

/** Configurations beyond these are not looked for: a repository with so many has them generated. */
const AT_MOST = 200;

export class ConfigFiles extends Disposable {
  readonly #loader: EngineLoader;
  /** By the address of their folder. */
  readonly #entries = new Map<string, ConfigEntry>();
  /** Ignores by folder, path and day, so that the same file gets the same list. */
  readonly #ignores = new Map<string, readonly ConfigIgnore[]>();
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #ready: Promise<void> | undefined;

  /** A configuration appeared, changed or went. */
  readonly onDidChange = this.#changed.event;

  constructor(loader: EngineLoader) {
    super();
    this.#loader = loader;
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(`**/${CONFIG_NAME}`));
    this.register(watcher.onDidCreate(uri => void this.#reload(uri)));
    this.register(watcher.onDidChange(uri => void this.#reload(uri)));
    this.register(watcher.onDidDelete(uri => this.#forget(uri)));
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isConfig(document.uri)) void this.#take(document.uri, document.getText());
      }),
    );
  }

  /** Resolves once every configuration of the workspace is known. */
  ready(): Promise<void> {
    return (this.#ready ??= this.#find());
  }

  entries(): Iterable<ConfigEntry> {
    return this.#entries.values();
  }

  /** The nearest one upwards, within the file's workspace folder. */
  forUri(uri: vscode.Uri | undefined, today: string): FileConfig | undefined {
    if (uri === undefined || this.#entries.size === 0) return undefined;
    const address = uri.toString();
    for (let folder = parentOf(address); folder.includes('/'); folder = parentOf(folder)) {
      const entry = this.#entries.get(folder);
      if (entry === undefined) continue;
      const path = decodeURIComponent(address.slice(folder.length + 1));
      const { matcher } = entry;
      const { current, provider, severity } = matcher.config;
      const key = `${folder}\n${path}\n${today}`;
      let ignores = this.#ignores.get(key);
      if (ignores === undefined) this.#ignores.set(key, (ignores = matcher.ignores(path, today)));
      const target = matcher.target(path);
      return { uri: entry.uri, target, current, provider, severity, excluded: matcher.excludes(path), ignores };
    }
    return undefined;
  }

  /** Looks for them once more: where nothing is watched, one may have come. */
  async find(): Promise<void> {
    this.#ready = this.#find();
    await this.#ready;
  }

  async #find(): Promise<void> {
    const { workspace } = vscode;
    const roots = (workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, CONFIG_NAME));
    // A file system without a search still has its top folders.
    const found = await workspace.findFiles(`**/${CONFIG_NAME}`, '**/node_modules/**', AT_MOST);
    const all = new Map([...roots, ...found].map(uri => [uri.toString(), uri]));
    await Promise.all([...all.values()].map(uri => this.#reload(uri, true)));
  }

  async #reload(uri: vscode.Uri, quietly = false): Promise<void> {
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open !== undefined) return this.#take(uri, open.getText(), quietly);
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(uri);
    } catch {
      return this.#forget(uri);
    }
    await this.#take(uri, new TextDecoder().decode(bytes), quietly);
  }

  async #take(uri: vscode.Uri, text: string, quietly = false): Promise<void> {
    const { core } = await this.#loader.load();
    const reading = core.readConfig(text, core.ruleIds);
    this.#entries.set(parentOf(uri.toString()), { uri, text, reading, matcher: new ConfigMatcher(reading.config) });
    this.#ignores.clear();
    if (!quietly) this.#changed.fire();
  }

  #forget(uri: vscode.Uri): void {
    if (!this.#entries.delete(parentOf(uri.toString()))) return;
    this.#ignores.clear();
    this.#changed.fire();
  }
}

export function isConfig(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${CONFIG_NAME}`);
}

function parentOf(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf('/')));
}
