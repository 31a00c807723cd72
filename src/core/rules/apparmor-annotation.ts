/** AppArmor profiles in annotations: deprecated since 1.30, they belong into the container's `securityContext.appArmorProfile`. */
import { podAnnotations, removeAnnotations } from '../fields/annotations';
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { type Entry, keySpan, textOf } from '../fields/places';
import { containersOf, podSpecOf, strictContainer, strictPod } from '../fields/pods';
import { type FieldRow, refusedFrom } from '../fields/row';
import { type Profile, profileBeside, profileOf, sameProfile, setProfile } from '../fields/securityContext';
import { pull, SOURCE } from '../fields/sources';
import { type Converter } from '../convert/converter';
import { type Subject } from '../judge/rule';
import { compareMinors } from '../verdict/target';
import { type Resource } from '../yaml/resources';
import { message } from '../model/message';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
const FIELD_SINCE = '1.30';

const row: FieldRow = {
  name: `${PREFIX}<container>`,
  where: 'Pod, pod templates',
  deprecated: FIELD_SINCE,
  ends: null,
  end: null,
  warns: FIELD_SINCE,
  replacement: 'securityContext.appArmorProfile',
  since: FIELD_SINCE,
  sources: [SOURCE.podWarnings, SOURCE.coreTypes, pull(131989)],
};

export default defineFieldRule({
  id: 'apparmor-annotation',
  triggers: ['container.apparmor.security.beta.kubernetes.io'],
  page: { severity: 'warning', rows: [row], example: 'block' },
  *find(subject): Iterable<Hit> {
    for (const entry of podAnnotations(subject)) {
      if (!entry.key.startsWith(PREFIX)) continue;
      yield {
        span: keySpan(entry),
        row,
        what: message('fields.what.annotation', { key: entry.key }),
        ...besideField(subject.resource, entry),
        fix: isServedToday(subject)
          ? moveAll
          : message('fields.manual.tooNew', { field: row.replacement!, version: FIELD_SINCE }),
      };
    }
  },
});

/** Where today's version is unknown the fix is offered, and says since when the field exists. */
function isServedToday({ context: { target } }: Subject): boolean {
  return target.current === null || compareMinors(target.current, FIELD_SINCE) >= 0;
}

/**
 * A container's field, or a pod's that says the same, stands in for the annotation. Different ones are refused, as are
 * values and containers that nobody knows; for a Pod itself, not a template, the annotation wins over the pod's field.
 */
function besideField(resource: Resource, entry: Entry): Partial<Hit> {
  const spec = podSpecOf(resource);
  const refused = { row: refusedFrom(row, FIELD_SINCE) };
  const text = textOf(entry);
  if (text === undefined) return {};
  const wanted = annotated(text);
  if (!wanted) return refused;
  const containers = containersOf(spec);
  const named = containers.filter(({ view }) => view.peekText('name') === entry.key.slice(PREFIX.length));
  const allKnown = containers.length > 0 && containers.every(({ view }) => view.peekText('name') !== undefined);
  if (named.length === 0) return allKnown && !resource.document.template ? refused : { silent: true };
  const own = named.flatMap(({ view }) => profileBeside(entry, view, 'appArmorProfile') ?? []);
  const profile = own[0] ?? profileBeside(entry, spec, 'appArmorProfile');
  if (!profile || profile.type === undefined) return { silent: own.length > 0 };
  if (sameProfile(profile, wanted)) return { silent: true };
  return own.length > 0 || resource.kind !== 'Pod'
    ? { ...refused, differsFrom: 'securityContext.appArmorProfile' }
    : {};
}

function annotated(text: string): Profile | undefined {
  return text === 'docker/default' ? undefined : profileOf(text);
}

function moveAll(c: Converter): void {
  const { owner, spec } = strictPod(c);
  const annotations = c.need(c.need(owner, 'metadata'), 'annotations');
  const keys: string[] = [];
  for (const { key } of podAnnotations({ resource: c.resource })) {
    if (!key.startsWith(PREFIX) || keys.includes(key)) continue;
    const value = c.scalar(annotations, key)?.text;
    const profile = value === undefined ? undefined : annotated(value);
    if (!profile) return c.manual(message('fields.manual.value', { value: value ?? '' }));
    setProfile(c, strictContainer(c, spec, key.slice(PREFIX.length)), 'appArmorProfile', profile);
    keys.push(key);
  }
  removeAnnotations(c, owner, keys);
  c.notes.push(message('fields.note.since', { field: row.replacement!, version: FIELD_SINCE }));
}
