/** What is known of custom resources: versions of the components that define them, with what takes their place. */
import { type GroupVersionKind, toApiVersion } from '../catalog/catalog';

/** A version to use instead, with the component's release that first serves it (null: not known). */
export interface CustomReplacement extends GroupVersionKind {
  readonly available: string | null;
}

/** One group, version and kind of a custom resource. Releases are the component's own, such as "1.6"; null: never, or not known. */
export interface CustomLifecycle extends GroupVersionKind {
  /** Key of `Context.components`, such as "cert-manager"; "k8s" stands for Kubernetes itself. */
  readonly component: string;
  /** The component as a reader knows it. */
  readonly name: string;
  readonly introduced: string | null;
  readonly deprecated: string | null;
  readonly removed: string | null;
  /** Next one first, the last of the line last. */
  readonly replacements: readonly CustomReplacement[];
  /** The replacement has the same fields: nothing but the apiVersion changes. */
  readonly sameShape: boolean;
  readonly sources: readonly string[];
}

export interface EcosystemCatalog {
  /** ISO date of the data. */
  readonly asOf: string;
  /** Ids of the components with their names. */
  readonly components: ReadonlyMap<string, string>;
  find(apiVersion: string, kind: string): CustomLifecycle | undefined;
}

/** Shape of `dist/data/ecosystem.json`; "" stands for what is not known. */
export interface EcosystemData {
  readonly schemaVersion: 1;
  readonly asOf: string;
  /** Id, name, repository. */
  readonly components: readonly (readonly [string, string, string])[];
  readonly strings: readonly string[];
  /**
   * Component, then indexes of `strings`: group, version, kind, introduced, deprecated, removed, replacement since, final
   * replacement since, replacement (three), final replacement (three); last, whether the fields stay the same.
   */
  readonly rows: readonly (readonly number[])[];
}

/** A catalog over the packed data; the data is read, never changed. */
export function createEcosystemCatalog(data: EcosystemData): EcosystemCatalog {
  const index = new Map<string, number>();
  data.rows.forEach((row, at) => {
    index.set(`${toApiVersion(gvkAt(data, row, 1))} ${data.strings[row[3]!]}`, at);
  });
  return {
    asOf: data.asOf,
    components: new Map(data.components.map(([id, name]) => [id, name])),
    find(apiVersion, kind) {
      const at = index.get(`${apiVersion} ${kind}`) ?? index.get(`${apiVersion} ${kind.replace(/List$/, '')}`);
      return at === undefined ? undefined : lifecycleAt(data, data.rows[at]!);
    },
  };
}

function gvkAt(data: EcosystemData, row: readonly number[], column: number): GroupVersionKind {
  const part = (offset: number): string => data.strings[row[column + offset]!] ?? '';
  return { group: part(0), version: part(1), kind: part(2) };
}

function lifecycleAt(data: EcosystemData, row: readonly number[]): CustomLifecycle {
  const release = (column: number): string | null => data.strings[row[column]!] || null;
  const [component, name, repository] = data.components[row[0]!]!;
  const replacements = [
    { ...gvkAt(data, row, 9), available: release(7) },
    { ...gvkAt(data, row, 12), available: release(8) },
  ];
  return {
    ...gvkAt(data, row, 1),
    component,
    name,
    introduced: release(4),
    deprecated: release(5),
    removed: release(6),
    replacements: replacements.filter(({ kind }) => kind !== ''),
    sameShape: row[15] === 1,
    sources: [`${repository}/tags`],
  };
}

/** Negative when release `a` is older than `b`: "v1.9.2" < "1.10". Undefined when one of them is no release number. */
export function compareReleases(a: string, b: string): number | undefined {
  const left = numbers(a);
  const right = numbers(b);
  if (!left || !right) return undefined;
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(release: string): number[] | undefined {
  const match = /^v?(\d+(?:\.\d+)*)/.exec(release.trim());
  return match?.[1]?.split('.').map(Number);
}
