// Creates an object without keeping it: real defaults, real validation, real warnings.
import { parse } from 'yaml';
import { apiPath, type ServedKind } from './discovery';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** Where to POST a manifest for a dry run that warns of unknown fields; throws for a kind that is not served. */
export function createPath(manifest: string, kinds: ReadonlyMap<string, ServedKind>): string {
  const { apiVersion, kind, metadata } = parse(manifest, { version: '1.1' }) as Manifest;
  const served = kinds.get(`${apiVersion} ${kind}`);
  if (served === undefined) throw new Error(`${apiVersion} ${kind} is not served`);
  const scope = served.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
  return `${apiPath(apiVersion)}${scope}/${served.resource}?dryRun=All&fieldValidation=Warn`;
}
