/** A label written as an annotation, or an annotation as a label: whoever reads the one does not look at the other. */
import { attempt, move } from '../annotations/changes';
import { eciRule } from '../annotations/rule';
import { type EciSites, type Entry, type Field, type Site, textAt } from '../annotations/sites';
import { message } from '../model/message';

export default eciRule({
  id: 'eci-annotation-label',
  on: 'key',
  judge(entry, sites) {
    const { row, key, field, site } = entry;
    if (!row || row.state === 'readonly' || row.certainty !== 'documented') return undefined;
    const wanted = fieldOf(entry);
    if (wanted === undefined || wanted === field) return undefined;
    const to = readFrom(entry, sites);
    // Both at once: the one that is read says all.
    if (!to || textAt(to[wanted], key) !== undefined) return undefined;
    const path = `${to.path}.${wanted}`;
    const sure = row.key === 'alibabacloud.com/eci' || (row.on === 'pod' && site.role === 'pod');
    const severity = sure && row.product === 'ECI' && row.state === 'active' ? 'warning' : 'information';
    return { severity, message: message(`eci.swap.${wanted}`, { key, path }) };
  },
  fix(entry, sites, subject) {
    const wanted = fieldOf(entry);
    const to = readFrom(entry, sites);
    if (!to || !wanted) return { kind: 'manual', reason: message('eci.fix.noTemplate') };
    const title = message('eci.fix.move', { path: `${to.path}.${wanted}` });
    return attempt(subject, title, 'choice', edits => move(edits, [entry], to, wanted));
  },
});

/** Where the key belongs; undefined for short words that others use too, and for what is not for pods. */
function fieldOf({ row, key }: Entry): Field | undefined {
  if (!key.includes('/') || !row) return undefined;
  return row.on === 'pod' ? 'annotations' : row.on === 'label' ? 'labels' : undefined;
}

/** The metadata that is read: the pod's, or the Namespace's own for labels that it may carry. */
function readFrom({ row, site }: Entry, { pod }: EciSites): Site | undefined {
  if (site.role !== 'namespace') return pod;
  return row?.namespace ? site : undefined;
}
