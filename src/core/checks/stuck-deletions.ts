/** Pods, nodes and namespaces that were deleted and do not go away. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { isOlderThan, minutesSince } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';

const ID = 'check.stuck-deletions';
const MINUTES = 10;

export default defineCheck({
  id: 'stuck-deletions',
  covers: ['EVICT-FINALIZER', 'NS-STUCK'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: false,
  needs: ['pods', 'nodes', 'namespaces'],
  sources: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/',
    'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/',
  ],
  run({ pods, nodes, namespaces, snapshot: { takenAt } }) {
    const subjects: SubjectDraft[] = [];
    const look = (
      kind: 'pods' | 'nodes' | 'namespaces',
      objects: typeof pods | typeof nodes | typeof namespaces,
    ): void => {
      for (const object of objects) {
        const { deletionTimestamp, finalizers = [], namespace, name } = object.metadata;
        if (deletionTimestamp === undefined || !isOlderThan(MINUTES, deletionTimestamp, takenAt)) continue;
        const minutes = Math.floor(minutesSince(deletionTimestamp, takenAt) ?? 0);
        const bad = (object.status?.conditions ?? []).filter(
          ({ type = '', status }) => kind === 'namespaces' && status === 'True' && type.startsWith('Namespace'),
        );
        const why = bad.map(({ type = '', message: detail = '' }) => field(`status.conditions[${type}]`, detail));
        subjects.push(
          about(kind, object, {
            state: 'warn',
            message: message(`${ID}.${kind}`, {
              object: namespace === undefined ? name : `${namespace}/${name}`,
              minutes,
            }),
            evidence: [field('metadata.finalizers', finalizers.join(', ')), ...why],
          }),
        );
      }
    };
    look('pods', pods);
    look('nodes', nodes);
    look('namespaces', namespaces);
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
