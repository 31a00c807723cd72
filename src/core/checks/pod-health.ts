/** Pods that do not work today: after the upgrade nobody could tell old trouble from new. */
import { message } from '../model/message';
import { isOlderThan } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { controllerOf } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';
import { type Pod } from '../snapshot/kinds';

const ID = 'check.pod-health';
const MINUTES = 5;
const WAITING = new Set([
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'CreateContainerConfigError',
  'InvalidImageName',
]);

export default defineCheck({
  id: 'pod-health',
  covers: ['POD-HEALTH'],
  area: 'workloads',
  phase: 'any',
  canBlock: false,
  needs: ['pods'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/'],
  run({ pods, snapshot: { takenAt } }) {
    const subjects = pods.flatMap(pod => {
      const { creationTimestamp, deletionTimestamp } = pod.metadata;
      if (deletionTimestamp !== undefined || !isOlderThan(MINUTES, creationTimestamp, takenAt)) return [];
      // A Job tries again by itself.
      if (controllerOf(pod.metadata)?.kind === 'Job') return [];
      const reason = trouble(pod, takenAt);
      if (reason === undefined) return [];
      return [
        about('pods', pod, {
          state: 'warn',
          message: message(`${ID}.bad`, { ...named(pod.metadata), reason }),
          evidence: [field('status.phase', pod.status?.phase ?? '-'), field('reason', reason)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function trouble({ status = {} }: Pod, takenAt: string): string | undefined {
  const { phase, conditions = [], containerStatuses = [], initContainerStatuses = [] } = status;
  const waiting = [...initContainerStatuses, ...containerStatuses]
    .map(({ state }) => state?.waiting?.reason ?? '')
    .find(reason => WAITING.has(reason));
  if (waiting !== undefined) return waiting;
  if (phase === 'Failed' || phase === 'Unknown') return status.reason ?? phase;
  const unmet = conditions.find(
    ({ type, status: value, lastTransitionTime }) =>
      value === 'False' &&
      type === (phase === 'Pending' ? 'PodScheduled' : 'Ready') &&
      isOlderThan(MINUTES, lastTransitionTime, takenAt),
  );
  return phase === 'Succeeded' || unmet === undefined ? undefined : (unmet.reason ?? unmet.type);
}
