/** Who runs the cluster, by what it says of itself. */
import { type Provider } from '../model/context';
import { type Snapshot } from '../model/snapshot';
import { isVirtualNode } from './nodes';

/** `generic` when nothing tells. */
export function detectProvider({ version, lists, configMaps }: Snapshot): Provider {
  const gitVersion = version.state === 'read' ? version.value.gitVersion : '';
  if (/-eks-/.test(gitVersion)) return 'eks';
  // A cluster of Alibaba Cloud that Alauda manages keeps Alibaba's versions and their rules.
  if (/-aliyun/.test(gitVersion) || configMaps['kube-system/ack-cluster-profile']?.state === 'read') {
    const nodes = lists.nodes.state === 'read' ? lists.nodes.items : [];
    return nodes.length > 0 && nodes.every(isVirtualNode) ? 'ack-serverless' : 'ack';
  }
  const namespaces = lists.namespaces.state === 'read' ? lists.namespaces.items : [];
  const definitions = lists.customresourcedefinitions.state === 'read' ? lists.customresourcedefinitions.items : [];
  const alauda =
    namespaces.some(({ metadata }) => metadata.name === 'cpaas-system') ||
    definitions.some(({ metadata }) => metadata.name === 'productbases.product.alauda.io');
  return alauda ? 'acp' : 'generic';
}
