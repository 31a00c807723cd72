/**
 * The index of the workspace: every Kubernetes object of every file, by kind, namespace and name, and what is found in
 * it. Pure: a scan fills it, views and commands read it. The cluster's "Go to Manifest" asks `locate`.
 */
import { type Severity } from '../core/model/finding';
import { type WorkspaceLookup } from '../core/model/context';
import { type IndexedDocument, type IndexedFile, type IndexedFinding, type IndexedObject } from './model';

/** What an object is called in a cluster. */
export interface ManifestQuery {
  /** "apps/v1" or any other version of the group; only the group counts. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  /** Name of the Helm chart (label `helm.sh/chart` without its version), when the object says so. */
  readonly chart?: string | undefined;
}

/**
 * `exact`: group, kind, namespace and name are written there. `likely`: all but the namespace, which the file leaves to
 * kubectl or Kustomize. `possible`: the name is made by a template of the chart, or by an overlay's prefix or suffix.
 */
export type ManifestCertainty = 'exact' | 'likely' | 'possible';

export interface ManifestCandidate {
  readonly uri: string;
  readonly label: string;
  /** Of the object's apiVersion, from 0. */
  readonly line: number;
  readonly character: number;
  readonly certainty: ManifestCertainty;
}

export type Counts = Readonly<Record<Severity, number>>;

export interface Totals extends Counts {
  readonly files: number;
  /** Files with at least one object. */
  readonly manifests: number;
  readonly objects: number;
  readonly ignored: number;
  readonly skipped: number;
}

const RANK: Readonly<Record<ManifestCertainty, number>> = { exact: 0, likely: 1, possible: 2 };
/** Kinds that left this group for another one keep their objects. */
const OLD_GROUP = 'extensions';
const HEIRS: ReadonlySet<string> = new Set(['apps', 'networking.k8s.io', 'policy']);

export class WorkspaceIndex implements WorkspaceLookup {
  readonly #files = new Map<string, IndexedFile>();
  readonly #byKind = new Map<string, Set<IndexedFile>>();
  /** Folders with a Chart.yaml, and those with a kustomization. */
  readonly #charts = new Set<string>();
  readonly #kustomizations = new Set<string>();

  set(file: IndexedFile): void {
    this.delete(file.uri);
    this.#files.set(file.uri, file);
    for (const kind of kindsOf(file)) {
      const files = this.#byKind.get(kind);
      if (files) files.add(file);
      else this.#byKind.set(kind, new Set([file]));
    }
    this.#foldersOf(file.uri)?.add(folderOf(file.uri));
  }

  delete(uri: string): boolean {
    const file = this.#files.get(uri);
    if (file === undefined) return false;
    this.#files.delete(uri);
    for (const kind of kindsOf(file)) {
      const files = this.#byKind.get(kind);
      files?.delete(file);
      if (files?.size === 0) this.#byKind.delete(kind);
    }
    this.#foldersOf(uri)?.delete(folderOf(uri));
    return true;
  }

