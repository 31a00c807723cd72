/** The annotation that once made a pod critical: without effect since 1.16, a priority class does it. */
import { podAnnotations, removeAnnotations } from '../fields/annotations';
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { entriesAt, keySpan, textOf } from '../fields/places';
import { podSpecOf, strictPod } from '../fields/pods';
import { type FieldRow } from '../fields/row';
import { SOURCE } from '../fields/sources';
import { type Resource } from '../yaml/resources';
import { message } from '../model/message';

const KEY = 'scheduler.alpha.kubernetes.io/critical-pod';

const row: FieldRow = {
  name: KEY,
  where: 'Pod, pod templates',
  deprecated: '1.16',
  ends: '1.16',
  end: 'no-effect',
  warns: '1.22',
  replacement: 'priorityClassName',
  since: '1.8',
  sources: [SOURCE.podWarnings, SOURCE.labels],
};

export default defineFieldRule({
  id: 'critical-pod-annotation',
  triggers: [KEY],
  page: { severity: 'warning', rows: [row], example: 'block' },
  *find(subject): Iterable<Hit> {
    for (const entry of podAnnotations(subject)) {
      if (entry.key !== KEY) continue;
      const what = message('fields.what.annotation', { key: KEY });
      // Which class a pod deserves is for a person; with one there, the annotation only has to go.
      const fix: Hit['fix'] = hasClass(subject.resource)
        ? c => removeAnnotations(c, strictPod(c).owner, [KEY])
        : message('fields.manual.priority');
      yield { span: keySpan(entry), row, what, fix };
    }
  },
});

function hasClass(resource: Resource): boolean {
  const entry = entriesAt(podSpecOf(resource), 'priorityClassName').at(-1);
  return entry !== undefined && (textOf(entry) ?? '') !== '';
}
