/** The fields of the rule `removed-field`, by the OpenAPI of each release: there in one, gone in the next. */
import { type Converter } from '../convert/converter';
import { message } from '../model/message';
import { isScalar } from '../yaml/parse';
import { type FieldSpec } from './fieldSpec';
import { type Entry } from './places';
import { pull, SOURCE } from './sources';

const REMOVED = {
  deprecated: null,
  end: 'unknown',
  warns: null,
  replacement: null,
  since: null,
  fix: 'delete',
  sources: [SOURCE.openapi],
} as const;
const APPS = ['apps/v1', 'apps/v1beta2'];

export const removedFields: readonly FieldSpec[] = [
  {
    ...REMOVED,
    name: 'spec.ipFamily',
    where: 'Service',
    kinds: ['Service'],
    path: ['spec', 'ipFamily'],
    ends: '1.20',
    replacement: 'spec.ipFamilies',
    since: '1.20',
    fix: toFamilies,
  },
  {
    ...REMOVED,
    name: 'spec.topologyKeys',
    where: 'Service',
    kinds: ['Service'],
    path: ['spec', 'topologyKeys'],
    deprecated: '1.21',
    ends: '1.22',
    replacement: 'spec.trafficDistribution',
    since: '1.30',
    fix: message('fields.manual.topologyKeys'),
  },
  {
    ...REMOVED,
    name: 'spec.resourceClaims[].source',
    where: 'Pod, pod templates',
    kinds: ['Pod'],
    path: ['resourceClaims', '*', 'source'],
    ends: '1.31',
    replacement: 'resourceClaimName',
    since: '1.31',
    fix: hoist,
  },
  {
    ...REMOVED,
    name: 'spec.workloadRef',
    where: 'Pod, pod templates',
    kinds: ['Pod'],
    path: ['workloadRef'],
    ends: '1.36',
    replacement: 'spec.schedulingGroup',
    since: '1.36',
    fix: message('fields.manual.workloadRef'),
  },
  {
    ...REMOVED,
    name: 'spec.volumes[].ephemeral.readOnly',
    where: 'Pod, pod templates',
    kinds: ['Pod'],
    path: ['volumes', '*', 'ephemeral', 'readOnly'],
    ends: '1.21',
  },
  { ...REMOVED, name: 'status', where: 'NetworkPolicy', kinds: ['NetworkPolicy'], path: ['status'], ends: '1.28' },
  {
    ...REMOVED,
    name: 'status.resizeStatus',
    where: 'PersistentVolumeClaim',
    kinds: ['PersistentVolumeClaim'],
    path: ['status', 'resizeStatus'],
    ends: '1.28',
    sources: [SOURCE.openapi, pull(116335)],
  },
  {
    ...REMOVED,
    name: 'metadata.initializers',
    where: '*',
    kinds: ['*'],
    path: ['metadata', 'initializers'],
    deprecated: '1.14',
    ends: '1.16',
    sources: [SOURCE.openapi, pull(72972)],
  },
  {
    ...REMOVED,
    name: 'metadata.clusterName',
    where: '*',
    kinds: ['*'],
    path: ['metadata', 'clusterName'],
    deprecated: '1.24',
    ends: '1.25',
  },
  {
    ...REMOVED,
    name: 'series.state',
    where: 'Event',
    kinds: ['Event'],
    path: ['series', 'state'],
    deprecated: '1.14',
    ends: '1.19',
    sources: [SOURCE.openapi, pull(90449)],
  },
  {
    ...REMOVED,
    name: 'spec.rollbackTo',
    where: 'Deployment (apps/v1)',
    kinds: ['Deployment'],
    apiVersions: APPS,
    path: ['spec', 'rollbackTo'],
    ends: '1.16',
    sources: [SOURCE.guide],
  },
  {
    ...REMOVED,
    name: 'spec.templateGeneration',
    where: 'DaemonSet (apps/v1)',
    kinds: ['DaemonSet'],
    apiVersions: APPS,
    path: ['spec', 'templateGeneration'],
    ends: '1.16',
    sources: [SOURCE.guide],
  },
  ...['deviceClassName', 'selectors'].map<FieldSpec>(field => ({
    ...REMOVED,
    name: `spec.deviceSelector.${field}`,
    where: 'DeviceTaintRule (resource.k8s.io/v1alpha3)',
    kinds: ['DeviceTaintRule'],
    apiVersions: ['resource.k8s.io/v1alpha3'],
    path: ['spec', 'deviceSelector', field],
    ends: '1.35',
    fix: message('fields.manual.deviceSelector'),
  })),
];

/** `ipFamily: IPv6` becomes `ipFamilies: [IPv6]`. */
function toFamilies(c: Converter, { view }: Entry): void {
  const field = c.scalar(view, 'ipFamily') ?? c.manual(message('fix.stale'));
  if (field.text !== 'IPv4' && field.text !== 'IPv6')
    c.manual(message('fields.manual.value', { value: field.text ?? '' }));
  if (c.has(view, 'ipFamilies')) c.manual(message('fields.manual.differs', { field: 'spec.ipFamilies' }));
  c.edits.rename(view, field.pair, 'ipFamilies');
  c.edits.wrap(view, field.scalar, '[', ']');
}

/** What stood under `source` stands one level up. */
function hoist(c: Converter, { view }: Entry): void {
  const source = c.need(view, 'source');
  const field = c.field(view, 'source')!;
  for (const key of ['resourceClaimName', 'resourceClaimTemplateName']) {
    if (c.has(view, key)) c.manual(message('fields.manual.differs', { field: key }));
  }
  const entries = source.pairs.map(pair => {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const text = c.scalar(source, key)?.text;
    return { key, value: text ?? c.manual(message('fix.unexpected', { field: key })) };
  });
  c.edits.replacePair(view, field.pair, entries);
  c.notes.push(message('fields.note.since', { field: 'resourceClaims[].resourceClaimName', version: '1.31' }));
}
