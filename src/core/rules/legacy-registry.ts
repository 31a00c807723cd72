/** Images of k8s.gcr.io: frozen since April 2023, registry.k8s.io holds the same images and the newer ones. */
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { type Entry, entriesAt, valueSpan } from '../fields/places';
import { containersOf, podPrefix, podSpecOf } from '../fields/pods';
import { type FieldRow } from '../fields/row';
import { SOURCE } from '../fields/sources';
import { isScalar, type Node } from '../yaml/parse';
import { message } from '../model/message';

const OLD = 'k8s.gcr.io';
const NEW = 'registry.k8s.io';
/** The value as written; what follows the registry may be a template expression. */
const IMAGE = /^["']?k8s\.gcr\.io(?=\/)/;

const row: FieldRow = {
  name: `image: ${OLD}/…`,
  where: 'Pod, pod templates',
  deprecated: null,
  ends: null,
  end: null,
  warns: null,
  replacement: NEW,
  since: null,
  sources: [SOURCE.registry, 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/'],
};

export default defineFieldRule({
  id: 'legacy-registry',
  triggers: [OLD],
  page: { severity: 'information', rows: [row], example: 'block' },
  *find({ resource }): Iterable<Hit> {
    for (const { list, view } of containersOf(podSpecOf(resource))) {
      for (const entry of entriesAt(view, 'image')) {
        const start = registryStart(entry);
        if (start === undefined) continue;
        yield {
          span: valueSpan(entry),
          row,
          what: message('fields.what.field', { path: `${podPrefix(resource)}${list}[].image` }),
          words: message('fields.registry'),
          fix: c => {
            const field = c.field(entry.view, 'image') ?? c.manual(message('fix.stale'));
            c.edits.push(field.view, { start, end: start + OLD.length, newText: NEW });
          },
        };
      }
    }
  },
});

/** Where the registry's name stands in the text; undefined for other images. */
function registryStart({ view, value }: Entry): number | undefined {
  const node: Node | undefined = value?.node;
  if (!node?.range || !isScalar(node)) return undefined;
  const [start, end] = node.range;
  const match = IMAGE.exec(view.document.source.slice(start, end));
  return match ? start + match[0].length - OLD.length : undefined;
}
