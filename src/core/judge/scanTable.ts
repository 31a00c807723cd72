/** For one target: which apiVersion and kind pairs deserve a parse. Built once per target, filled as pairs are met. */
import { type Catalog } from '../catalog/catalog';
import { type Context, type Target } from '../model/context';
import { type Scan } from '../yaml/scan';
import { verdict } from '../verdict/verdict';

/** Kinds of a built-in group that are request bodies or wrappers, never objects of their own. */
const WRAPPERS = new Set([
  'List',
  'Status',
  'DeleteOptions',
  'APIGroup',
  'APIGroupList',
  'APIResourceList',
  'APIVersions',
  'WatchEvent',
]);

export class ScanTable {
  readonly #catalog: Catalog;
  readonly #target: Target;
  readonly #suspects = new Map<string, boolean>();

  constructor(context: Context) {
    this.#catalog = context.catalog;
    this.#target = context.target;
  }

  /** Whether the table is one of this context's catalog. */
  isFor(context: Context): boolean {
    return this.#catalog === context.catalog;
  }

  /** Whether any pair of an apiVersion and a kind in the document is not plainly served. */
  isSuspect(scan: Scan): boolean {
    if (scan.unsure) return true;
    for (const kind of scan.kinds) {
      // Each of a list's items is an object of its own.
      if (kind.endsWith('List')) return true;
      for (const apiVersion of scan.apiVersions) {
        if (this.#isSuspectPair(apiVersion, kind)) return true;
      }
    }
    return false;
  }

  #isSuspectPair(apiVersion: string, kind: string): boolean {
    const key = `${apiVersion} ${kind}`;
    let suspect = this.#suspects.get(key);
    if (suspect === undefined) {
      suspect = this.#judge(apiVersion, kind);
      this.#suspects.set(key, suspect);
    }
    return suspect;
  }

  #judge(apiVersion: string, kind: string): boolean {
    const entry = this.#catalog.find(apiVersion, kind);
    return entry !== undefined && verdict(entry, this.#target, this.#catalog).state !== 'served';
  }

  /** A built-in group that the data knows, with a kind it does not: not checked, and said so. */
  isUnknown(apiVersion: string, kind: string): boolean {
    if (WRAPPERS.has(kind) || !this.#catalog.isBuiltIn(apiVersion)) return false;
    return this.#catalog.find(apiVersion, kind) === undefined;
  }
}

const tables = new WeakMap<Target, ScanTable>();

/** Contexts of one target share a table: files and charts have contexts of their own. */
export function scanTableOf(context: Context): ScanTable {
  let table = tables.get(context.target);
  if (!table?.isFor(context)) {
    table = new ScanTable(context);
    tables.set(context.target, table);
  }
  return table;
}
