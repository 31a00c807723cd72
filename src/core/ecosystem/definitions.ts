/** What CustomResourceDefinitions in manifests say of their own versions: deprecated, with which warning, or not served. */
import { parseAllDocuments } from 'yaml';
import { type GroupVersionKind } from '../catalog/catalog';

/** A version that its own definition marks as deprecated or no longer serves. */
export interface CustomKind extends GroupVersionKind {
  readonly served: boolean;
  /** The warning that the API server gives, where the author wrote one. */
  readonly warning: string | null;
  /** The version to use instead: served, not deprecated, the stored one where that is so. Null when there is none. */
  readonly replacement: string | null;
  /** Both versions have the same schema, and nothing but the apiVersion is converted between them. */
  readonly sameShape: boolean;
}

interface Version {
  readonly name?: unknown;
  readonly served?: unknown;
  readonly storage?: unknown;
  readonly deprecated?: unknown;
  readonly deprecationWarning?: unknown;
  readonly schema?: unknown;
}

/** Cheap enough for every text: a definition with such marks cannot be without these words. */
const MARKS = /["']?(?:deprecated["']?\s*:\s*true|served["']?\s*:\s*false)/;

/** Marked versions of every definition in the text; empty for a text that cannot be read. */
export function crdLifecycles(text: string): CustomKind[] {
  if (!text.includes('CustomResourceDefinition') || !MARKS.test(text) || text.includes('{{')) return [];
  try {
    return parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false }).flatMap(document =>
      document.errors.length > 0 ? [] : definitionsIn(document.toJS({ maxAliasCount: 100 })),
    );
  } catch {
    // Nesting or aliases beyond reason: such a text says nothing of its versions.
    return [];
  }
}

function definitionsIn(value: unknown): CustomKind[] {
  const object = record(value);
  if (Array.isArray(object.items)) return object.items.flatMap(definitionsIn);
  return object.kind === 'CustomResourceDefinition' ? definition(record(object.spec)) : [];
}

function definition(spec: Readonly<Record<string, unknown>>): CustomKind[] {
  const { group, versions } = spec;
  const { kind } = record(spec.names);
  if (typeof group !== 'string' || typeof kind !== 'string' || !Array.isArray(versions)) return [];
  const all = versions as readonly (Version | null)[];
  const use = all
    .filter(version => version?.served === true && version.deprecated !== true)
    .reduce<Version | null>((best, version) => (best === null || version?.storage === true ? version : best), null);
  const strategy = record(spec.conversion).strategy ?? 'None';
  return all.flatMap(version => {
    if (typeof version?.name !== 'string') return [];
    const served = version.served !== false;
    if (served && version.deprecated !== true) return [];
    return {
      group,
      version: version.name,
      kind,
      served,
      warning: typeof version.deprecationWarning === 'string' ? version.deprecationWarning : null,
      replacement: typeof use?.name === 'string' ? use.name : null,
      sameShape:
        strategy === 'None' &&
        version.schema !== undefined &&
        JSON.stringify(version.schema) === JSON.stringify(use?.schema),
    };
  });
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
