/** Builds the catalog from the packed data: an index at once, an entry when it is first asked for. */
import { type ApiEntry, type Catalog, fromApiVersion, toApiVersion } from './catalog';
import { type CatalogData, entryAt, isJudged, kindAt } from './unpack';

export { type CatalogData } from './unpack';

class PackedCatalog implements Catalog {
  readonly newest: string;
  readonly asOf: string;
  readonly apiVersionsWithRows: ReadonlySet<string>;
  readonly #data: CatalogData;
  /** apiVersion → kind → index of the entry. */
  readonly #index = new Map<string, Map<string, number>>();
  /** group → indexes of its entries. */
  readonly #groups = new Map<string, number[]>();
  readonly #entries = new Map<number, ApiEntry>();

  constructor(data: CatalogData) {
    this.newest = data.newest;
    this.asOf = data.asOf;
    this.#data = data;
    const withRows = new Set<string>();
    for (let index = 0; index < data.rows.length + data.stable.length; index += 1) {
      const gvk = kindAt(data, index);
      if (gvk === null) continue;
      const apiVersion = toApiVersion(gvk);
      const kinds = this.#index.get(apiVersion);
      if (kinds === undefined) this.#index.set(apiVersion, new Map([[gvk.kind, index]]));
      else kinds.set(gvk.kind, index);
      const group = this.#groups.get(gvk.group);
      if (group === undefined) this.#groups.set(gvk.group, [index]);
      else group.push(index);
      if (isJudged(data, index)) withRows.add(apiVersion);
    }
    this.apiVersionsWithRows = withRows;
  }

  find(apiVersion: string, kind: string): ApiEntry | undefined {
    const kinds = this.#index.get(apiVersion);
    if (kinds === undefined) return undefined;
    // The API server gives a list the life of its items.
    const index = kinds.get(kind) ?? (kind.endsWith('List') ? kinds.get(kind.slice(0, -'List'.length)) : undefined);
    return index === undefined ? undefined : this.#entry(index);
  }

  isBuiltIn(apiVersion: string): boolean {
    return this.#groups.has(fromApiVersion(apiVersion).group);
  }

  group(group: string): readonly ApiEntry[] {
    return (this.#groups.get(group) ?? []).flatMap(index => this.#entry(index) ?? []);
  }

  upgradeSequence(provider: string): readonly string[] | null {
    const { upgradeSequences } = this.#data;
    return Object.hasOwn(upgradeSequences, provider) ? (upgradeSequences[provider] ?? null) : null;
  }

  #entry(index: number): ApiEntry | undefined {
    const known = this.#entries.get(index);
    if (known !== undefined) return known;
    const entry = entryAt(this.#data, index);
    if (entry !== undefined) this.#entries.set(index, entry);
    return entry;
  }
}

/** A catalog over the packed data; the data is read, never changed. */
export function createCatalog(data: CatalogData): Catalog {
  return new PackedCatalog(data);
}
