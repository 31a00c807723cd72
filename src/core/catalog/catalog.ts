/** What the core knows about Kubernetes APIs. The data is handed in (`dist/data`), never read from here. */

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** `resource`: an API object; `config`: a component's configuration file; `payload`: a request body, never flagged in manifests. */
export type ApiCategory = 'resource' | 'config' | 'payload';

export type ConversionClass =
  | 'apiVersion only'
  | 'apiVersion only (with a guard)'
  | 'mechanical structural'
  | 'mechanical structural (with a guard)'
  | 'needs human decision';

/** Another version of the same kind, with the releases that serve it by default (`removed` = first that does not). */
export interface Alternative extends GroupVersionKind {
  readonly available: string;
  readonly deprecated: string | null;
  readonly removed: string | null;
  readonly offByDefault: boolean;
}

/** A release that the data states but that nobody verified. */
export type UncertainField = 'introduced' | 'deprecated' | 'removed';

/** One group, version and kind. Versions are Kubernetes minors such as "1.22"; null means never, or not known to be. */
export interface ApiEntry extends GroupVersionKind {
  readonly category: ApiCategory;
  readonly introduced: string | null;
  readonly deprecated: string | null;
  readonly removed: string | null;
  /** `removed` follows from upstream's rule (deprecated + 3) rather than from an announcement. */
  readonly removalComputed: boolean;
  /** The same for `deprecated` (introduced + 3). */
  readonly deprecationComputed: boolean;
  readonly offByDefault: boolean;
  /** The next version, and where that one goes away too, the last one. */
  readonly replacement: GroupVersionKind | null;
  readonly replacementAvailable: string | null;
  readonly finalReplacement: GroupVersionKind | null;
  readonly finalReplacementAvailable: string | null;
  readonly alternatives: readonly Alternative[];
  readonly conversion: ConversionClass | null;
  readonly uncertain: readonly UncertainField[];
  /** Where the facts come from, as written in the data. */
  readonly source: string;
  /** The same for a reader: a link for each part that names one exactly, else its text; the official guide first. */
  readonly sources: readonly string[];
}

export interface Catalog {
  /** Newest released Kubernetes minor that the data knows, such as "1.37". */
  readonly newest: string;
  /** ISO date of the data. */
  readonly asOf: string;
  find(apiVersion: string, kind: string): ApiEntry | undefined;
  /** Whether the group of this apiVersion belongs to Kubernetes itself (so that an unknown kind in it is "not checked"). */
  isBuiltIn(apiVersion: string): boolean;
  /** Entries of a group, for rules that read `apiGroups`. */
  group(group: string): readonly ApiEntry[];
  /** apiVersions in which some kind is deprecated, removed or off by default; any other holds only stable kinds, or is not known. */
  readonly apiVersionsWithRows: ReadonlySet<string>;
  /** Minors that a provider upgrades through, oldest first; null when it takes every minor. */
  upgradeSequence(provider: string): readonly string[] | null;
}

/** "" + "v1" → "v1"; "apps" + "v1" → "apps/v1". */
export function toApiVersion(gvk: { readonly group: string; readonly version: string }): string {
  return gvk.group === '' ? gvk.version : `${gvk.group}/${gvk.version}`;
}

export function fromApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf('/');
  return slash < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}
