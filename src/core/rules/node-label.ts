/** Beta labels of nodes, in every place that selects nodes by label. A label of the same name on an object itself is none. */
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { type LabelUse, labelUses } from '../fields/labels';
import { type FieldRow } from '../fields/row';
import { pull, SOURCE } from '../fields/sources';
import { type Converter } from '../convert/converter';
import { type Subject } from '../judge/rule';
import { message } from '../model/message';
import { compareMinors } from '../verdict/target';

const WHERE = 'pods, PersistentVolume, StorageClass, RuntimeClass, CSIStorageCapacity';

function row(name: string, deprecated: string, replacement: string | null, since: string | null): FieldRow {
  return {
    name,
    where: WHERE,
    deprecated,
    ends: null,
    end: null,
    warns: '1.22',
    replacement,
    since,
    sources: [SOURCE.nodeWarnings, SOURCE.labels, pull(101688), pull(108554)],
  };
}

const rows: readonly FieldRow[] = [
  row('beta.kubernetes.io/os', '1.14', 'kubernetes.io/os', '1.14'),
  row('beta.kubernetes.io/arch', '1.14', 'kubernetes.io/arch', '1.14'),
  row('beta.kubernetes.io/instance-type', '1.17', 'node.kubernetes.io/instance-type', '1.17'),
  row('failure-domain.beta.kubernetes.io/zone', '1.17', 'topology.kubernetes.io/zone', '1.17'),
  row('failure-domain.beta.kubernetes.io/region', '1.17', 'topology.kubernetes.io/region', '1.17'),
  row('node-role.kubernetes.io/master', '1.20', 'node-role.kubernetes.io/control-plane', '1.20'),
  row('app.kubernetes.io/created-by', '1.9', null, null),
];
const MASTER = 'node-role.kubernetes.io/master';
const byName = new Map(rows.map(each => [each.name, each]));
/** Only pods were looked at before. */
const OTHERS_WARN = '1.25';

export default defineFieldRule({
  id: 'node-label',
  triggers: rows.map(each => each.name),
  page: { severity: 'warning', rows, example: 'block' },
  *find(subject): Iterable<Hit> {
    for (const use of labelUses(subject.resource)) {
      const found = byName.get(use.label);
      // A label that any object may carry says something about nodes only where the server says so.
      if (!found || (found.replacement === null && use.place === 'pod-affinity')) continue;
      yield {
        span: use.span,
        row: use.place === 'other' ? { ...found, warns: OTHERS_WARN } : found,
        what: message('fields.what.label', { key: use.label }),
        silent: use.place === 'pod-affinity',
        fix: fixOf(subject, use, found),
      };
    }
  },
});

function fixOf({ context: { target } }: Subject, use: LabelUse, { replacement, since }: FieldRow): Hit['fix'] {
  if (replacement === null) return message('fields.manual.createdBy');
  if (since !== null && target.current !== null && compareMinors(target.current, since) < 0) {
    return message('fields.manual.tooNew', { field: replacement, version: since });
  }
  return c => rename(c, use, replacement);
}

function rename(c: Converter, use: LabelUse, to: string): void {
  if (use.label === MASTER) c.choiceReason = message('fields.choice.master');
  if (use.scalar) return c.edits.setScalar(use.view, use.scalar, to);
  const other = c.scalar(use.view, to);
  if (!other) return c.rename(use.view, use.label, to);
  // Both labels in one selector: the old one may only go where it asks for the same.
  const own = c.scalar(use.view, use.label) ?? c.manual(message('fix.stale'));
  if (own.text === undefined || own.text !== other.text) c.manual(message('fields.manual.bothLabels', { label: to }));
  c.edits.remove(use.view, own.pair);
}
