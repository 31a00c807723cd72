/** The values of the rule `deprecated-value`. */
import { message } from '../model/message';
import { type FieldSpec } from './fieldSpec';
import { pull, SOURCE } from './sources';

const PLAIN = { ends: null, end: null, warns: null, replacement: null, since: null } as const;
const WEBHOOKS = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

export const deprecatedValues: readonly FieldSpec[] = [
  {
    ...PLAIN,
    name: 'spec.trafficDistribution: PreferClose',
    where: 'Service',
    kinds: ['Service'],
    path: ['spec', 'trafficDistribution'],
    values: ['PreferClose'],
    deprecated: '1.35',
    warns: '1.35',
    replacement: 'PreferSameZone',
    since: '1.35',
    sources: [SOURCE.serviceWarnings, pull(134457)],
    fix: (c, { view }) => {
      const field = c.scalar(view, 'trafficDistribution') ?? c.manual(message('fix.stale'));
      c.edits.setScalar(view, field.scalar, 'PreferSameZone');
      c.notes.push(message('fields.note.since', { field: 'PreferSameZone', version: '1.35' }));
    },
  },
  {
    ...PLAIN,
    name: 'addressType: FQDN',
    where: 'EndpointSlice',
    kinds: ['EndpointSlice'],
    path: ['addressType'],
    values: ['FQDN'],
    deprecated: '1.27',
    warns: '1.27',
    replacement: 'IPv4, IPv6',
    sources: [SOURCE.sliceStrategy, pull(114677)],
    fix: message('fields.manual.fqdn'),
  },
  {
    ...PLAIN,
    name: 'addressType: IP',
    where: 'EndpointSlice',
    kinds: ['EndpointSlice'],
    path: ['addressType'],
    values: ['IP'],
    deprecated: '1.17',
    ends: '1.20',
    end: 'refused',
    replacement: 'IPv4, IPv6',
    since: '1.17',
    sources: [pull(96440), 'https://github.com/kubernetes/api/blob/v0.19.16/discovery/v1beta1/types.go'],
    fix: message('fields.manual.addressTypeIP'),
  },
  {
    ...PLAIN,
    name: 'spec.persistentVolumeReclaimPolicy: Recycle',
    where: 'PersistentVolume',
    kinds: ['PersistentVolume'],
    path: ['spec', 'persistentVolumeReclaimPolicy'],
    values: ['Recycle'],
    deprecated: '1.10',
    warns: '1.30',
    sources: [SOURCE.volumeWarnings, pull(59063), pull(122339)],
    fix: message('fields.manual.recycle'),
  },
  {
    ...PLAIN,
    name: 'webhooks[].sideEffects: Unknown, Some',
    where: 'MutatingWebhookConfiguration, ValidatingWebhookConfiguration (admissionregistration.k8s.io/v1)',
    kinds: WEBHOOKS,
    apiVersions: ['admissionregistration.k8s.io/v1'],
    path: ['webhooks', '*', 'sideEffects'],
    values: ['Unknown', 'Some'],
    deprecated: null,
    ends: '1.16',
    end: 'refused',
    replacement: 'None, NoneOnDryRun',
    sources: [`${SOURCE.guide}#webhook-resources-v122`],
    fix: message('fields.manual.sideEffects'),
  },
  {
    ...PLAIN,
    name: 'spec.signerName: kubernetes.io/legacy-unknown',
    where: 'CertificateSigningRequest (certificates.k8s.io/v1)',
    kinds: ['CertificateSigningRequest'],
    apiVersions: ['certificates.k8s.io/v1'],
    path: ['spec', 'signerName'],
    values: ['kubernetes.io/legacy-unknown'],
    deprecated: null,
    ends: '1.19',
    end: 'refused',
    sources: [`${SOURCE.guide}#certificatesigningrequest-v122`],
    fix: message('fields.manual.signer'),
  },
];
