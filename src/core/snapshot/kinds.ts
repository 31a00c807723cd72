/** Every kind that a collection reads: where it is served, and what is kept of its objects. */
import { ecosystem } from './ecosystem';
import { keepMetadata, type ObjectMeta } from './metadata';
import { platform } from './platform';
import { isRaw, type Keep, type Keeping, keeper, type Kept } from './shape';
import { workloads } from './workloads';

const shapes = { ...workloads, ...platform, ...ecosystem } as const;

export type KindName = keyof typeof shapes;
/** An object as a snapshot holds it: the same field names as on the server, but only the fields that checks read. */
export type KindObject<K extends KindName> = { readonly metadata: ObjectMeta } & Kept<(typeof shapes)[K]>;

export type Pod = KindObject<'pods'>;
export type Node = KindObject<'nodes'>;
export type PodTemplate = NonNullable<NonNullable<KindObject<'deployments'>['spec']>['template']>;
export type PodSpec = NonNullable<PodTemplate['spec']>;
export type Container = NonNullable<PodSpec['containers']>[number];
export type LabelSelector = NonNullable<NonNullable<KindObject<'poddisruptionbudgets'>['spec']>['selector']>;
export type Condition = NonNullable<NonNullable<KindObject<'nodes'>['status']>['conditions']>[number];
export type Webhook = NonNullable<KindObject<'validatingwebhookconfigurations'>['webhooks']>[number];

export interface Kind {
  readonly group: string;
  readonly kind: string;
  readonly resource: string;
  /** Versions to prefer, best first; the group's preferred version comes after them. */
  readonly versions?: readonly string[];
  /** Part of the query that narrows the list. */
  readonly query?: string;
  /** Objects a page where they are large. */
  readonly limit?: number;
  /** At most this many objects are kept; what is left out is counted. */
  readonly most?: number;
}

const kind = (
  group: string,
  name: string,
  resource: string,
  more: Omit<Kind, 'group' | 'kind' | 'resource'> = {},
): Kind => ({
  group,
  kind: name,
  resource,
  ...more,
});

const APPS = 'apps';
const RBAC = 'rbac.authorization.k8s.io';
const STORAGE = 'storage.k8s.io';
const NETWORKING = 'networking.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const FLOWCONTROL = 'flowcontrol.apiserver.k8s.io';

