/** Nodes with hardly any room for one more pod, however small. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { isMachine } from '../readiness/nodes';
import { isFinished } from '../readiness/pods';
import { quantity } from '../readiness/quantity';
import { about, field } from '../readiness/subjects';

const ID = 'check.node-pod-slots';
const FREE = 3;

export default defineCheck({
  id: 'node-pod-slots',
  covers: ['NODE-PODS'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes', 'pods'],
  sources: [
    'https://help.aliyun.com/zh/ack/ack-managed-and-ack-dedicated/user-guide/cluster-check-items-and-suggestions-on-how-to-fix-cluster-issues',
  ],
  run({ nodes, pods, target }) {
    const running = new Map<string, number>();
    for (const pod of pods) {
      const node = pod.spec?.nodeName;
      if (node !== undefined && !isFinished(pod)) running.set(node, (running.get(node) ?? 0) + 1);
    }
    const subjects = nodes.filter(isMachine).flatMap(node => {
      const room = quantity(node.status?.allocatable?.['pods']);
      const count = running.get(node.metadata.name) ?? 0;
      if (room === undefined || room - count >= FREE) return [];
      return [
        about('nodes', node, {
          // Small machines of some providers are always this full; only Alibaba Cloud's own check refuses it.
          state: target.provider === 'ack' ? 'warn' : 'info',
          message: message(`${ID}.full`, { node: node.metadata.name, pods: count, room }),
          evidence: [field('status.allocatable.pods', room), message(`${ID}.running`, { count })],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
