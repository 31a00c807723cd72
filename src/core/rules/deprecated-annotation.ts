/** Annotations that newer names or fields have replaced, or that nothing reads any more, each on the kinds that held it. */
import { ownAnnotations, podAnnotations, removeAnnotations, replaceAnnotation } from '../fields/annotations';
import { type AnnotationFix, annotationRows } from '../fields/annotationRows';
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { areTogether, type Entry, keySpan, textOf } from '../fields/places';
import { strictPod } from '../fields/pods';
import { refusedFrom } from '../fields/row';
import { type Converter } from '../convert/converter';
import { message } from '../model/message';
import { compareMinors } from '../verdict/target';
import { type MapView } from '../yaml/view';

/** The oldest release that was asked whether it takes such a value. */
const RECORDED = '1.20';

export default defineFieldRule({
  id: 'deprecated-annotation',
  triggers: annotationRows.map(row => row.name),
  page: { severity: 'warning', rows: annotationRows, example: 'block' },
  *find(subject): Iterable<Hit> {
    const { kind, ref } = subject.resource;
    const own = ownAnnotations(subject);
    const ofPods = podAnnotations(subject);
    for (const row of annotationRows) {
      if (row.apiVersions && !row.apiVersions.includes(ref.apiVersion)) continue;
      const entries = row.kind === 'Pod' ? ofPods : row.kind === kind ? own : [];
      const { current } = subject.context.target;
      const tooNew = row.since !== null && current !== null && compareMinors(current, row.since) < 0;
      for (const entry of entries) {
        if (entry.key !== row.name) continue;
        const value = textOf(entry);
        const other = textOf(entries.find(each => each.key === row.replacement && areTogether(entry, each)));
        const refused = value !== undefined && row.isRefused?.(value, other) === true;
        yield {
          span: keySpan(entry),
          row: refused ? refusedFrom(row, row.warns ?? RECORDED) : row,
          ...(refused && (row.refusedNote ? { note: row.refusedNote } : { differsFrom: row.replacement! })),
          what: message('fields.what.annotation', { key: row.name }),
          fix: tooNew
            ? message('fields.manual.tooNew', { field: row.replacement!, version: row.since! })
            : row.fix.kind === 'manual'
              ? row.fix.reason
              : editOf(entry, row.fix, row.kind === 'Pod'),
        };
      }
    }
  },
});

function editOf(entry: Entry, fix: Exclude<AnnotationFix, { kind: 'manual' }>, isPod: boolean): (c: Converter) => void {
  const { key } = entry;
  return c => {
    const pod = isPod ? strictPod(c) : undefined;
    const owner = pod?.owner ?? c.root;
    if (fix.kind === 'delete') removeAnnotations(c, owner, [key]);
    else if (fix.kind === 'rename') replaceAnnotation(c, owner, key, fix.to, fix.value?.(valueOf(c, owner, key)));
    else {
      fix.apply(c, pod?.spec ?? c.need(c.root, 'spec'), valueOf(c, owner, key));
      removeAnnotations(c, owner, [key]);
    }
  };
}

function valueOf(c: Converter, owner: MapView, key: string): string {
  const value = c.scalar(c.need(c.need(owner, 'metadata'), 'annotations'), key)?.text;
  return value ?? c.manual(message('fields.manual.value', { value: '' }));
}
