/** Volume types whose plugin has left Kubernetes: some go on through a CSI driver, the others stop. */
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { type Entry, entriesAlong, entriesAt, isGiven, keySpan, textOf, valueSpan } from '../fields/places';
import { podPrefix, podSpecOf } from '../fields/pods';
import { provisioners, type VolumeRow, volumeRows } from '../fields/volumes';
import { message } from '../model/message';

const types = new Map(volumeRows.map(row => [row.name, row]));
const triggers = volumeRows
  .map(row => row.name)
  .flatMap(name => (name.length < 4 ? [':', '"', "'", ' '].map(after => name + after) : [name]));

export default defineFieldRule({
  id: 'volume-plugin',
  triggers: [...triggers, ...provisioners.keys()],
  page: { severity: 'error', rows: volumeRows, example: 'block' },
  *find({ resource }): Iterable<Hit> {
    const { kind, map, ref } = resource;
    const pod = podSpecOf(resource);
    for (const [name, row] of types) {
      for (const entry of entriesAlong(pod, ['volumes', '*', name]))
        yield* hit(row, entry, `${podPrefix(resource)}volumes[].${name}`, false);
      if (kind !== 'PersistentVolume' || ref.apiVersion !== 'v1') continue;
      for (const entry of entriesAt(map, 'spec', name))
        yield* hit(row, entry, `spec.${name}`, row.silentOnVolumes === true);
    }
    if (kind !== 'StorageClass') return;
    for (const entry of entriesAt(map, 'provisioner')) {
      const row = provisioners.get(textOf(entry) ?? '');
      if (row)
        yield {
          span: valueSpan(entry),
          row,
          what: message('fields.what.value', { path: 'provisioner', value: textOf(entry)! }),
          silent: true,
          fix: row.advice,
        };
    }
  },
});

function* hit(row: VolumeRow, entry: Entry, path: string, silent: boolean): Iterable<Hit> {
  if (isGiven(entry))
    yield { span: keySpan(entry), row, what: message('fields.what.volume', { path }), silent, fix: row.advice };
}
