// Creates objects without keeping them: real defaults, real validation, real warnings.
import { parse, parseAllDocuments } from 'yaml';
import { type Answer } from '../server/client';
import { type ApiServer } from '../server/start';
import { apiPath, expectOk, type ServedKind } from './discovery';

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly namespace?: string };
}

/** One object, read as Kubernetes reads YAML. */
export function readManifest(text: string): Manifest {
  return parse(text, { version: '1.1' }) as Manifest;
}

/** Every object of a file; a `kind: List` is its items. */
export function readManifests(text: string): readonly Manifest[] {
  const documents = parseAllDocuments(text, { version: '1.1' }).map(document => document.toJS() as Manifest | null);
  return documents.flatMap(object => {
    if (object?.kind !== 'List') return object ?? [];
    return (object as unknown as { readonly items: readonly Manifest[] }).items;
  });
}

/** Sends `body` (the manifest's own text, or the object) for a dry run that warns of unknown fields. */
export async function createDry(
  { request }: ApiServer,
  kinds: ReadonlyMap<string, ServedKind>,
  { apiVersion, kind, metadata }: Manifest,
  body: string | Manifest,
): Promise<Answer> {
  const served = kinds.get(`${apiVersion} ${kind}`);
  if (served === undefined) throw new Error(`${apiVersion} ${kind} is not served`);
  const namespace = metadata?.namespace ?? 'default';
  if (served.namespaced && namespace !== 'default') await ensureNamespace(request, namespace);
  const scope = served.namespaced ? `/namespaces/${namespace}` : '';
  const path = `${apiPath(apiVersion)}${scope}/${served.resource}?dryRun=All&fieldValidation=Warn`;
  return request('POST', path, body, {
    contentType: typeof body === 'string' ? 'application/yaml' : 'application/json',
  });
}

async function ensureNamespace(request: ApiServer['request'], name: string): Promise<void> {
  const answer = await request('POST', '/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
  });
  if (answer.status !== 409) expectOk(answer);
}
