/** Workloads whose pods go straight back to the node that they were drained from. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { workloadsOf } from '../readiness/workloads';

const ID = 'check.tolerate-everything';
const UNSCHEDULABLE = 'node.kubernetes.io/unschedulable';

export default defineCheck({
  id: 'tolerate-everything',
  covers: ['EVICT-TOLERATEALL'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets'],
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html'],
  run({ deployments, statefulsets }) {
    const subjects = workloadsOf({ deployments, statefulsets }).flatMap(workload => {
      const everything = (workload.spec.tolerations ?? []).find(
        ({ key = '', operator, effect = '' }) =>
          (effect === '' || effect === 'NoSchedule') &&
          ((operator === 'Exists' && key === '') || key === UNSCHEDULABLE),
      );
      if (everything === undefined || workload.replicas === 0) return [];
      const { key = '' } = everything;
      return [
        about(workload.kind, workload, {
          state: 'warn',
          message: message(`${ID}.${key === '' ? 'all' : 'unschedulable'}`, named(workload.metadata)),
          evidence: [field(`${workload.path}tolerations`, key === '' ? 'operator: Exists' : key)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
