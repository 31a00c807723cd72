/** What is kept of `metadata`: labels whole, annotations by name, last-applied as its apiVersion, managedFields as who, when and how. */
import { isRaw, type Keeping, keeper, keepStringMap, list, fields, ownCopy, type Raw } from './shape';

/** One entry of managedFields, without the fields that it manages. */
export interface Writer {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly time: string | null;
  /** Top-level fields it manages, such as "metadata", "spec", "status"; sorted. */
  readonly fields: readonly string[];
  readonly subresource: string | null;
}

export interface OwnerReference {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly controller?: boolean;
}

export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Only those that a check reads. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly OwnerReference[];
  /** apiVersion in the last-applied annotation of `kubectl apply`. */
  readonly lastApplied?: string;
  /**
   * Set only when one of them, or last-applied, used another version than the list was read in, or one that is not stable.
   * Where `lastApplied` is another version and this is missing, the object has no managedFields at all.
   */
  readonly writers?: readonly Writer[];
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Annotations that a check reads: whole names, or prefixes that end with `/` or `*`. */
const ANNOTATIONS: readonly string[] = [
  'seccomp.security.alpha.kubernetes.io/',
  'container.seccomp.security.alpha.kubernetes.io/',
  'container.apparmor.security.beta.kubernetes.io/',
  'security.alpha.kubernetes.io/sysctls',
  'security.alpha.kubernetes.io/unsafe-sysctls',
  'scheduler.alpha.kubernetes.io/',
  'kubernetes.io/config.mirror',
  'kubernetes.io/config.source',
  'kubernetes.io/ingress.class',
  'kubernetes.io/enforce-mountable-secrets',
  'volume.beta.kubernetes.io/',
  'volume.kubernetes.io/',
  'pv.kubernetes.io/migrated-to',
  'pv.kubernetes.io/provisioned-by',
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
  'ingressclass.kubernetes.io/is-default-class',
  'storage.alpha.kubernetes.io/migrated-plugins',
  'service.kubernetes.io/',
  'service.beta.kubernetes.io/',
  'service.alpha.kubernetes.io/',
  'endpoints.kubernetes.io/',
  'cert-manager.io/inject-*',
  'apf.kubernetes.io/autoupdate-spec',
  'rbac.authorization.kubernetes.io/autoupdate',
  'cluster-autoscaler.kubernetes.io/',
  'karpenter.sh/',
  'eks.amazonaws.com/',
  'kubeadm.alpha.kubernetes.io/',
  'node.alpha.kubernetes.io/',
  'csi.volume.kubernetes.io/',
  'deployment.kubernetes.io/revision',
  'meta.helm.sh/release-name',
  'meta.helm.sh/release-namespace',
  'k8s.aliyun.com/eci-*',
  'alibabacloud.com/instance-id',
  'alibabacloud.com/burst-resource',
  'argocd.argoproj.io/tracking-id',
  'kustomize.toolkit.fluxcd.io/',
  'controller-gen.kubebuilder.io/version',
  'autoscaling.alpha.kubernetes.io/conditions',
];
const WHOLE = new Set(ANNOTATIONS.filter(name => !/[/*]$/.test(name)));
const PREFIXES = ANNOTATIONS.filter(name => /[/*]$/.test(name)).map(name => name.replace(/\*$/, ''));

/** Whether the value of this annotation is kept. */
export function keepsAnnotation(name: string): boolean {
  return WHOLE.has(name) || PREFIXES.some(prefix => name.startsWith(prefix));
}

const keepOwners = keeper(
  list(fields({ apiVersion: 'string', kind: 'string', name: 'string', controller: 'boolean' })),
);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 1024 ? value : undefined;

/** Undefined when there is no name. `listed`: the apiVersion that the object was read in. */
export function keepMetadata(value: unknown, listed: string, keeping: Keeping): ObjectMeta | undefined {
  if (!isRaw(value)) return undefined;
  const name = text(value['name']);
  if (name === undefined) return undefined;
  const share = keeping.share ?? (<T>(same: T): T => same);
  const meta: { -readonly [K in keyof ObjectMeta]: ObjectMeta[K] } = { name };
  const namespace = text(value['namespace']);
  if (namespace !== undefined && namespace !== '') meta.namespace = share(namespace);
  const labels = keepStringMap(value['labels']);
  if (labels !== undefined) meta.labels = share(labels);
  const annotations = keepStringMap(value['annotations'], keepsAnnotation);
  if (annotations !== undefined && Object.keys(annotations).length > 0) meta.annotations = share(annotations);
  if (typeof value['generation'] === 'number') meta.generation = value['generation'];
  const created = text(value['creationTimestamp']);
  if (created !== undefined) meta.creationTimestamp = created;
  const deleted = text(value['deletionTimestamp']);
  if (deleted !== undefined) meta.deletionTimestamp = deleted;
  const { finalizers } = value;
  if (Array.isArray(finalizers)) meta.finalizers = share(finalizers.flatMap(item => text(item) ?? []).slice(0, 50));
  const owners = keepOwners(value['ownerReferences'], keeping) as readonly OwnerReference[] | undefined;
  if (owners !== undefined && owners.length > 0) meta.ownerReferences = share(owners);
  const lastApplied = lastAppliedVersion(value);
  if (lastApplied !== undefined) meta.lastApplied = share(lastApplied);
  const writers = writersOf(value, listed, lastApplied !== undefined && lastApplied !== listed);
  if (writers !== undefined) meta.writers = share(writers);
  return meta;
}

function lastAppliedVersion(metadata: Raw): string | undefined {
  const annotation = isRaw(metadata['annotations']) ? metadata['annotations'][LAST_APPLIED] : undefined;
  if (typeof annotation !== 'string') return text(metadata['lastApplied']);
  // kubectl writes its keys sorted, so the version nearly always comes first.
  const first = /^\s*\{"apiVersion":"([^"\\]{1,200})"/.exec(annotation)?.[1];
  if (first !== undefined) return ownCopy(first);
  try {
    const parsed = JSON.parse(annotation) as unknown;
    return isRaw(parsed) ? text(parsed['apiVersion']) : undefined;
  } catch {
    return undefined;
  }
}

const STABLE = /(?:^|\/)v\d+$/;

function writersOf(metadata: Raw, listed: string, applied: boolean): readonly Writer[] | undefined {
  const { managedFields } = metadata;
  if (!Array.isArray(managedFields)) return savedWriters(metadata['writers']);
  const telling =
    (applied && managedFields.length > 0) ||
    managedFields.some(
      (entry: unknown) =>
        isRaw(entry) &&
        typeof entry['apiVersion'] === 'string' &&
        (entry['apiVersion'] !== listed || !STABLE.test(entry['apiVersion'])),
    );
  if (!telling) return undefined;
  return managedFields.slice(0, 100).flatMap((entry: unknown) => {
    if (!isRaw(entry)) return [];
    const fieldsV1 = isRaw(entry['fieldsV1']) ? Object.keys(entry['fieldsV1']) : [];
    const managed = fieldsV1.filter(key => key.startsWith('f:')).map(key => ownCopy(key.slice(2, 80)));
    return writer(entry, managed.slice(0, 20).sort());
  });
}

function savedWriters(value: unknown): readonly Writer[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.slice(0, 100).flatMap((entry: unknown) => {
    if (!isRaw(entry)) return [];
    const managed = Array.isArray(entry['fields']) ? entry['fields'].flatMap(item => text(item) ?? []) : [];
    return writer(entry, managed.slice(0, 20));
  });
}

function writer(entry: Raw, managed: readonly string[]): readonly Writer[] {
  const apiVersion = text(entry['apiVersion']);
  if (apiVersion === undefined) return [];
  return [
    {
      manager: text(entry['manager']) ?? '',
      operation: entry['operation'] === 'Apply' ? 'Apply' : 'Update',
      apiVersion,
      time: text(entry['time']) ?? null,
      fields: managed,
      subresource: text(entry['subresource']) || null,
    },
  ];
}
