/** Annotations that ask an autoscaler to leave a pod or a node alone. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { isFinished } from '../readiness/pods';
import { about, describe, field } from '../readiness/subjects';

const ID = 'check.eviction-annotations';
const KARPENTER = ['karpenter.sh/do-not-disrupt', 'karpenter.sh/do-not-evict', 'karpenter.sh/do-not-consolidate'];
const SAFE = 'cluster-autoscaler.kubernetes.io/safe-to-evict';

export default defineCheck({
  id: 'eviction-annotations',
  covers: ['EVICT-ANNOT'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: false,
  needs: ['pods', 'nodes', 'nodeclaims'],
  sources: ['https://karpenter.sh/docs/concepts/disruption/'],
  run({ pods, nodes, nodeclaims }) {
    const karpenter = nodeclaims.length > 0;
    const objects = [
      ...pods.filter(pod => !isFinished(pod)).map(object => ({ kind: 'pods' as const, object })),
      ...nodes.map(object => ({ kind: 'nodes' as const, object })),
    ];
    const subjects = objects.flatMap(({ kind, object }) => {
      const { annotations = {}, namespace, name } = object.metadata;
      const held = KARPENTER.find(key => annotations[key] === 'true');
      const args = { object: namespace === undefined ? name : `${namespace}/${name}` };
      const commands = [describe(kind, object.metadata)];
      if (held !== undefined) {
        const evidence = [field(`metadata.annotations["${held}"]`, 'true')];
        const key = karpenter ? 'held' : 'idle';
        return [
          about(kind, object, {
            state: karpenter ? 'warn' : 'info',
            message: message(`${ID}.${key}`, args),
            evidence,
            commands,
          }),
        ];
      }
      if (annotations[SAFE] !== 'false') return [];
      const evidence = [field(`metadata.annotations["${SAFE}"]`, 'false')];
      return [about(kind, object, { state: 'info', message: message(`${ID}.unsafe`, args), evidence, commands })];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