  /** A file, or everything in a folder. */
  deleteBelow(uri: string): boolean {
    if (this.delete(uri)) return true;
    const below = [...this.#files.keys()].filter(key => key.startsWith(`${uri}/`));
    return below.map(key => this.delete(key)).length > 0;
  }

  /** Another target or another setting: what holds Kubernetes objects has to be judged again, the rest stays known. */
  invalidate(): void {
    for (const file of [...this.#files.values()]) {
      if (file.hash !== 0 || file.skipped !== null) this.set({ ...file, stamp: null, hash: 0 });
    }
  }

  get(uri: string): IndexedFile | undefined {
    return this.#files.get(uri);
  }

  get size(): number {
    return this.#files.size;
  }

  files(): Iterable<IndexedFile> {
    return this.#files.values();
  }

  /** Where the manifest of a cluster's object may be, best first; files of one certainty by name. */
  locate(query: ManifestQuery): readonly ManifestCandidate[] {
    const group = groupOf(query.apiVersion);
    const candidates: ManifestCandidate[] = [];
    for (const file of this.#byKind.get(query.kind) ?? []) {
      for (const object of objectsOf(file)) {
        if (object.kind !== query.kind || !sameGroup(groupOf(object.apiVersion), group)) continue;
        const certainty = this.#certainty(file, object, query);
        if (certainty === null) continue;
        const { line, character } = object;
        candidates.push({ uri: file.uri, label: file.label, line, character, certainty });
      }
    }
    return candidates.sort(
      (a, b) => RANK[a.certainty] - RANK[b.certainty] || compare(a.label, b.label) || a.line - b.line,
    );
  }

  /** Objects by kind and, where given, namespace and name. */
  find(query: { kind: string; namespace?: string; name?: string }): readonly { file: string; offset: number }[] {
    const found: { file: string; offset: number }[] = [];
    for (const file of this.#byKind.get(query.kind) ?? []) {
      for (const { kind, namespace, name, offset } of objectsOf(file)) {
        if (kind !== query.kind) continue;
        if (query.namespace !== undefined && namespace !== query.namespace) continue;
        if (query.name !== undefined && name !== query.name) continue;
        found.push({ file: file.uri, offset });
      }
    }
    return found;
  }

  /** The chart or overlay that a file belongs to. */
  belonging(uri: string): { readonly kind: 'chart' | 'kustomization'; readonly root: string } | null {
    const own = folderOf(uri);
    for (let folder = own; folder.includes('/'); folder = folderOf(folder)) {
      if (this.#charts.has(folder)) return { kind: 'chart', root: folder };
      if (folder === own && this.#kustomizations.has(folder)) return { kind: 'kustomization', root: folder };
    }
    return null;
  }

  totals(): Totals {
    const totals = { ...noCounts(), files: 0, manifests: 0, objects: 0, ignored: 0, skipped: 0 };
    for (const file of this.#files.values()) {
      totals.files += 1;
      totals.ignored += file.ignored;
      if (file.skipped !== null) totals.skipped += 1;
      let objects = 0;
      for (const document of file.documents) {
        objects += document.objects.length;
        for (const { finding } of document.findings) totals[finding.severity] += 1;
      }
      totals.objects += objects;
      if (objects > 0) totals.manifests += 1;
    }
    return totals;
  }

  #certainty(file: IndexedFile, object: IndexedObject, query: ManifestQuery): ManifestCertainty | null {
    if (object.namespace !== null && query.namespace !== null && object.namespace !== query.namespace) return null;
    if (object.name === query.name) return object.namespace === query.namespace ? 'exact' : 'likely';
    const belonging = this.belonging(file.uri);
    if (object.templated) {
      return belonging?.kind === 'chart' && query.chart === nameOf(belonging.root) ? 'possible' : null;
    }
    if (object.name === null || belonging?.kind !== 'kustomization') return null;
    return query.name.endsWith(`-${object.name}`) || query.name.startsWith(`${object.name}-`) ? 'possible' : null;
  }

  #foldersOf(uri: string): Set<string> | undefined {
    const name = nameOf(uri);
    if (name === 'Chart.yaml') return this.#charts;
    return /^kustomization\.ya?ml$/i.test(name) ? this.#kustomizations : undefined;
  }
}

export function* findingsOf(file: IndexedFile): Iterable<IndexedFinding> {
  for (const document of file.documents) yield* document.findings;
}

export function noCounts(): Record<Severity, number> {
  return { error: 0, warning: 0, information: 0, hint: 0 };
}

function* objectsOf(file: IndexedFile): Iterable<IndexedObject> {
  for (const document of file.documents) yield* document.objects;
}

function kindsOf(file: IndexedFile): ReadonlySet<string> {
  const kinds = new Set<string>();
  const add = ({ objects }: IndexedDocument): void => objects.forEach(({ kind }) => kinds.add(kind));
  file.documents.forEach(add);
  return kinds;
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function sameGroup(a: string, b: string): boolean {
  return a === b || (a === OLD_GROUP && HEIRS.has(b)) || (b === OLD_GROUP && HEIRS.has(a));
}

function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
