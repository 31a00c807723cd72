/** Pods that nothing makes anew: once drained they are gone. */
import { message } from '../model/message';
import { isOlderThan } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { isFinished, isMirror } from '../readiness/pods';
import { controllerOf } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';

const ID = 'check.bare-pods';
/** Pods of `kubectl debug` and `kubectl run` seldom last longer. */
const MINUTES = 60;

export default defineCheck({
  id: 'bare-pods',
  covers: ['EVICT-BARE'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: false,
  needs: ['pods'],
  sources: ['https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/'],
  run({ pods, snapshot }) {
    const subjects = pods.flatMap(pod => {
      const { annotations = {}, creationTimestamp, deletionTimestamp } = pod.metadata;
      if (controllerOf(pod.metadata) !== undefined || isMirror(pod) || isFinished(pod)) return [];
      if (annotations['kubernetes.io/config.source'] !== undefined || deletionTimestamp !== undefined) return [];
      if (!isOlderThan(MINUTES, creationTimestamp, snapshot.takenAt)) return [];
      return [
        about('pods', pod, {
          state: 'warn',
          message: message(`${ID}.bare`, { ...named(pod.metadata), node: pod.spec?.nodeName ?? '-' }),
          evidence: [field('metadata.ownerReferences', '[]')],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
