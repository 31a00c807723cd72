/** The alpha name of Nvidia GPUs as a resource: gone since 1.11, device plugins name them `nvidia.com/gpu`. */
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { entriesAt, keySpan } from '../fields/places';
import { containersOf, podSpecOf } from '../fields/pods';
import { type FieldRow } from '../fields/row';
import { SOURCE } from '../fields/sources';
import { message } from '../model/message';

const OLD = 'alpha.kubernetes.io/nvidia-gpu';
const NEW = 'nvidia.com/gpu';

const row: FieldRow = {
  name: `resources: ${OLD}`,
  where: 'Pod, pod templates',
  deprecated: '1.10',
  ends: '1.11',
  end: 'no-effect',
  warns: null,
  replacement: NEW,
  since: '1.10',
  sources: [SOURCE.gates, 'https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/'],
};

export default defineFieldRule({
  id: 'gpu-resource',
  triggers: [OLD],
  page: { severity: 'information', rows: [row], example: 'block' },
  *find({ resource }): Iterable<Hit> {
    for (const { view } of containersOf(podSpecOf(resource))) {
      for (const list of ['limits', 'requests']) {
        for (const entry of entriesAt(view, 'resources', list, OLD)) {
          yield {
            span: keySpan(entry),
            row,
            what: message('fields.what.resource', { name: OLD }),
            fix: c => {
              if (c.has(entry.view, NEW)) c.manual(message('fields.manual.differs', { field: NEW }));
              c.rename(entry.view, OLD, NEW);
              c.choiceReason = message('fields.choice.gpu');
            },
          };
        }
      }
    }
  },
});
