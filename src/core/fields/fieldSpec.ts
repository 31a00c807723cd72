/** Rows on one field each: where it stands as a path, and what becomes of it. Shared by the rules on fields and values. */
import { type Converter } from '../convert/converter';
import { fromApiVersion } from '../catalog/catalog';
import { type Subject } from '../judge/rule';
import { message, type Message } from '../model/message';
import { compareMinors } from '../verdict/target';
import { type Resource } from '../yaml/resources';
import { type Hit } from './fieldRule';
import { type Entry, entriesAlong, isGiven, keySpan, textOf, valueSpan } from './places';
import { podPrefix, podSpecOf } from './pods';
import { type FieldRow } from './row';

export interface FieldSpec extends FieldRow {
  /** Kinds of built-in groups; `*` for all, `Pod` for every pod and pod template. */
  readonly kinds: readonly string[];
  /** Only on these versions. */
  readonly apiVersions?: readonly string[];
  /** From the object's root, from the pod's spec for `Pod`; `*` stands for the items of a list. */
  readonly path: readonly string[];
  /** Only with one of these values. */
  readonly values?: readonly string[];
  readonly note?: Message;
  readonly fix: 'delete' | Message | ((c: Converter, entry: Entry) => void);
}

export function* specHits(specs: readonly FieldSpec[], subject: Subject): Iterable<Hit> {
  const { resource } = subject;
  for (const spec of specs) {
    for (const root of rootsOf(spec, resource)) {
      for (const entry of entriesAlong(root, spec.path)) {
        const value = textOf(entry);
        if (
          spec.values ? value === undefined || !spec.values.includes(value) : !isGiven(entry) && spec.fix !== 'delete'
        )
          continue;
        yield hitOf(spec, entry, value, subject);
      }
    }
  }
}

function rootsOf(spec: FieldSpec, resource: Resource): Resource['map'][] {
  const { apiVersion } = resource.ref;
  if (spec.apiVersions && !spec.apiVersions.includes(apiVersion)) return [];
  const pod = podSpecOf(resource);
  if (spec.kinds.includes('Pod')) return pod ? [pod] : [];
  const known =
    spec.kinds.includes('*') || (spec.kinds.includes(resource.kind) && isOwnGroup(resource.kind, apiVersion));
  return known ? [resource.map] : [];
}

/** Core kinds are called so in other groups too: only the core's are meant. */
function isOwnGroup(kind: string, apiVersion: string): boolean {
  const core = ['Service', 'Node', 'PersistentVolume', 'PersistentVolumeClaim'].includes(kind);
  return !core || fromApiVersion(apiVersion).group === '';
}

function hitOf(
  spec: FieldSpec,
  entry: Entry,
  value: string | undefined,
  { resource, context: { target } }: Subject,
): Hit {
  const prefix = spec.kinds.includes('Pod') ? podPrefix(resource) : '';
  const path =
    prefix +
    spec.path
      .map((part, index) => (spec.path[index + 1] === '*' ? `${part}[]` : part))
      .filter(part => part !== '*')
      .join('.');
  const what = spec.values
    ? message('fields.what.value', { path, value: value ?? '' })
    : message('fields.what.field', { path });
  const { fix, since, replacement } = spec;
  const tooNew =
    since !== null && replacement !== null && target.current !== null && compareMinors(target.current, since) < 0;
  return {
    span: spec.values ? valueSpan(entry) : keySpan(entry),
    row: spec,
    what,
    ...(spec.note && { note: spec.note }),
    fix:
      tooNew && typeof fix === 'function'
        ? message('fields.manual.tooNew', { field: replacement, version: since })
        : typeof fix === 'function'
          ? c => fix(c, entry)
          : fix === 'delete'
            ? c => remove(c, entry)
            : fix,
  };
}

function remove(c: Converter, { view, key }: Entry): void {
  const field = c.field(view, key) ?? c.manual(message('fix.stale'));
  c.edits.remove(view, field.pair);
}
