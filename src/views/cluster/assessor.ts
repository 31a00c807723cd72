/** From a snapshot to what the view shows, with the extension's own data and the user's target. */
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import {
  assess,
  type Catalog,
  type CatalogData,
  clusterTarget,
  compareMinors,
  createCatalog,
  detectProvider,
  parseMinor,
  type Provider,
  type Snapshot,
  summaryOf,
  verdictOf,
} from '../../cluster/index.js';
import { readSettings } from '../../editor/settings';
import { type Assessed, type SourceKind } from './state';

export class Assessor {
  readonly #data: string;
  #catalog: Promise<Catalog> | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.#data = vscode.Uri.joinPath(extensionUri, 'dist', 'data', 'kubernetes.json').fsPath;
  }

  async assess(source: SourceKind, snapshot: Snapshot): Promise<Assessed> {
    const catalog = await this.#load();
    const { target, behind, standing } = targetOf(snapshot, catalog);
    const results = assess(snapshot, target, { catalog });
    return {
      ...{ source, snapshot, target, standing, results, behind },
      verdict: verdictOf(results),
      summary: summaryOf(results),
      data: { asOf: catalog.asOf, newest: catalog.newest },
      beyond: compareMinors(target.version, catalog.newest) > 0,
    };
  }

  #load(): Promise<Catalog> {
    this.#catalog ??= readFile(this.#data, 'utf8').then(
      text => createCatalog(JSON.parse(text) as CatalogData),
      (error: unknown) => {
        this.#catalog = undefined;
        throw error;
      },
    );
    return this.#catalog;
  }
}

/** The target of the settings where it lies ahead, else the cluster's next step. */
function targetOf(snapshot: Snapshot, catalog: Catalog): Pick<Assessed, 'target' | 'behind' | 'standing'> {
  const { targetVersion, currentVersion } = readSettings();
  const own = snapshot.version.state === 'read';
  const chosenProvider = vscode.workspace.getConfiguration('kubeUpgrade').get<Provider | 'auto'>('provider', 'auto');
  const request = {
    currentVersion: own || parseMinor(currentVersion) === undefined ? 'auto' : currentVersion,
    provider: chosenProvider === 'auto' ? detectProvider(snapshot) : chosenProvider,
  };
  const next = clusterTarget(snapshot, { ...request, targetVersion: 'auto' }, catalog);
  if (next === undefined) throw new Error('the target cannot be resolved');
  const standing = own && next.current !== null ? { version: next.current, next: next.version } : null;
  const wanted = targetVersion.origin === 'default' ? undefined : parseMinor(targetVersion.value);
  if (wanted === undefined) return { target: next, standing, behind: null };
  const chosen = clusterTarget(snapshot, { ...request, targetVersion: wanted }, catalog);
  const ahead = chosen !== undefined && (chosen.current === null || compareMinors(wanted, chosen.current) > 0);
  return ahead ? { target: chosen, standing, behind: null } : { target: next, standing, behind: wanted };
}
