/** Reads single entries out of the packed tables that scripts/data-pack.mjs writes. */
import {
  type Alternative,
  type ApiCategory,
  type ApiEntry,
  type ConversionClass,
  type GroupVersionKind,
  type UncertainField,
} from './catalog';
import { guideLink, sourceLinks } from './sources';

/** Shape of `dist/data/kubernetes.json`. Minors are numbers ("1.22" is 22), -1 stands for null. */
export interface CatalogData {
  readonly schemaVersion: 1;
  readonly newest: string;
  readonly asOf: string;
  /** Release of the upstream modules that the rows were compared with. */
  readonly comparedRef: string;
  readonly strings: readonly string[];
  /** Group, version, kind (indexes of `strings`), again and again: first those of `rows`, then of `stable`, then those only referred to. */
  readonly kinds: readonly number[];
  /** category, flags, introduced, deprecated, removed, replacement, since, final replacement, since, conversion, source, alternatives… */
  readonly rows: readonly (readonly number[])[];
  /** introduced, source */
  readonly stable: readonly (readonly number[])[];
  readonly upgradeSequences: Readonly<Record<string, readonly string[]>>;
}

const CATEGORIES: readonly ApiCategory[] = ['resource', 'config', 'payload'];
const CONVERSIONS: readonly ConversionClass[] = [
  'apiVersion only',
  'apiVersion only (with a guard)',
  'mechanical structural',
  'mechanical structural (with a guard)',
  'needs human decision',
];
const UNCERTAIN: readonly UncertainField[] = ['introduced', 'deprecated', 'removed'];
const FIXED_COLUMNS = 11;

function minor(value: number | undefined): string | null {
  return value === undefined || value < 0 ? null : `1.${value}`;
}

/** Group, version and kind at an index of the kind table; null for -1. */
export function kindAt(data: CatalogData, index: number | undefined): GroupVersionKind | null {
  if (index === undefined || index < 0) return null;
  const part = (column: number): string => data.strings[data.kinds[index * 3 + column] ?? -1] ?? '';
  return { group: part(0), version: part(1), kind: part(2) };
}

/** Whether the row at this index can give a finding in a manifest: it is no request body and not a stable kind. */
export function isJudged(data: CatalogData, index: number): boolean {
  const category = data.rows[index]?.[0];
  return category !== undefined && CATEGORIES[category] !== 'payload';
}

/** Undefined when the index is not that of a row or a stable kind. */
export function entryAt(data: CatalogData, index: number): ApiEntry | undefined {
  const row = data.rows[index];
  if (row !== undefined) return rowEntry(data, index, row);
  const stable = data.stable[index - data.rows.length];
  return stable === undefined ? undefined : stableEntry(data, index, stable);
}

function rowEntry(data: CatalogData, index: number, row: readonly number[]): ApiEntry {
  const flags = row[1] ?? 0;
  const source = data.strings[row[10] ?? -1] ?? '';
  const facts = {
    ...(kindAt(data, index) as GroupVersionKind),
    category: CATEGORIES[row[0] ?? 0] ?? 'resource',
    introduced: minor(row[2]),
    deprecated: minor(row[3]),
    removed: minor(row[4]),
    offByDefault: (flags & 1) !== 0,
  };
  const guide = guideLink(facts);
  const links = sourceLinks(source, data.comparedRef);
  return {
    ...facts,
    removalComputed: (flags & 2) !== 0,
    deprecationComputed: (flags & 4) !== 0,
    uncertain: UNCERTAIN.filter((_, bit) => (flags & (8 << bit)) !== 0),
    replacement: kindAt(data, row[5]),
    replacementAvailable: minor(row[6]),
    finalReplacement: kindAt(data, row[7]),
    finalReplacementAvailable: minor(row[8]),
    conversion: CONVERSIONS[row[9] ?? -1] ?? null,
    alternatives: row.slice(FIXED_COLUMNS).map(other => alternativeAt(data, other)),
    source,
    sources: guide === null ? links : [guide, ...links],
  };
}

function stableEntry(data: CatalogData, index: number, stable: readonly number[]): ApiEntry {
  const source = data.strings[stable[1] ?? -1] ?? '';
  return {
    ...(kindAt(data, index) as GroupVersionKind),
    category: 'resource',
    introduced: minor(stable[0]),
    deprecated: null,
    removed: null,
    offByDefault: false,
    removalComputed: false,
    deprecationComputed: false,
    uncertain: [],
    replacement: null,
    replacementAvailable: null,
    finalReplacement: null,
    finalReplacementAvailable: null,
    conversion: null,
    alternatives: [],
    source,
    sources: sourceLinks(source, data.comparedRef),
  };
}

function alternativeAt(data: CatalogData, index: number): Alternative {
  const row = data.rows[index];
  const introduced = row === undefined ? data.stable[index - data.rows.length]?.[0] : row[2];
  return {
    ...(kindAt(data, index) as GroupVersionKind),
    available: `1.${introduced ?? 0}`,
    deprecated: minor(row?.[3]),
    removed: minor(row?.[4]),
    offByDefault: ((row?.[1] ?? 0) & 1) !== 0,
  };
}
