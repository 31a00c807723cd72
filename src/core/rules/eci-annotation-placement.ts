/** A pod's annotation on the workload that creates the pods: ECI reads the pod's own metadata only. */
import { type EciRow } from '../annotations/catalog';
import { attempt, editsOf, move } from '../annotations/changes';
import { eciRule, type Judgement } from '../annotations/rule';
import { type EciSites, type Entry, type Field, textAt } from '../annotations/sites';
import { type Severity } from '../model/finding';
import { message } from '../model/message';

export default eciRule({
  id: 'eci-annotation-placement',
  on: 'key',
  judge(entry, sites): Judgement | undefined {
    const { row, site, key } = entry;
    if (!row || row.certainty === 'unverified') return undefined;
    if (site.role === 'pod') {
      const foreign = row.on === 'imageCache' && entry.field === 'annotations';
      return foreign ? { severity: 'information', message: message('eci.place.imageCacheOnly', { key }) } : undefined;
    }
    if (site.role !== 'outer' || !isMisplaced(entry)) return undefined;
    const there = sites.pod && textAt(sites.pod[entry.field], key);
    if (there !== undefined && entry.field === 'labels') return undefined;
    const path = `${sites.pod?.path ?? 'spec.template.metadata'}.${entry.field}`;
    const same = there !== undefined && there !== null && entry.value.state === 'text' && there === entry.value.text;
    if (same) return { severity: 'information', message: message('eci.place.twice', { key, path }) };
    return {
      severity: severityOf(row),
      message: message('eci.place.wrong', { key, path, at: `${site.path}.${entry.field}` }),
    };
  },
  fix(entry, sites, subject) {
    const { pod } = sites;
    if (entry.site.role === 'pod') return { kind: 'manual', reason: message('eci.fix.imageCache') };
    if (!pod) return { kind: 'manual', reason: message('eci.fix.noTemplate') };
    const { field } = entry;
    const path = `${pod.path}.${field}`;
    const titleOne = message('eci.fix.move', { path });
    const one = attempt(subject, titleOne, 'choice', edits => move(edits, [entry], pod, field));
    const all = companions(entry, sites, field);
    if (all.length < 2) return one;
    const titleAll = message('eci.fix.moveAll', { count: all.length, path });
    const every = attempt(subject, titleAll, 'choice', edits => move(edits, all, pod, field));
    const choices = [
      { id: 'all', title: titleAll, edits: editsOf(every) },
      { id: 'one', title: titleOne, edits: editsOf(one) },
    ].flatMap(({ edits, ...choice }) => (edits ? [{ ...choice, edits }] : []));
    return choices.length > 0 ? { kind: 'choices', reason: message('eci.fix.moveReason'), choices } : one;
  },
});

/** Labels are told only where nothing says the pod has them, and inform: that they do nothing here is our reading. */
function severityOf(row: EciRow): Severity {
  return row.on === 'pod' && row.certainty === 'documented' ? 'warning' : 'information';
}

function isMisplaced({ row, field }: Entry): boolean {
  if (!row || row.state === 'readonly' || row.certainty === 'unverified') return false;
  return field === 'annotations' ? row.on === 'pod' : row.on === 'label' && row.key === 'alibabacloud.com/eci';
}

/** Everything of the same map that would move with it. */
function companions(entry: Entry, sites: EciSites, field: Field): readonly Entry[] {
  return sites.entries.filter(other => other.view === entry.view && other.field === field && isMisplaced(other));
}
