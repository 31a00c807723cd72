/** An old name, or one that nobody maintains any more. Where its successor says the same, the fix writes that. */
import { attempt, rename } from '../annotations/changes';
import { eciRule } from '../annotations/rule';
import { type EciSites, type Entry } from '../annotations/sites';
import { NeedsPerson } from '../edit/builder';
import { type Subject } from '../judge/rule';
import { message } from '../model/message';
import { compareMinors } from '../verdict/target';

const LABELS_OF = { label: 'labels', namespaceLabel: 'labels', pod: 'annotations' } as const;

export default eciRule({
  id: 'eci-annotation-renamed',
  on: 'key',
  judge(entry, _sites, { context }) {
    const { row, key } = entry;
    if (row?.state !== 'deprecated' || !standsWhereRead(entry)) return undefined;
    const { unmaintainedFrom: from, successor, severity = 'information' } = row;
    if (from !== undefined) {
      const reached = compareMinors(context.target.version, from) >= 0;
      const text = message('eci.old.unmaintained', { key, version: from });
      return { severity: reached ? severity : 'information', message: text };
    }
    if (!successor) return { severity, message: message('eci.old', { key }) };
    return { severity, message: message('eci.old.use', { key, successor: successor.key }) };
  },
  fix(entry, sites, subject) {
    const successor = entry.row?.successor;
    if (!successor?.fix) return { kind: 'manual', reason: message('eci.fix.old') };
    const { value } = entry;
    const text = successor.values && (value.state === 'text' ? successor.values[value.text] : undefined);
    if (successor.values && text === undefined) return { kind: 'manual', reason: message('eci.fix.oldValue') };
    // Other objects may select by a label: nobody sees them from here.
    const certainty = entry.field === 'labels' ? 'choice' : 'certain';
    return attempt(subject, message('eci.fix.rename', { key: successor.key }), certainty, edits => {
      if (entry.field === 'labels') checkSelector(entry, sites, subject);
      rename(edits, entry, successor.key, text);
    });
  },
});

function standsWhereRead({ row, key, field, site, value }: Entry): boolean {
  const wanted = LABELS_OF[row!.on as keyof typeof LABELS_OF];
  if (field !== wanted || (row!.on === 'pod' && site.role === 'namespace')) return false;
  if (row!.on === 'pod') return true;
  // A short word that others use too: only with the one value that the documentation gives.
  const said = value.state === 'text' && row!.form.values!.includes(value.text);
  return said && (site.role === 'namespace' || (key === 'eci' && site.role === 'pod'));
}

function checkSelector({ key }: Entry, { pod }: EciSites, { resource }: Subject): void {
  const selector = pod && resource.map.peekMap('spec')?.peekMap('selector');
  const labels = selector?.peekMap('matchLabels') ?? selector;
  if (labels && labels.get(key).state !== 'absent') throw new NeedsPerson(message('eci.fix.selector', { key }));
}
