/** Where built-in kinds hold pods: the Pod itself, or the template of a workload. */
import { type Resource } from '../yaml/resources';
import { type MapView } from '../yaml/view';

export interface PodTemplate {
  /** The map that holds `metadata` and `spec` of the pod. */
  readonly owner: MapView;
  readonly metadata: MapView | undefined;
  readonly spec: MapView | undefined;
  /** Path from the resource's root to `owner`; empty for a Pod. */
  readonly path: readonly string[];
}

const PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Groups whose kinds of these names are Kubernetes' own. */
const GROUPS = new Set(['', 'apps', 'extensions', 'batch']);

/** The pod template of a resource; undefined when its kind holds none or the path is not there. */
export function podTemplateOf(resource: Resource): PodTemplate | undefined {
  const path = PATHS[resource.kind];
  const { apiVersion } = resource.ref;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  if (!path || !GROUPS.has(group)) return undefined;
  const owner = path.reduce<MapView | undefined>((map, key) => map?.peekMap(key), resource.map);
  return owner && { owner, metadata: owner.peekMap('metadata'), spec: owner.peekMap('spec'), path };
}
