/** Kinds of nodes that a rule must leave out. */
import { type Node } from '../snapshot/kinds';

/** A virtual-kubelet node: no machine, no kubelet of Kubernetes' own. */
export function isVirtualNode({ metadata }: Node): boolean {
  return metadata.labels?.['type'] === 'virtual-kubelet' || /^virtual-(?:kubelet|node-eci)(?:-|$)/.test(metadata.name);
}

/** An AWS Fargate node: one pod each, replaced by restarting that pod. */
export function isFargateNode({ metadata }: Node): boolean {
  return metadata.labels?.['eks.amazonaws.com/compute-type'] === 'fargate' || metadata.name.startsWith('fargate-');
}

/** Those with a kubelet of one's own: neither virtual nor Fargate. */
export function isMachine(node: Node): boolean {
  return !isVirtualNode(node) && !isFargateNode(node);
}

const LEAVING =
  /^(?:ToBeDeletedByClusterAutoscaler|DeletionCandidateOfClusterAutoscaler|karpenter\.sh\/(?:disrupted|disruption))$/;

/** Being taken away by an autoscaler or by hand: what is wrong with it will not last. */
export function isLeaving({ metadata, spec }: Node): boolean {
  return metadata.deletionTimestamp !== undefined || (spec?.taints ?? []).some(({ key = '' }) => LEAVING.test(key));
}

export function isControlPlane({ metadata }: Node): boolean {
  const { labels = {} } = metadata;
  return 'node-role.kubernetes.io/control-plane' in labels || 'node-role.kubernetes.io/master' in labels;
}

/** Ready by its own word. */
export function isNodeReady({ status }: Node): boolean {
  return status?.conditions?.some(({ type, status: value }) => type === 'Ready' && value === 'True') ?? false;
}

/** Takes new pods. */
export function isSchedulable(node: Node): boolean {
  return (
    node.spec?.unschedulable !== true &&
    !(node.spec?.taints ?? []).some(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute') &&
    isNodeReady(node)
  );
}
