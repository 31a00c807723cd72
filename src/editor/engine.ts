/** The core with its data, loaded when the first Kubernetes document asks for it and not before. */
import * as vscode from 'vscode';
import type * as core from '../core';
import {
  type AdditionalVersions,
  type Catalog,
  type CatalogData,
  type Context,
  type EciCatalog,
  type EciData,
  type EcosystemCatalog,
  type EcosystemData,
  type Finding,
  type FixMode,
} from '../core';
import { type ClusterFacts } from './clusterFacts';
import { FixCache, convertFile, type FileConversion } from './fixes';
import { type AnalysedFile } from './documents';
import { type Located } from './lookup';
import { type Phrases } from './phrases';
import { type EditorSettings } from './settings';

export type Core = typeof core;
/** How this host gets the core: it lies in a file of its own, so that starting up costs nothing of it. */
export type LoadCore = (extensionUri: vscode.Uri) => Promise<Core>;

/** A context, and what of the settings could not be honoured. */
export interface Purpose {
  readonly context: Context;
  /** The text of a version setting that is no Kubernetes version; the newest release stands in for it. */
  readonly unreadable: string | null;
}

type PurposeSettings = Pick<
  EditorSettings,
  'providerIsAuto' | 'currentVersion' | 'provider' | 'severity' | 'ignores' | 'components' | 'additionalVersions'
>;

export class Engine {
  readonly core: Core;
  readonly catalog: Catalog;
  readonly #fixes: FixCache;
  readonly #purposes = new Map<string, Purpose>();
  #eci: EciCatalog | undefined;
  #ecosystem: EcosystemCatalog | undefined;
  /** The users' own tables of versions, by address. */
  readonly #additional = new Map<string, AdditionalVersions>();
  #cluster: ClusterFacts | undefined;

  constructor(core: Core, catalog: Catalog) {
    this.core = core;
    this.catalog = catalog;
    this.#fixes = new FixCache(core.editsFor);
  }

  /** Edits of findings, each asked for once. */
  get fixes(): FixCache {
    return this.#fixes;
  }

  /** The table of ECI annotations, once it is there. */
  get eci(): EciCatalog | undefined {
    return this.#eci;
  }

  /** What is known of custom resources, once it is there. */
  get ecosystem(): EcosystemCatalog | undefined {
    return this.#ecosystem;
  }

  useEcosystem(data: EcosystemData): void {
    this.#ecosystem = this.core.createEcosystemCatalog(data);
    this.#purposes.clear();
  }

  useAdditional(address: string, own: AdditionalVersions): void {
    this.#additional.set(address, own);
    this.#purposes.clear();
  }

  /** From now on contexts hold the table too: those handed out before are of no use any more. */
  useEci(data: EciData): void {
    this.#eci = this.core.createEciCatalog(data);
    this.#purposes.clear();
  }

  /** From now on what is left to "auto" follows the cluster. */
  useCluster(facts: ClusterFacts | undefined): void {
    this.#cluster = facts;
    this.#purposes.clear();
  }

