/** Seccomp profiles in annotations: without effect since 1.27, they belong into `securityContext.seccompProfile`. */
import { podAnnotations, removeAnnotations } from '../fields/annotations';
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { type Entry, keySpan, textOf } from '../fields/places';
import { containersOf, podSpecOf, strictContainer, strictPod } from '../fields/pods';
import { type FieldRow, refusedFrom } from '../fields/row';
import { profileBeside, profileOf, sameProfile, setProfile } from '../fields/securityContext';
import { pull, SOURCE } from '../fields/sources';
import { type Converter } from '../convert/converter';
import { type Resource } from '../yaml/resources';
import { message } from '../model/message';

const POD = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

const FIELD_SINCE = '1.19';

const DATES = {
  where: 'Pod, pod templates',
  deprecated: FIELD_SINCE,
  ends: '1.27',
  end: 'no-effect',
  warns: '1.22',
  replacement: 'securityContext.seccompProfile',
  since: FIELD_SINCE,
  sources: [SOURCE.podWarnings, pull(91381), pull(101688)],
} as const;

const rows: Readonly<Record<'pod' | 'container', FieldRow>> = {
  pod: { name: POD, ...DATES },
  container: { name: `${CONTAINER}<container>`, ...DATES },
};

export default defineFieldRule({
  id: 'seccomp-annotation',
  triggers: ['seccomp.security.alpha.kubernetes.io', 'container.seccomp.security.alpha.kubernetes.io'],
  page: { severity: 'warning', rows: Object.values(rows), example: 'block' },
  *find({ resource }): Iterable<Hit> {
    for (const entry of podAnnotations({ resource })) {
      if (!isOurs(entry)) continue;
      yield {
        span: keySpan(entry),
        row: rowOf(entry),
        what: message('fields.what.annotation', { key: entry.key }),
        ...besideField(resource, entry),
        fix: moveAll,
      };
    }
  },
});

function isOurs({ key }: Entry): boolean {
  return key === POD || key.startsWith(CONTAINER);
}

/** Where the field stands beside the annotation: a server that finds them different refuses, and says nothing otherwise. */
function besideField(resource: Resource, entry: Entry): Partial<Hit> {
  const spec = podSpecOf(resource);
  const name = entry.key === POD ? undefined : entry.key.slice(CONTAINER.length);
  const text = textOf(entry);
  const wanted = text === undefined ? undefined : profileOf(text);
  if (text !== undefined && !wanted) return { row: refusedFrom(rowOf(entry), FIELD_SINCE) };
  const owners =
    name === undefined
      ? [spec]
      : containersOf(spec).flatMap(({ view }) => (view.peekText('name') === name ? view : []));
  // An annotation for a container that is not there warns nobody.
  if (owners.length === 0) return { silent: true };
  const profiles = owners.flatMap(owner => profileBeside(entry, owner, 'seccompProfile') ?? []);
  const differs =
    wanted !== undefined && profiles.some(profile => profile.type !== undefined && !sameProfile(profile, wanted));
  return differs
    ? { row: refusedFrom(rowOf(entry), FIELD_SINCE), differsFrom: 'securityContext.seccompProfile' }
    : { silent: profiles.length > 0 };
}

function rowOf({ key }: Entry): FieldRow {
  return key === POD ? rows.pod : rows.container;
}

/** All of a pod's seccomp annotations at once: they share the map they leave. */
function moveAll(c: Converter): void {
  const { owner, spec } = strictPod(c);
  const annotations = c.need(c.need(owner, 'metadata'), 'annotations');
  const keys: string[] = [];
  const found = podAnnotations({ resource: c.resource }).filter(isOurs);
  // Containers first: what they add may stand at the very place where the pod's own entry is added behind them.
  for (const entry of [...found.filter(({ key }) => key !== POD), ...found.filter(({ key }) => key === POD)]) {
    const value = c.scalar(annotations, entry.key)?.text ?? textOf(entry);
    const profile = value === undefined ? undefined : profileOf(value);
    if (!profile) return c.manual(message('fields.manual.value', { value: value ?? '' }));
    setProfile(
      c,
      entry.key === POD ? spec : strictContainer(c, spec, entry.key.slice(CONTAINER.length)),
      'seccompProfile',
      profile,
    );
    keys.push(entry.key);
  }
  removeAnnotations(c, owner, [...new Set(keys)]);
}
