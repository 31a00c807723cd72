/** The fields of the rule `deprecated-field`. Most servers accept them without a word. */
import { type Converter } from '../convert/converter';
import { message } from '../model/message';
import { type FieldSpec } from './fieldSpec';
import { type Entry } from './places';
import { enhancement, pull, SOURCE } from './sources';

const SILENT = {
  ends: null,
  end: null,
  warns: null,
  replacement: null,
  since: null,
  sources: [SOURCE.coreTypes],
} as const;

export const deprecatedFields: readonly FieldSpec[] = [
  {
    ...SILENT,
    name: 'spec.serviceAccount',
    where: 'Pod, pod templates',
    kinds: ['Pod'],
    path: ['serviceAccount'],
    deprecated: '1.14',
    replacement: 'serviceAccountName',
    fix: toServiceAccountName,
  },
  {
    ...SILENT,
    name: 'spec.loadBalancerIP',
    where: 'Service',
    kinds: ['Service'],
    path: ['spec', 'loadBalancerIP'],
    deprecated: '1.24',
    fix: message('fields.manual.loadBalancerIP'),
  },
  {
    ...SILENT,
    name: 'spec.externalIPs',
    where: 'Service',
    kinds: ['Service'],
    path: ['spec', 'externalIPs'],
    deprecated: '1.36',
    warns: '1.36',
    note: message('fields.note.externalIPs'),
    sources: [SOURCE.serviceWarnings, enhancement(5707)],
    fix: message('fields.manual.externalIPs'),
  },
  {
    ...SILENT,
    name: 'metadata.selfLink',
    where: '*',
    kinds: ['*'],
    path: ['metadata', 'selfLink'],
    deprecated: '1.16',
    ends: '1.24',
    end: 'no-effect',
    sources: [SOURCE.openapi, pull(107527)],
    fix: 'delete',
  },
  {
    ...SILENT,
    name: 'spec.configSource',
    where: 'Node',
    kinds: ['Node'],
    path: ['spec', 'configSource'],
    deprecated: '1.22',
    ends: '1.24',
    end: 'no-effect',
    sources: [SOURCE.openapi, enhancement(281)],
    fix: message('fields.manual.configSource'),
  },
  {
    ...SILENT,
    name: 'spec.externalID',
    where: 'Node',
    kinds: ['Node'],
    path: ['spec', 'externalID'],
    deprecated: '1.14',
    warns: '1.32',
    sources: ['https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/registry/core/node/strategy.go'],
    fix: 'delete',
  },
  {
    ...SILENT,
    name: 'endpoints[].deprecatedTopology',
    where: 'EndpointSlice (discovery.k8s.io/v1)',
    kinds: ['EndpointSlice'],
    apiVersions: ['discovery.k8s.io/v1'],
    path: ['endpoints', '*', 'deprecatedTopology'],
    deprecated: '1.21',
    replacement: 'endpoints[].nodeName, zone',
    sources: ['https://github.com/kubernetes/api/blob/v0.36.3/discovery/v1/types.go'],
    fix: message('fields.manual.deprecatedTopology'),
  },
  ...['initContainers', 'containers'].flatMap(list =>
    ['postStart', 'preStop'].map<FieldSpec>(hook => ({
      ...SILENT,
      name: `spec.${list}[].lifecycle.${hook}.tcpSocket`,
      where: 'Pod, pod templates',
      kinds: ['Pod'],
      path: [list, '*', 'lifecycle', hook, 'tcpSocket'],
      deprecated: '1.23',
      fix: message('fields.manual.tcpSocket'),
    })),
  ),
  ...['pkixPublicKey', 'proofOfPossession'].map<FieldSpec>(field => ({
    ...SILENT,
    name: `spec.${field}`,
    where: 'PodCertificateRequest (certificates.k8s.io/v1beta1)',
    kinds: ['PodCertificateRequest'],
    apiVersions: ['certificates.k8s.io/v1beta1'],
    path: ['spec', field],
    deprecated: '1.36',
    replacement: 'spec.stubPKCS10Request',
    since: '1.36',
    sources: [SOURCE.openapi],
    fix: message('fields.manual.podCertificate'),
  })),
];

/** The old name says the same; where both stand, the new one wins. */
function toServiceAccountName(c: Converter, { view }: Entry): void {
  const old = c.scalar(view, 'serviceAccount', { copyOnly: true }) ?? c.manual(message('fix.stale'));
  const name = c.scalar(view, 'serviceAccountName', { copyOnly: true });
  if (!name) return c.edits.rename(view, old.pair, 'serviceAccountName');
  if (name.text === undefined || name.text !== old.text)
    c.manual(message('fields.manual.differs', { field: 'serviceAccountName' }));
  c.edits.remove(view, old.pair);
}
