/** Pods that take long to go, or get no time at all. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { isSystem, workloadsOf } from '../readiness/workloads';

const ID = 'check.termination-grace';
/** Amazon's managed node groups give up on a pod after 15 minutes. */
const LIMIT = 900;
const LONG = 300;

export default defineCheck({
  id: 'termination-grace',
  covers: ['EVICT-GRACE-LONG', 'WL-GRACE0'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets'],
  sources: [
    'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html',
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  ],
  run({ deployments, statefulsets, target }) {
    const subjects = workloadsOf({ deployments, statefulsets }).flatMap(workload => {
      const seconds = workload.spec.terminationGracePeriodSeconds ?? 30;
      const evidence = [field(`${workload.path}terminationGracePeriodSeconds`, seconds)];
      const args = { ...named(workload.metadata), seconds };
      if (seconds > LONG) {
        const state = seconds > LIMIT && target.provider === 'eks' ? 'warn' : 'info';
        return [about(workload.kind, workload, { state, message: message(`${ID}.long`, args), evidence })];
      }
      if (seconds > 0 || isSystem(workload.metadata)) return [];
      const state = workload.kind === 'statefulsets' ? 'warn' : 'info';
      return [about(workload.kind, workload, { state, message: message(`${ID}.none`, args), evidence })];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
