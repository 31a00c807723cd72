/** Nodes whose kubelet has not renewed its lease, by the server's clock. */
import { message } from '../model/message';
import { minutesSince } from '../readiness/ages';
import { defineCheck, found, unknown } from '../readiness/define';
import { isLeaving, isMachine } from '../readiness/nodes';
import { about, describe, field } from '../readiness/subjects';
import { compareMinors } from '../verdict/target';

const ID = 'check.node-leases';

export default defineCheck({
  id: 'node-leases',
  covers: ['NODE-LEASE'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes', 'leases'],
  sources: [
    'https://kubernetes.io/docs/concepts/architecture/leases/',
    'https://github.com/kubernetes/kubernetes/pull/126287',
  ],
  run({ nodes, leases, snapshot, current }) {
    if (snapshot.clock !== 'server') return unknown(message(`${ID}.clock`));
    // Twice the time after which the node controller takes a node for dead.
    const grace = current !== null && compareMinors(current, '1.32') >= 0 ? 50 : 40;
    const machines = new Map(
      nodes.filter(node => isMachine(node) && !isLeaving(node)).map(node => [node.metadata.name, node]),
    );
    const subjects = leases.flatMap(lease => {
      const node = lease.metadata.namespace === 'kube-node-lease' ? machines.get(lease.metadata.name) : undefined;
      const minutes = minutesSince(lease.spec?.renewTime, snapshot.takenAt);
      const seconds = minutes === null ? 0 : Math.floor(minutes * 60);
      if (node === undefined || seconds <= 2 * grace) return [];
      return [
        about('nodes', node, {
          state: 'warn',
          message: message(`${ID}.stale`, { node: node.metadata.name, seconds }),
          evidence: [field('spec.renewTime', lease.spec?.renewTime ?? '')],
          commands: [describe('leases', lease.metadata)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
