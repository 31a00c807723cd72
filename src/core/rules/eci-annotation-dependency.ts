/** Annotations that need another one, or that another one makes pointless. Silent where what is missing may stand elsewhere. */
import { type Conflict, type Need } from '../annotations/catalog';
import { eciRule, type Judgement } from '../annotations/rule';
import { type Entry, textAt } from '../annotations/sites';
import { split } from '../annotations/values';
import { type Subject } from '../judge/rule';
import { message } from '../model/message';
import { isScalar } from '../yaml/parse';
import { isSequence, scalarInt } from '../yaml/view';

const SPECS = 'k8s.aliyun.com/eci-use-specs';

export default eciRule({
  id: 'eci-annotation-dependency',
  on: 'key',
  judge(entry, _sites, subject) {
    const { row, site, field } = entry;
    if (!row || row.on !== 'pod' || row.certainty === 'unverified' || field !== 'annotations' || site.role !== 'pod')
      return undefined;
    return (
      (row.needs && needed(entry, row.needs)) ?? conflicting(entry, row.conflicts ?? []) ?? pointless(entry, subject)
    );
  },
});

function needed(entry: Entry, need: Need): Judgement | undefined {
  const text = entry.value.state === 'text' ? entry.value.text : null;
  if (need.when && (text === null || !need.when.includes(text))) return undefined;
  const there = textAt(entry.view, need.key);
  if (there === null || (there !== undefined && (need.values?.includes(there) ?? true))) return undefined;
  if (there === undefined && (need.only === 'present' || isPatch(entry))) return undefined;
  if (need.orKeys?.some(key => textAt(entry.view, key) !== undefined)) return undefined;
  const { key } = entry;
  const other = need.values ? `${need.key}: ${need.values.join(', ')}` : need.key;
  if (need.when)
    return { severity: need.severity, message: message('eci.needs.value', { key, value: text ?? '', other }) };
  return { severity: need.severity, message: message('eci.needs', { key, other }) };
}

/** Without containers it is a part of a pod: the rest, and its annotations, stand elsewhere. */
function isPatch({ site }: Entry): boolean {
  const containers = site.owner.peekMap('spec')?.peek('containers');
  return !containers || !isSequence(containers.node);
}

function conflicting({ key, view, value, site }: Entry, conflicts: readonly Conflict[]): Judgement | undefined {
  for (const { key: other, values, kind, label } of conflicts) {
    const there = textAt(label ? site.labels : view, other);
    if (there === undefined || there === null || (values && !values.includes(there))) continue;
    // “false” switches nothing on, so nothing stands against it.
    if (value.state === 'text' && value.text === 'false') continue;
    return { severity: 'information', message: message(`eci.conflict.${kind}`, { key, other: `${other}: ${there}` }) };
  }
  return undefined;
}

function pointless(entry: Entry, subject: Subject): Judgement | undefined {
  const { key, row, view, value } = entry;
  if (row!.sizeOnly) {
    const specs = textAt(view, SPECS);
    const only = specs && split(specs).every(item => item.startsWith('ecs.'));
    return only ? { severity: 'information', message: message('eci.pointless.ecs', { key }) } : undefined;
  }
  if (key === 'k8s.aliyun.com/eci-schedule-strategy') {
    const switches = textAt(view, 'k8s.aliyun.com/eci-vswitch');
    const one = switches && !switches.includes(',');
    return one ? { severity: 'hint', message: message('eci.pointless.vswitch', { key }) } : undefined;
  }
  if (!row!.onePod || value.state !== 'text') return undefined;
  const replicas = subject.resource.map.peekMap('spec')?.peek('replicas');
  const count = replicas && isScalar(replicas.node) ? scalarInt(replicas.node) : undefined;
  return count !== undefined && count > 1
    ? { severity: 'information', message: message('eci.pointless.replicas', { key, count }) }
    : undefined;
}
