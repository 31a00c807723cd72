/** Who replaces which node: the groups that a cluster's nodes come from. */
import { message } from '../model/message';
import { defineCheck, notApplicable } from '../readiness/define';
import { isFargateNode, isVirtualNode } from '../readiness/nodes';
import { type Node } from '../snapshot/kinds';

const ID = 'check.node-groups';
const LABELS: readonly (readonly [label: string, key: string])[] = [
  ['eks.amazonaws.com/nodegroup', 'eks'],
  ['alpha.eksctl.io/nodegroup-name', 'eksctl'],
  ['karpenter.sh/nodepool', 'karpenter'],
  ['karpenter.sh/provisioner-name', 'karpenter'],
  ['cloud.google.com/gke-nodepool', 'pool'],
  ['kubernetes.azure.com/agentpool', 'pool'],
  ['alibabacloud.com/nodepool-id', 'pool'],
];

export default defineCheck({
  id: 'node-groups',
  covers: ['NODE-GROUPS', 'NODE-VIRTUAL'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes'],
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html'],
  run({ nodes, target }) {
    if (nodes.length === 0) return notApplicable('check.node-headroom.none');
    const counts = new Map<string, { readonly key: string; readonly group: string; nodes: number }>();
    for (const node of nodes) {
      const { key, group } = groupOf(node);
      const count = counts.get(`${key} ${group}`) ?? { key, group, nodes: 0 };
      count.nodes += 1;
      counts.set(`${key} ${group}`, count);
    }
    const groups = [...counts.values()];
    const alone = groups.find(({ key }) => key === 'none')?.nodes ?? 0;
    const self = target.provider === 'eks' && alone > 0;
    return {
      state: self ? 'warn' : 'info',
      message: self
        ? message(`${ID}.self`, { count: alone })
        : message(`${ID}.all`, { count: nodes.length, groups: groups.length }),
      evidence: groups.map(({ key, group, nodes: count }) => message(`${ID}.of.${key}`, { group, count })),
      remediation: message(`${ID}.fix`),
    };
  },
});

function groupOf(node: Node): { readonly key: string; readonly group: string } {
  const { labels = {} } = node.metadata;
  if (isVirtualNode(node)) return { key: 'virtual', group: '' };
  if (isFargateNode(node)) return { key: 'fargate', group: '' };
  for (const [label, key] of LABELS) {
    const group = labels[label];
    if (group !== undefined) return { key, group };
  }
  const type = labels['eks.amazonaws.com/compute-type'];
  return type === 'auto' || type === 'hybrid' ? { key: type, group: '' } : { key: 'none', group: '' };
}
