/** Which pods a drain has to evict. */
import { type Pod } from '../snapshot/kinds';
import { controllerOf } from './selectors';

/** Succeeded or failed: a drain deletes it without asking any budget. */
export function isFinished({ status }: Pod): boolean {
  return status?.phase === 'Succeeded' || status?.phase === 'Failed';
}

/** The kubelet's copy of a file on the node: it leaves with the node. */
export function isMirror({ metadata }: Pod): boolean {
  return metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined || controllerOf(metadata)?.kind === 'Node';
}

export function isDaemonPod({ metadata }: Pod): boolean {
  return controllerOf(metadata)?.kind === 'DaemonSet';
}

/** Whether a drain asks for its eviction. A budget can refuse that as soon as the pod is no longer Pending. */
export function isEvicted(pod: Pod): boolean {
  return !isFinished(pod) && !isMirror(pod) && !isDaemonPod(pod) && pod.metadata.deletionTimestamp === undefined;
}

export function isReady({ status }: Pod): boolean {
  return status?.conditions?.some(({ type, status: value }) => type === 'Ready' && value === 'True') ?? false;
}