export const KINDS: Readonly<Record<KindName, Kind>> = {
  nodes: kind('', 'Node', 'nodes', { limit: 100 }),
  namespaces: kind('', 'Namespace', 'namespaces'),
  pods: kind('', 'Pod', 'pods'),
  replicationcontrollers: kind('', 'ReplicationController', 'replicationcontrollers'),
  services: kind('', 'Service', 'services'),
  serviceaccounts: kind('', 'ServiceAccount', 'serviceaccounts'),
  resourcequotas: kind('', 'ResourceQuota', 'resourcequotas'),
  persistentvolumes: kind('', 'PersistentVolume', 'persistentvolumes'),
  persistentvolumeclaims: kind('', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  events: kind('', 'Event', 'events', { query: 'fieldSelector=type%3DWarning', most: 5000 }),
  deployments: kind(APPS, 'Deployment', 'deployments'),
  statefulsets: kind(APPS, 'StatefulSet', 'statefulsets'),
  daemonsets: kind(APPS, 'DaemonSet', 'daemonsets'),
  replicasets: kind(APPS, 'ReplicaSet', 'replicasets'),
  jobs: kind('batch', 'Job', 'jobs'),
  cronjobs: kind('batch', 'CronJob', 'cronjobs', { versions: ['v1'] }),
  horizontalpodautoscalers: kind('autoscaling', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers', {
    versions: ['v2', 'v1'],
  }),
  poddisruptionbudgets: kind('policy', 'PodDisruptionBudget', 'poddisruptionbudgets', { versions: ['v1'] }),
  podsecuritypolicies: kind('policy', 'PodSecurityPolicy', 'podsecuritypolicies'),
  endpointslices: kind('discovery.k8s.io', 'EndpointSlice', 'endpointslices', { versions: ['v1'] }),
  ingresses: kind(NETWORKING, 'Ingress', 'ingresses', { versions: ['v1'] }),
  ingressclasses: kind(NETWORKING, 'IngressClass', 'ingressclasses', { versions: ['v1'] }),
  networkpolicies: kind(NETWORKING, 'NetworkPolicy', 'networkpolicies'),
  storageclasses: kind(STORAGE, 'StorageClass', 'storageclasses', { versions: ['v1'] }),
  csidrivers: kind(STORAGE, 'CSIDriver', 'csidrivers', { versions: ['v1'] }),
  csinodes: kind(STORAGE, 'CSINode', 'csinodes', { versions: ['v1'] }),
  volumeattachments: kind(STORAGE, 'VolumeAttachment', 'volumeattachments', { versions: ['v1'] }),
  validatingwebhookconfigurations: kind(
    ADMISSION,
    'ValidatingWebhookConfiguration',
    'validatingwebhookconfigurations',
    {
      versions: ['v1'],
      limit: 100,
    },
  ),
  mutatingwebhookconfigurations: kind(ADMISSION, 'MutatingWebhookConfiguration', 'mutatingwebhookconfigurations', {
    versions: ['v1'],
    limit: 100,
  }),
  validatingadmissionpolicies: kind(ADMISSION, 'ValidatingAdmissionPolicy', 'validatingadmissionpolicies', {
    versions: ['v1'],
  }),
  validatingadmissionpolicybindings: kind(
    ADMISSION,
    'ValidatingAdmissionPolicyBinding',
    'validatingadmissionpolicybindings',
    { versions: ['v1'] },
  ),
  customresourcedefinitions: kind('apiextensions.k8s.io', 'CustomResourceDefinition', 'customresourcedefinitions', {
    versions: ['v1'],
    limit: 25,
  }),
  apiservices: kind('apiregistration.k8s.io', 'APIService', 'apiservices', { versions: ['v1'] }),
  clusterroles: kind(RBAC, 'ClusterRole', 'clusterroles', { versions: ['v1'] }),
  roles: kind(RBAC, 'Role', 'roles', { versions: ['v1'] }),
  clusterrolebindings: kind(RBAC, 'ClusterRoleBinding', 'clusterrolebindings', { versions: ['v1'] }),
  rolebindings: kind(RBAC, 'RoleBinding', 'rolebindings', { versions: ['v1'] }),
  flowschemas: kind(FLOWCONTROL, 'FlowSchema', 'flowschemas', { versions: ['v1'] }),
  prioritylevelconfigurations: kind(FLOWCONTROL, 'PriorityLevelConfiguration', 'prioritylevelconfigurations', {
    versions: ['v1'],
  }),
  priorityclasses: kind('scheduling.k8s.io', 'PriorityClass', 'priorityclasses', { versions: ['v1'] }),
  runtimeclasses: kind('node.k8s.io', 'RuntimeClass', 'runtimeclasses', { versions: ['v1'] }),
  leases: kind('coordination.k8s.io', 'Lease', 'leases', { versions: ['v1'] }),
  certificatesigningrequests: kind('certificates.k8s.io', 'CertificateSigningRequest', 'certificatesigningrequests', {
    versions: ['v1'],
    most: 1000,
  }),
  nodemetrics: kind('metrics.k8s.io', 'NodeMetrics', 'nodes'),
  nodepools: kind('karpenter.sh', 'NodePool', 'nodepools', { versions: ['v1'] }),
  provisioners: kind('karpenter.sh', 'Provisioner', 'provisioners'),
  nodeclaims: kind('karpenter.sh', 'NodeClaim', 'nodeclaims', { versions: ['v1'] }),
  ec2nodeclasses: kind('karpenter.k8s.aws', 'EC2NodeClass', 'ec2nodeclasses', { versions: ['v1'] }),
  velerobackups: kind('velero.io', 'Backup', 'backups', { most: 1000 }),
  veleroschedules: kind('velero.io', 'Schedule', 'schedules'),
  backupstoragelocations: kind('velero.io', 'BackupStorageLocation', 'backupstoragelocations'),
  eniconfigs: kind('crd.k8s.amazonaws.com', 'ENIConfig', 'eniconfigs'),
  securitygrouppolicies: kind('vpcresources.k8s.aws', 'SecurityGroupPolicy', 'securitygrouppolicies'),
  prometheusrules: kind('monitoring.coreos.com', 'PrometheusRule', 'prometheusrules', { most: 2000 }),
};

export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

const keepers = new Map<KindName, Keep>(KIND_NAMES.map(name => [name, keeper(shapes[name])]));

/** The part of an object that checks read; undefined for what is no object with a name. `listed`: its list's apiVersion. */
export function keepObject<K extends KindName>(
  name: K,
  raw: unknown,
  listed: string,
  keeping: Keeping,
): KindObject<K> | undefined {
  if (!isRaw(raw)) return undefined;
  const metadata = keepMetadata(raw['metadata'], listed, keeping);
  if (metadata === undefined) return undefined;
  const rest = keepers.get(name)?.(raw, keeping) as Record<string, unknown>;
  return { metadata, ...rest } as KindObject<K>;
}
