/** Everything that makes pods, seen alike: its object, its pod template and how many it runs. */
import { type KindName, type KindObject, type Pod, type PodSpec } from '../snapshot/kinds';
import { type ObjectMeta } from '../snapshot/metadata';
import { controllerOf, matches } from './selectors';

export interface Workload {
  readonly kind: KindName;
  readonly metadata: ObjectMeta;
  /** null where a number makes no sense. */
  readonly replicas: number | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
  /** Where the pod's spec stands in the object, ends with a dot. */
  readonly path: string;
}

export interface Sources {
  readonly deployments?: readonly KindObject<'deployments'>[] | null;
  readonly statefulsets?: readonly KindObject<'statefulsets'>[] | null;
  readonly daemonsets?: readonly KindObject<'daemonsets'>[] | null;
  readonly cronjobs?: readonly KindObject<'cronjobs'>[] | null;
  readonly jobs?: readonly KindObject<'jobs'>[] | null;
  /** Those without a controller only: the others are their controller's. */
  readonly pods?: readonly Pod[] | null;
}

/** One for each object that says what pods look like. Those scaled to zero are there with 0. */
export function workloadsOf(sources: Sources): readonly Workload[] {
  const { deployments, statefulsets, daemonsets, cronjobs, jobs, pods } = sources;
  return [
    ...(deployments ?? []).map(({ metadata, spec }) =>
      made('deployments', metadata, spec?.template, spec?.replicas ?? 1),
    ),
    ...(statefulsets ?? []).map(({ metadata, spec }) =>
      made('statefulsets', metadata, spec?.template, spec?.replicas ?? 1),
    ),
    ...(daemonsets ?? []).map(({ metadata, spec }) => made('daemonsets', metadata, spec?.template, null)),
    ...(cronjobs ?? []).map(({ metadata, spec }) =>
      made('cronjobs', metadata, spec?.jobTemplate?.spec?.template, null, 'spec.jobTemplate.spec.template.'),
    ),
    ...(jobs ?? [])
      .filter(({ metadata }) => controllerOf(metadata) === undefined)
      .map(({ metadata, spec }) => made('jobs', metadata, spec?.template, null)),
    ...(pods ?? [])
      .filter(({ metadata }) => controllerOf(metadata) === undefined)
      .map((pod): Workload => ({
        ...{ kind: 'pods', metadata: pod.metadata, replicas: null, spec: pod.spec ?? {}, path: 'spec.' },
        ...{ labels: pod.metadata.labels ?? {}, annotations: pod.metadata.annotations ?? {} },
      })),
  ];
}

interface Template {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: PodSpec;
}

function made(
  kind: KindName,
  metadata: ObjectMeta,
  template: Template | undefined,
  replicas: number | null,
  path = 'spec.template.',
): Workload {
  const { labels = {}, annotations = {} } = template?.metadata ?? {};
  return { kind, metadata, replicas, labels, annotations, spec: template?.spec ?? {}, path: `${path}spec.` };
}

/** Those of the cluster itself: whoever runs it takes care of them. */
export function isSystem(metadata: ObjectMeta): boolean {
  return /^kube-(?:system|public|node-lease)$/.test(metadata.namespace ?? '');
}

/** Pods that a workload's template would have made, in its own namespace. */
export function podsOf(workload: Workload, pods: readonly Pod[]): readonly Pod[] {
  const entries = Object.keys(workload.labels);
  return entries.length === 0
    ? []
    : pods.filter(
        ({ metadata }) =>
          metadata.namespace === workload.metadata.namespace &&
          matches({ matchLabels: workload.labels }, metadata.labels),
      );
}

/** How few replicas an autoscaler lets a workload have; else what it says itself. */
export function fewestReplicas(
  { metadata, kind, replicas }: Workload,
  scalers: readonly KindObject<'horizontalpodautoscalers'>[],
): number | null {
  const target = kind === 'deployments' ? 'Deployment' : kind === 'statefulsets' ? 'StatefulSet' : '';
  const scaler = scalers.find(
    ({ metadata: own, spec }) =>
      own.namespace === metadata.namespace &&
      spec?.scaleTargetRef?.kind === target &&
      spec.scaleTargetRef.name === metadata.name,
  );
  return scaler === undefined || replicas === 0 ? replicas : (scaler.spec?.minReplicas ?? 1);
}
