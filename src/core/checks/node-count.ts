/** Clusters that have nowhere to move pods to while a node, or its zone, is away. */
import { message } from '../model/message';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { isMachine, isSchedulable } from '../readiness/nodes';
import { field } from '../readiness/subjects';

const ID = 'check.node-count';
const ZONE = 'topology.kubernetes.io/zone';

export default defineCheck({
  id: 'node-count',
  covers: ['NODE-COUNT'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes'],
  sources: ['https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/'],
  run({ nodes }) {
    const open = nodes.filter(node => isMachine(node) && isSchedulable(node));
    const [only] = open;
    if (only === undefined) return notApplicable('check.node-headroom.none');
    // No source states it as a rule: for information.
    const remediation = message(`${ID}.fix`);
    if (open.length === 1) {
      const { name } = only.metadata;
      return {
        state: 'info',
        message: message(`${ID}.one`, { node: name }),
        evidence: [field('metadata.name', name)],
        remediation,
      };
    }
    const zones = new Set(open.map(({ metadata }) => metadata.labels?.[ZONE]));
    const [zone] = zones;
    if (zones.size > 1 || zone === undefined) return found([]);
    const args = { nodes: open.length, zone };
    return { state: 'info', message: message(`${ID}.zone`, args), evidence: [field(ZONE, zone)], remediation };
  },
});
