/** Nodes that take no new pods: forgotten, or on their way out. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { isLeaving, isVirtualNode } from '../readiness/nodes';
import { about, field, shellWord } from '../readiness/subjects';

const ID = 'check.node-cordoned';
const TAINT = 'node.kubernetes.io/unschedulable';

export default defineCheck({
  id: 'node-cordoned',
  covers: ['NODE-CORDONED', 'NODE-TAINTS'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes'],
  sources: ['https://kubernetes.io/docs/reference/labels-annotations-taints/#node-kubernetes-io-unschedulable'],
  run({ nodes }) {
    const subjects = nodes.flatMap(node => {
      const { name } = node.metadata;
      const { taints = [], unschedulable = false } = node.spec ?? {};
      if (isVirtualNode(node)) return [];
      const evidence = taints.map(({ key = '', effect = '' }) => field('spec.taints', `${key}:${effect}`));
      if (isLeaving(node)) {
        return [
          about('nodes', node, {
            state: 'info',
            message: message(`${ID}.leaving`, { node: name }),
            evidence: [...evidence, field('metadata.name', name)],
          }),
        ];
      }
      if (!unschedulable && !taints.some(({ key }) => key === TAINT)) return [];
      return [
        about('nodes', node, {
          state: 'warn',
          message: message(`${ID}.cordoned`, { node: name }),
          evidence: [field('spec.unschedulable', unschedulable), ...evidence],
          commands: [`kubectl uncordon ${shellWord(name)}`],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
