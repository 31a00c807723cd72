/** Nodes with swap: the provider's own check refuses them. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { isMachine } from '../readiness/nodes';
import { about, field } from '../readiness/subjects';

const ID = 'check.node-swap';

export default defineCheck({
  id: 'node-swap',
  covers: ['NODE-SWAP'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes'],
  sources: ['https://kubernetes.io/docs/concepts/cluster-administration/swap-memory-management/'],
  run({ nodes }) {
    const subjects = nodes.filter(isMachine).flatMap(node => {
      const bytes = node.status?.nodeInfo?.swap?.capacity ?? 0;
      if (bytes <= 0) return [];
      const evidence = [field('status.nodeInfo.swap.capacity', bytes)];
      const said = message(`${ID}.on`, { node: node.metadata.name, mebibytes: Math.round(bytes / 2 ** 20) });
      // The facts do not confirm how a kubelet reports it.
      return [about('nodes', node, { state: 'info', message: said, evidence })];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
