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