  /** The same object for the same settings and day, so that the core keeps what it already knows. */
  purpose(settings: PurposeSettings, wantedVersion: string): Purpose {
    const day = today();
    const { severity, components, additionalVersions } = settings;
    const cluster = this.#cluster;
    const provider = settings.providerIsAuto ? (cluster?.provider ?? settings.provider) : settings.provider;
    const currentVersion = settings.currentVersion === 'auto' ? (cluster?.version ?? 'auto') : settings.currentVersion;
    const targetVersion = wantedVersion === 'auto' ? (cluster?.next ?? 'auto') : wantedVersion;
    const key = JSON.stringify([
      targetVersion,
      currentVersion,
      provider,
      severity,
      settings.ignores,
      components,
      additionalVersions,
      day,
    ]);
    const known = this.#purposes.get(key);
    if (known !== undefined) return known;

    const { core, catalog } = this;
    const readable = (version: string): boolean => version === 'auto' || core.parseMinor(version) !== undefined;
    const unreadable = [targetVersion, currentVersion].find(version => !readable(version)) ?? null;
    const request = {
      targetVersion: readable(targetVersion) ? targetVersion : 'auto',
      currentVersion: readable(currentVersion) ? currentVersion : 'auto',
      provider,
    };
    const target = core.resolveTarget(request, catalog);
    if (target === undefined) throw new Error('the target cannot be resolved');
    const additional = this.#additional.get(additionalVersions ?? '');
    const tables = {
      components,
      ...(this.#eci && { eci: this.#eci }),
      ...(this.#ecosystem && { ecosystem: this.#ecosystem }),
      ...(additional && { additional }),
    };
    const purpose = {
      context: { target, settings: { severity, ignores: settings.ignores ?? [] }, catalog, today: day, ...tables },
      unreadable,
    };
    if (this.#purposes.size >= 64) this.#purposes.clear();
    this.#purposes.set(key, purpose);
    return purpose;
  }

  /** The answer of the core, asked once per finding and mode. */
  fix(file: AnalysedFile, located: Located, mode: FixMode) {
    return this.#fixes.fix(located, mode, file.context);
  }

  convert(file: AnalysedFile): FileConversion {
    return convertFile(file.analysis, file.context, this.#fixes);
  }

  /** Findings of an analysed file if the target were another one. */
  findingsFor(file: AnalysedFile, targetVersion: string): readonly Finding[] {
    const { context } = this.purpose(file.settings, targetVersion);
    return file.analysis.documents.flatMap(({ slice }) => this.core.analyse(slice, context).findings);
  }
}

/** Reads the data once; every caller shares the one attempt, and a failed one may be repeated. */
export class EngineLoader {
  readonly #root: vscode.Uri;
  readonly #phrases: Phrases;
  readonly #loadCore: LoadCore;
  readonly #clusterChanged = new vscode.EventEmitter<void>();
  #cluster: ClusterFacts | undefined;
  #loading: Promise<Engine> | undefined;
  #loadingEci: Promise<EciData> | undefined;
  #loadingEcosystem: Promise<EcosystemData> | undefined;
  #engine: Engine | undefined;

  constructor(extensionUri: vscode.Uri, phrases: Phrases, loadCore: LoadCore) {
    this.#root = extensionUri;
    this.#phrases = phrases;
    this.#loadCore = loadCore;
  }

  /** Another cluster, or none: what was judged for today's version or an automatic target has to be judged again. */
  readonly onDidChangeCluster = this.#clusterChanged.event;

  /** The connected cluster, or the one last seen. */
  get cluster(): ClusterFacts | undefined {
    return this.#cluster;
  }

  useCluster(facts: ClusterFacts | undefined): void {
    this.#cluster = facts;
    this.#engine?.useCluster(facts);
    this.#clusterChanged.fire();
  }

  /** The engine, once it is there. */
  get loaded(): Engine | undefined {
    return this.#engine;
  }

  load(): Promise<Engine> {
    this.#loading ??= this.#read().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** The engine with the table of ECI annotations, which few workspaces need. */
  async loadEci(): Promise<Engine> {
    const engine = await this.load();
    if (engine.eci !== undefined) return engine;
    this.#loadingEci ??= this.#readData<EciData>('eci.json').finally(() => (this.#loadingEci = undefined));
    const data = await this.#loadingEci;
    if (engine.eci === undefined) engine.useEci(data);
    return engine;
  }

  /** The engine with what is known of custom resources, which many workspaces do not need. */
  async loadEcosystem(): Promise<Engine> {
    const engine = await this.load();
    if (engine.ecosystem !== undefined) return engine;
    this.#loadingEcosystem ??= this.#readData<EcosystemData>('ecosystem.json').finally(
      () => (this.#loadingEcosystem = undefined),
    );
    const data = await this.#loadingEcosystem;
    if (engine.ecosystem === undefined) engine.useEcosystem(data);
    return engine;
  }

  async #read(): Promise<Engine> {
    const [core, data, words] = await Promise.all([
      this.#loadCore(this.#root),
      this.#readData<CatalogData>('kubernetes.json'),
      this.#readData<Record<string, string>>(`words.${this.#phrases.language}.json`),
    ]);
    this.#phrases.learn(words);
    this.#engine = new Engine(core, core.createCatalog(data));
    this.#engine.useCluster(this.#cluster);
    return this.#engine;
  }

  async #readData<T>(name: string): Promise<T> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#root, 'dist', 'data', name));
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  }
}

/** The user's own calendar day, as YYYY-MM-DD. */
export function today(): string {
  const date = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
