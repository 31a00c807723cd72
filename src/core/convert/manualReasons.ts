/** Why a person has to decide, and what to do instead, for the kinds that no conversion is written for. */
import { message, type Message } from '../model/message';
import { type Resource } from '../yaml/resources';
import { adviseForPolicy, namespaceLabels } from './podSecurity';

interface Row {
  readonly groups: readonly string[];
  /** Kinds of these groups; all of them when left out. */
  readonly kinds?: readonly string[];
  readonly key: string;
}

/** First match counts. "" is the core group. */
const ROWS: readonly Row[] = [
  { groups: [''], kinds: ['Endpoints'], key: 'manual.endpoints' },
  { groups: [''], kinds: ['ComponentStatus'], key: 'manual.componentStatus' },
  { groups: [''], kinds: ['Policy'], key: 'manual.schedulerPolicy' },
  { groups: [''], kinds: ['EncryptionConfig'], key: 'manual.config' },
  { groups: ['apps', 'extensions'], kinds: ['DeploymentRollback', 'Scale'], key: 'manual.payload' },
  { groups: ['apps'], kinds: ['PetSet'], key: 'manual.petSet' },
  { groups: ['extensions'], kinds: ['ThirdPartyResource'], key: 'manual.thirdPartyResource' },
  { groups: ['admissionregistration.k8s.io'], kinds: ['InitializerConfiguration'], key: 'manual.initializers' },
  {
    groups: ['admissionregistration.k8s.io'],
    kinds: ['ExternalAdmissionHookConfiguration'],
    key: 'manual.externalAdmissionHook',
  },
  { groups: ['auditregistration.k8s.io'], key: 'manual.auditSink' },
  { groups: ['settings.k8s.io'], key: 'manual.podPreset' },
  { groups: ['networking.k8s.io'], kinds: ['ClusterCIDR'], key: 'manual.clusterCIDR' },
  { groups: ['certificates.k8s.io'], kinds: ['CertificateSigningRequest'], key: 'manual.csr' },
  { groups: ['certificates.k8s.io'], kinds: ['PodCertificateRequest'], key: 'manual.podCertificateRequest' },
  { groups: ['resource.k8s.io'], kinds: ['ResourcePoolStatusRequest'], key: 'manual.noSuccessor' },
  { groups: ['resource.k8s.io'], key: 'manual.dynamicResources' },
  { groups: ['scheduling.k8s.io'], kinds: ['Workload', 'PodGroup'], key: 'manual.workload' },
  { groups: ['lifecycle.k8s.io', 'coordination.k8s.io'], key: 'manual.noSuccessor' },
  { groups: ['kubeadm.k8s.io'], key: 'manual.kubeadm' },
  {
    groups: ['kubescheduler.config.k8s.io', 'componentconfig'],
    kinds: ['KubeSchedulerConfiguration'],
    key: 'manual.scheduler',
  },
  { groups: ['client.authentication.k8s.io'], key: 'manual.execCredential' },
  { groups: ['audit.k8s.io'], kinds: ['Event', 'EventList'], key: 'manual.auditEvent' },
  {
    groups: [
      'apiserver.config.k8s.io',
      'apiserver.k8s.io',
      'componentconfig',
      'kubelet.config.k8s.io',
      'resourcequota.admission.k8s.io',
    ],
    key: 'manual.config',
  },
];

/** The reason for a kind, undefined when none is known. `resource` is looked at for PodSecurityPolicy. */
export function manualReason(resource: Resource, apiVersion: string): Message | undefined {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const { kind } = resource;
  if (kind === 'PodSecurityPolicy' && (group === 'policy' || group === 'extensions')) return policyReason(resource);
  const row = ROWS.find(each => each.groups.includes(group) && (each.kinds?.includes(kind) ?? true));
  return row && (row.key === 'manual.noSuccessor' ? message(row.key, { kind }) : message(row.key));
}

function policyReason(resource: Resource): Message {
  const advice = adviseForPolicy(resource.map);
  if ('unknown' in advice) return message('manual.podSecurityPolicy.unknown', { field: advice.unknown });
  return message('manual.podSecurityPolicy.level', { level: advice.level });
}

/** What else to say about a policy: the labels to paste, what keeps it from a stricter level, and what its pods lose. */
export function policyAdvice(resource: Resource): Message[] {
  const advice = adviseForPolicy(resource.map);
  if ('unknown' in advice) return [];
  const because = (level: string, fields: readonly string[]): Message[] =>
    fields.length === 0 ? [] : [message('manual.podSecurityPolicy.because', { level, fields: fields.join(', ') })];
  return [
    message('manual.podSecurityPolicy.labels', { labels: namespaceLabels(advice.level) }),
    ...because('baseline', advice.notBaseline),
    ...because(
      'restricted',
      advice.notRestricted.filter(field => !advice.notBaseline.includes(field)),
    ),
    ...(advice.lost.length > 0 ? [message('manual.podSecurityPolicy.lost', { fields: advice.lost.join(', ') })] : []),
    message('manual.podSecurityPolicy.rbac'),
  ];
}
