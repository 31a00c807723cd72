/** The ingress class in an annotation: deprecated since 1.18, `spec.ingressClassName` names an IngressClass object. */
import { ownAnnotations, removeAnnotations } from '../fields/annotations';
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { areTogether, entriesAt, type Entry, keySpan, textOf } from '../fields/places';
import { type FieldRow, refusedFrom } from '../fields/row';
import { SOURCE } from '../fields/sources';
import { type Converter } from '../convert/converter';
import { type Subject } from '../judge/rule';
import { compareMinors } from '../verdict/target';
import { message } from '../model/message';

const KEY = 'kubernetes.io/ingress.class';
const FIELD_SINCE = '1.18';
/** Up to here the annotation is refused beside the field; later only where the two differ. */
const REFUSES_BOTH = '1.20';

const row: FieldRow = {
  name: KEY,
  where: 'Ingress',
  deprecated: FIELD_SINCE,
  ends: null,
  end: null,
  warns: '1.27',
  replacement: 'spec.ingressClassName',
  since: FIELD_SINCE,
  sources: [
    SOURCE.ingressStrategy,
    SOURCE.labels,
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation',
  ],
};

export default defineFieldRule({
  id: 'ingress-class-annotation',
  triggers: [KEY],
  page: { severity: 'warning', rows: [row], example: 'block' },
  *find(subject): Iterable<Hit> {
    const { resource } = subject;
    if (resource.kind !== 'Ingress') return;
    for (const entry of ownAnnotations(subject)) {
      if (entry.key !== KEY) continue;
      yield {
        span: keySpan(entry),
        row,
        what: message('fields.what.annotation', { key: KEY }),
        ...besideField(subject, entry),
        fix: isFieldServed(subject)
          ? move
          : message('fields.manual.tooNew', { field: row.replacement!, version: FIELD_SINCE }),
      };
    }
  },
});

function besideField({ resource, context: { target } }: Subject, entry: Entry): Partial<Hit> {
  const fields = entriesAt(resource.map, 'spec', 'ingressClassName');
  const field = fields.filter(each => areTogether(entry, each)).at(-1);
  const name = textOf(entry);
  if (!field) return {};
  const given = textOf(field);
  const differs = name !== undefined && given !== undefined && name !== given;
  const refused = differs || compareMinors(target.version, REFUSES_BOTH) <= 0;
  if (!refused) return { silent: true };
  const atOnce = refusedFrom(row, FIELD_SINCE);
  return differs ? { row: atOnce, differsFrom: row.replacement! } : { row: atOnce, note: message('fields.note.both') };
}

function isFieldServed({ context: { target } }: Subject): boolean {
  return target.current === null || compareMinors(target.current, FIELD_SINCE) >= 0;
}

/** A choice: an IngressClass of that name has to exist, and controllers differ in what they read. */
function move(c: Converter): void {
  const name = c.scalar(c.need(c.need(c.root, 'metadata'), 'annotations'), KEY)?.text;
  if (name === undefined || name === '') c.manual(message('fields.manual.value', { value: name ?? '' }));
  const spec = c.need(c.root, 'spec');
  const field = c.scalar(spec, 'ingressClassName');
  if (field && field.text !== name) c.manual(message('fields.manual.differs', { field: 'spec.ingressClassName' }));
  if (!field) {
    const first = spec.pairs[0];
    const entry = { key: 'ingressClassName', value: name };
    if (first) c.edits.addBefore(spec, first, [entry]);
    else c.edits.append(spec, [entry]);
  }
  removeAnnotations(c, c.root, [KEY]);
  c.choiceReason = message('fields.choice.ingressClass', { name });
}
