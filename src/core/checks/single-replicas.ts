/** Workloads of one replica: they are away while it moves. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { fewestReplicas, isSystem, workloadsOf } from '../readiness/workloads';

const ID = 'check.single-replicas';

export default defineCheck({
  id: 'single-replicas',
  covers: ['WL-SINGLE'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets', 'horizontalpodautoscalers'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/disruptions/'],
  run({ deployments, statefulsets, horizontalpodautoscalers }) {
    const subjects = workloadsOf({ deployments, statefulsets }).flatMap(workload => {
      const fewest = fewestReplicas(workload, horizontalpodautoscalers);
      if (fewest !== 1 || isSystem(workload.metadata)) return [];
      const scaled = workload.replicas !== 1;
      return [
        about(workload.kind, workload, {
          state: 'warn',
          message: message(`${ID}.${scaled ? 'scaled' : 'one'}`, named(workload.metadata)),
          evidence: [field(scaled ? 'minReplicas' : 'spec.replicas', 1)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
