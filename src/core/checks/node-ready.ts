/** Nodes that are not ready, and have not been for a while. */
import { message } from '../model/message';
import { conditionOf, isOlderThan } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { isLeaving } from '../readiness/nodes';
import { about, field } from '../readiness/subjects';

const ID = 'check.node-ready';
/** New nodes wait for their network. */
const MINUTES = 5;
/** Share of all nodes from which it is the cluster's trouble rather than a node's. */
const MANY = 0.1;
const CAUSES = /PLEG is not healthy|container runtime is down|cni plugin not initialized/i;

export default defineCheck({
  id: 'node-ready',
  covers: ['NODE-READY'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: true,
  needs: ['nodes'],
  sources: ['https://kubernetes.io/docs/reference/node/node-status/#condition'],
  run({ nodes, snapshot: { takenAt } }) {
    const down = nodes.flatMap(node => {
      const ready = conditionOf(node.status?.conditions, 'Ready');
      if (ready?.status === 'True' || isLeaving(node)) return [];
      if (!isOlderThan(MINUTES, node.metadata.creationTimestamp, takenAt)) return [];
      return isOlderThan(MINUTES, ready?.lastTransitionTime, takenAt) ? [{ node, ready }] : [];
    });
    const state = down.length > nodes.length * MANY ? 'fail' : 'warn';
    const subjects = down.map(({ node, ready }) => {
      const { reason = '', message: detail = '' } = ready ?? {};
      const cause = CAUSES.exec(detail)?.[0];
      return about('nodes', node, {
        state,
        message: message(`${ID}.${cause === undefined ? 'down' : 'cause'}`, {
          ...{ node: node.metadata.name, reason: reason === '' ? '-' : reason, cause: cause ?? '' },
          ...{ down: down.length, all: nodes.length },
        }),
        evidence: [field('status.conditions[Ready]', `${ready?.status ?? 'Unknown'}: ${detail}`)],
      });
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
