/** Storage classes and mount options in annotations of volumes and claims: fields of the spec say it since 1.6. */
import { annotationsOf, removeAnnotations } from '../fields/annotations';
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { type Entry, keySpan, listAt, mapAt } from '../fields/places';
import { podPrefix, podSpecOf } from '../fields/pods';
import { type FieldRow } from '../fields/row';
import { pull, SOURCE } from '../fields/sources';
import { type Converter } from '../convert/converter';
import { message, type Message } from '../model/message';
import { type Resource } from '../yaml/resources';
import { type MapView } from '../yaml/view';

const CLASS = 'volume.beta.kubernetes.io/storage-class';
const OPTIONS = 'volume.beta.kubernetes.io/mount-options';

const rows: Readonly<Record<'class' | 'options', FieldRow>> = {
  class: {
    name: CLASS,
    where: 'PersistentVolume, PersistentVolumeClaim',
    deprecated: '1.8',
    ends: null,
    end: null,
    warns: '1.28',
    replacement: 'spec.storageClassName',
    since: '1.6',
    sources: [SOURCE.volumeWarnings, SOURCE.claimWarnings, pull(117036)],
  },
  options: {
    name: OPTIONS,
    where: 'PersistentVolume',
    deprecated: '1.31',
    ends: null,
    end: null,
    warns: '1.31',
    replacement: 'spec.mountOptions',
    since: '1.8',
    sources: [SOURCE.volumeWarnings, SOURCE.labels],
  },
};

/** A volume or claim: the object itself, or a template inside another one, of which servers say nothing. */
interface Claim {
  readonly view: MapView;
  readonly nested: Message | null;
}

export default defineFieldRule({
  id: 'storage-class-annotation',
  triggers: [CLASS, OPTIONS],
  page: { severity: 'warning', rows: Object.values(rows), example: 'block' },
  *find({ resource }): Iterable<Hit> {
    for (const claim of claimsOf(resource)) {
      for (const entry of annotationsOf(claim.view)) {
        if (entry.key === CLASS) yield hit(entry, rows.class, claim, c => moveClass(c, claim));
        if (entry.key === OPTIONS && resource.kind === 'PersistentVolume')
          yield hit(entry, rows.options, claim, c => moveOptions(c, claim.view));
      }
    }
  },
});

function hit(entry: Entry, row: FieldRow, claim: Claim, fix: (c: Converter) => void): Hit {
  return {
    span: keySpan(entry),
    row,
    what: message('fields.what.annotation', { key: entry.key }),
    silent: claim.nested !== null,
    fix,
  };
}

function claimsOf(resource: Resource): Claim[] {
  const { kind, map } = resource;
  if (kind === 'PersistentVolume' || kind === 'PersistentVolumeClaim') return [{ view: map, nested: null }];
  const templates = kind === 'StatefulSet' ? listAt(map, 'spec', 'volumeClaimTemplates') : [];
  const ephemeral = listAt(podSpecOf(resource), 'volumes').flatMap(
    volume => mapAt(volume, 'ephemeral', 'volumeClaimTemplate') ?? [],
  );
  return [
    ...templates.map(view => ({ view, nested: message('fields.choice.claimTemplates') })),
    ...ephemeral.map(view => ({
      view,
      nested: message('fields.choice.ephemeral', { path: `${podPrefix(resource)}volumes` }),
    })),
  ];
}

/** The annotation wins over the field while both are there. */
function moveClass(c: Converter, { view, nested }: Claim): void {
  const name = c.scalar(c.need(c.need(view, 'metadata'), 'annotations'), CLASS);
  if (name?.text === undefined) c.manual(message('fields.manual.value', { value: '' }));
  const spec = c.need(view, 'spec');
  const field = c.scalar(spec, 'storageClassName');
  if (field && field.text !== name.text) c.manual(message('fields.manual.differs', { field: 'spec.storageClassName' }));
  if (!field) c.edits.append(spec, [{ key: 'storageClassName', value: name.text }]);
  removeAnnotations(c, view, [CLASS]);
  if (nested) c.choiceReason = nested;
}

function moveOptions(c: Converter, view: MapView): void {
  const options = c.scalar(c.need(c.need(view, 'metadata'), 'annotations'), OPTIONS)?.text;
  if (options === undefined) c.manual(message('fields.manual.value', { value: '' }));
  const spec = c.need(view, 'spec');
  if (c.has(spec, 'mountOptions')) c.manual(message('fields.manual.differs', { field: 'spec.mountOptions' }));
  const items = options
    .split(',')
    .map(option => option.trim())
    .filter(option => option !== '');
  if (items.length > 0) c.edits.append(spec, [{ key: 'mountOptions', value: { items } }]);
  removeAnnotations(c, view, [OPTIONS]);
}
