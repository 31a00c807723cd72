/** An object as a snapshot holds it, as YAML for reading: it is not the whole object, and says so. */
import { stringify } from 'yaml';
import { type ObjectRef } from '../model/check';
import { type Snapshot } from '../model/snapshot';
import { KIND_NAMES, KINDS, type KindName } from '../snapshot/kinds';

/** Undefined when the snapshot holds no such object. Each line of `head` becomes a comment at the top. */
export function objectYaml(
  snapshot: Pick<Snapshot, 'lists'>,
  ref: ObjectRef,
  head: readonly string[],
): string | undefined {
  const found = findObject(snapshot, ref);
  if (found === undefined) return undefined;
  const { metadata, ...rest } = found.object;
  const comment = head.map(line => `# ${line.replace(/[\u0000-\u001f]+/g, ' ')}\n`).join('');
  const object = { apiVersion: found.apiVersion, kind: ref.kind, metadata, ...rest };
  return comment + stringify(object, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** Whether objects of its kind were read, so that `objectYaml` may have something to show. */
export function holdsKind({ lists }: Pick<Snapshot, 'lists'>, ref: ObjectRef): boolean {
  const known = kindOf(ref);
  return known !== undefined && lists[known].state === 'read';
}

function findObject(
  { lists }: Pick<Snapshot, 'lists'>,
  ref: ObjectRef,
): { readonly apiVersion: string; readonly object: Readonly<Record<string, unknown>> } | undefined {
  const { namespace, name } = ref;
  const known = kindOf(ref);
  const listing = known === undefined ? undefined : lists[known];
  if (listing?.state !== 'read') return undefined;
  const object = (
    listing.items as readonly { readonly metadata: { readonly name: string; readonly namespace?: string } }[]
  ).find(({ metadata }) => metadata.name === name && (metadata.namespace ?? null) === namespace);
  return object === undefined ? undefined : { apiVersion: listing.apiVersion, object: { ...object } };
}

function kindOf({ apiVersion, kind }: ObjectRef): KindName | undefined {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return KIND_NAMES.find(name => KINDS[name].kind === kind && KINDS[name].group === group);
}
