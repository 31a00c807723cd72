// APIs, extension API servers and custom resources: what breaks at the step, and what only looks like it. Long file: one table of cases.
import { describe } from 'node:test';
import available from '../../../src/core/checks/apiservice-available';
import serviceCertificates from '../../../src/core/checks/apiservice-certificates';
import conditions from '../../../src/core/checks/crd-conditions';
import conversion from '../../../src/core/checks/crd-conversion';
import deprecatedVersions from '../../../src/core/checks/crd-deprecated-versions';
import stored from '../../../src/core/checks/crd-stored-versions';
import inUse from '../../../src/core/checks/deprecated-apis-in-use';
import endpoints from '../../../src/core/checks/hand-made-endpoints';
import labels from '../../../src/core/checks/pod-security-labels';
import policies from '../../../src/core/checks/pod-security-policies';
import served from '../../../src/core/checks/removed-apis-served';
import { type Metrics, type Snapshot } from '../../../src/core/readiness';
import { forbidden, type RawLists, type RawObject } from '../cluster/snapshots';
import { type Case, clean, namespace, object, planted } from './cases';

const api = (name: string, status: string, spec: RawObject = {}, since = '2026-11-21T11:00:00Z'): RawObject =>
  object(name, {
    spec: {
      group: 'metrics.k8s.io',
      version: 'v1beta1',
      service: { namespace: 'kube-system', name: 'metrics-server' },
      ...spec,
    },
    status: {
      conditions: [
        { type: 'Available', status, reason: 'MissingEndpoints', message: 'no endpoints', lastTransitionTime: since },
      ],
    },
  });
const scaler = object('shop/web', {
  spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' }, metrics: [{ type: 'Resource' }] },
});

describe('apiservice-available', () => {
  const name = 'v1beta1.metrics.k8s.io';
  const gone = api(name, 'False');
  const stuck = object('old', {
    status: { phase: 'Terminating', conditions: [{ type: 'NamespaceDeletionDiscoveryFailure', status: 'True' }] },
  });
  planted('APISVC-AVAIL', available, 'nobody uses it', { lists: { apiservices: [gone] } }, [`warn APIService ${name}`]);
  planted(
    'APISVC-AVAIL',
    available,
    'an autoscaler needs it',
    { lists: { apiservices: [gone], horizontalpodautoscalers: [scaler] } },
    [`fail APIService ${name}`],
  );
  planted('APISVC-AVAIL', available, 'a namespace cannot go', { lists: { apiservices: [gone], namespaces: [stuck] } }, [
    `fail APIService ${name}`,
  ]);
  clean('APISVC-AVAIL', available, 'available', { lists: { apiservices: [api(name, 'True')] } });
  clean('APISVC-AVAIL', available, 'away for a minute', {
    lists: { apiservices: [api(name, 'False', {}, '2026-11-21T11:59:10Z')] },
  });
  clean('APISVC-AVAIL', available, 'no backend of its own', {
    lists: { apiservices: [api('v1.apps', 'False', { service: undefined })] },
  });
});

describe('apiservice-certificates', () => {
  const until = (notAfter: string): Case => ({
    lists: {
      apiservices: [
        api('v1.x', 'True', {
          caBundle: {
            certificates: [
              { notBefore: '2020-01-01T00:00:00Z', notAfter, ca: true, selfSigned: true, subjectAltName: false },
            ],
          },
        }),
      ],
    },
  });
  planted('APISVC-TLS', serviceCertificates, 'expired', until('2026-11-01T00:00:00Z'), ['fail APIService v1.x']);
  planted('APISVC-TLS', serviceCertificates, 'ends soon', until('2026-12-01T00:00:00Z'), ['warn APIService v1.x']);
  planted(
    'APISVC-TLS',
    serviceCertificates,
    'not verified',
    { lists: { apiservices: [api('v1.x', 'True', { insecureSkipTLSVerify: true })] } },
    ['info APIService v1.x'],
  );
  clean('APISVC-TLS', serviceCertificates, 'good for years', until('2036-11-01T00:00:00Z'));
});

const version = (name: string, more: RawObject = {}): RawObject => ({ name, served: true, storage: false, ...more });
const definition = (spec: RawObject, status: RawObject = {}): RawObject =>
  object('widgets.example.com', {
    spec: {
      group: 'example.com',
      names: { plural: 'widgets', kind: 'Widget' },
      versions: [version('v1', { storage: true })],
      ...spec,
    },
    status: { storedVersions: ['v1'], ...status },
  });
const crd = (state: string): string[] => [`${state} CustomResourceDefinition widgets.example.com`];
const defined = (
  spec: RawObject,
  status: RawObject = {},
  lists: RawLists = {},
  more: Partial<Snapshot> = {},
): Case => ({
  lists: { customresourcedefinitions: [definition(spec, status)], ...lists },
  more,
});

describe('crd-stored-versions', () => {
  const two = (more: RawObject): RawObject => ({
    versions: [version('v1', { storage: true }), version('v1beta1', more)],
  });
  const both = { storedVersions: ['v1beta1', 'v1'] };
  planted(
    'CRD-STORED',
    stored,
    'an old version that is no longer served',
    defined(two({ served: false }), both),
    crd('warn'),
  );
  planted('CRD-STORED', stored, 'a deprecated one', defined(two({ deprecated: true }), both), crd('warn'));
  planted(
    'CRD-STORED',
    stored,
    'the middle of every migration is for information',
    defined(two({}), both),
    crd('info'),
  );
  clean('CRD-STORED', stored, 'several versions, one of them stored', defined(two({})));
});

describe('crd-deprecated-versions', () => {
  planted(
    'CRD-DEPRECATED',
    deprecatedVersions,
    'served and deprecated',
    defined({
      versions: [
        version('v1', { storage: true }),
        version('v1alpha1', { deprecated: true, deprecationWarning: 'use v1' }),
      ],
    }),
    crd('warn'),
  );
  clean(
    'CRD-DEPRECATED',
    deprecatedVersions,
    'deprecated and no longer served',
    defined({ versions: [version('v1', { storage: true }), version('v1alpha1', { deprecated: true, served: false })] }),
  );
});

describe('crd-conversion', () => {
  const webhook = {
    strategy: 'Webhook',
    webhook: { clientConfig: { service: { namespace: 'hooks', name: 'convert' } } },
  };
  const two = { conversion: webhook, versions: [version('v1', { storage: true }), version('v1beta1')] };
  const spaces = { namespaces: [namespace('hooks')] };
  const objects = (value: number): Partial<Snapshot> => ({
    instances: { 'widgets.example.com': { state: 'read', value } },
  });
  const alive: RawLists = {
    ...spaces,
    services: [object('hooks/convert', { spec: { selector: { app: 'convert' }, ports: [{ port: 443 }] } })],
    endpointslices: [
      object(
        'hooks/convert-1',
        { endpoints: [{ addresses: ['10.0.0.1'] }] },
        { labels: { 'kubernetes.io/service-name': 'convert' } },
      ),
    ],
  };
  planted(
    'CRD-CONV',
    conversion,
    'no backend and objects to convert',
    defined(two, {}, spaces, objects(7)),
    crd('fail'),
  );
  planted('CRD-CONV', conversion, 'no objects', defined(two, {}, spaces, objects(0)), crd('warn'));
  planted('CRD-CONV', conversion, 'objects not counted', defined(two, {}, spaces), crd('warn'));
  planted(
    'CRD-CONV',
    conversion,
    'nothing needs converting',
    defined({ conversion: webhook }, {}, spaces, objects(7)),
    crd('info'),
  );
  clean('CRD-CONV', conversion, 'a backend answers', defined(two, {}, alive, objects(7)));
  clean('CRD-CONV', conversion, 'no conversion', defined({ conversion: { strategy: 'None' } }, {}, spaces, objects(7)));
});

describe('crd-conditions', () => {
  const condition = (type: string, status: string): RawObject => ({ conditions: [{ type, status, message: 'why' }] });
  for (const [type, status] of [
    ['NonStructuralSchema', 'True'],
    ['NamesAccepted', 'False'],
    ['Established', 'False'],
    ['Terminating', 'True'],
  ] as const) {
    planted('CRD-NONSTRUCT', conditions, type, defined({}, condition(type, status)), crd('warn'));
  }
  clean('CRD-NONSTRUCT', conditions, 'established', defined({}, condition('Established', 'True')));
});

describe('pod-security-policies', () => {
  const policy = (name: string): RawObject => object(name);
  const role = (resourceNames?: readonly string[]): RawObject =>
    object('user', {
      rules: [{ apiGroups: ['policy'], resources: ['podsecuritypolicies'], verbs: ['use'], resourceNames }],
    });
  const binding = object('users', {
    roleRef: { kind: 'ClusterRole', name: 'user' },
    subjects: [{ kind: 'Group', name: 'system:authenticated' }],
  });
  const to25 = (lists: RawLists): Case => ({ from: '1.24', to: '1.25', lists });
  planted(
    'PSP',
    policies,
    'somebody may use it',
    to25({ podsecuritypolicies: [policy('strict')], clusterroles: [role(['strict'])], clusterrolebindings: [binding] }),
    ['fail PodSecurityPolicy strict'],
  );
  planted(
    'PSP',
    policies,
    'who may use it cannot be read',
    to25({ podsecuritypolicies: [policy('strict')], clusterroles: forbidden('clusterroles') }),
    ['fail PodSecurityPolicy strict'],
  );
  planted(
    'PSP',
    policies,
    'nobody may use it',
    to25({ podsecuritypolicies: [policy('strict')], clusterroles: [role(['other'])], clusterrolebindings: [binding] }),
    ['info PodSecurityPolicy strict'],
  );
  clean(
    'PSP',
    policies,
    'what providers preinstall',
    to25({
      podsecuritypolicies: [policy('eks.privileged'), policy('ack.privileged'), policy('gce.privileged')],
      clusterroles: [role()],
      clusterrolebindings: [binding],
    }),
  );
  clean('PSP', policies, 'behind already', { lists: { podsecuritypolicies: [policy('strict')] } }, 'not-applicable');
  planted('PSP-PSA', labels, 'no namespace is labelled', { ...to25({ namespaces: [namespace('shop')] }) }, ['info']);
  clean(
    'PSP-PSA',
    labels,
    'one is',
    to25({ namespaces: [namespace('shop', { 'pod-security.kubernetes.io/enforce': 'baseline' })] }),
  );
});

describe('hand-made-endpoints', () => {
  const mirror = (name: string, manager = 'endpointslicemirroring-controller.k8s.io'): RawObject =>
    object(
      `${name}-x`,
      { endpoints: [] },
      {
        labels: { 'endpointslice.kubernetes.io/managed-by': manager, 'kubernetes.io/service-name': name.split('/')[1] },
      },
    );
  planted('API-ENDPOINTS', endpoints, 'mirrored', { lists: { endpointslices: [mirror('shop/db')] } }, [
    'info EndpointSlice shop/db-x',
  ]);
  clean('API-ENDPOINTS', endpoints, 'default/kubernetes, and those of controllers', {
    lists: { endpointslices: [mirror('default/kubernetes'), mirror('shop/web', 'endpointslice-controller.k8s.io')] },
  });
  clean(
    'API-ENDPOINTS',
    endpoints,
    'before 1.33',
    { from: '1.31', to: '1.32', lists: { endpointslices: [mirror('shop/db')] } },
    'not-applicable',
  );
});

describe('removed-apis-served', () => {
  const resource = (group: string, version_: string, name: string, kind: string) => ({
    group,
    version: version_,
    resource: name,
    kind,
    namespaced: true,
    verbs: ['list'],
  });
  const serving = (from: string, to: string, ...resources: ReturnType<typeof resource>[]): Case => ({
    ...{ from, to },
    more: { discovery: { state: 'read', value: { resources, preferred: {}, failedGroups: [] } } },
  });
  const psp = resource('policy', 'v1beta1', 'podsecuritypolicies', 'PodSecurityPolicy');
  planted('API-SERVED', served, 'no other version', serving('1.24', '1.25', psp), [
    'info PodSecurityPolicy podsecuritypolicies',
  ]);
  clean(
    'API-SERVED',
    served,
    'a newer version is served too',
    serving(
      '1.24',
      '1.25',
      resource('batch', 'v1beta1', 'cronjobs', 'CronJob'),
      resource('batch', 'v1', 'cronjobs', 'CronJob'),
    ),
  );
  clean('API-SERVED', served, 'later', serving('1.23', '1.24', psp));
});

describe('deprecated-apis-in-use', () => {
  const metrics = (
    removedRelease: string,
    verb: string,
    group = 'policy',
    resource = 'poddisruptionbudgets',
    version_ = 'v1beta1',
  ): Metrics => ({
    deprecated: [{ group, version: version_, resource, subresource: '', removedRelease }],
    requests: [{ group, version: version_, resource, subresource: '', verb, code: '200', count: 4 }],
    values: { processStart: 0, staleTokens: 0, webhooksMissingSan: 0, aggregatorMissingSan: 0 },
  });
  const asked = (value: Metrics, from = '1.24', to = '1.25'): Case => ({
    from,
    to,
    more: { metrics: { state: 'read', value } },
  });
  planted('API-REQ', inUse, 'written through a version that goes', asked(metrics('1.25', 'POST')), [
    'fail poddisruptionbudgets poddisruptionbudgets',
  ]);
  clean(
    'API-REQ',
    inUse,
    'an idle server’s own endpoints',
    asked(metrics('', 'WATCH', '', 'endpoints', 'v1'), '1.36', '1.37'),
  );
  const flow = (manager: string): Case => ({
    from: '1.28',
    to: '1.29',
    lists: {
      flowschemas: [
        object(
          'mine',
          {},
          {
            managedFields: [
              {
                manager,
                operation: 'Update',
                apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta2',
                time: '2026-01-01T00:00:00Z',
                fieldsV1: { 'f:spec': {} },
              },
            ],
          },
        ),
      ],
    },
  });
  planted('API-OBJ', inUse, 'an object written through a version that goes', flow('kubectl-client-side-apply'), [
    'warn FlowSchema mine',
  ]);
  clean('API-OBJ', inUse, 'written by the server itself', flow('kube-apiserver'));
  planted('FLOWCTL', inUse, 'a FlowSchema of one’s own', flow('kubectl-client-side-apply'), ['warn FlowSchema mine']);
  clean('FLOWCTL', inUse, 'a default of an old server', flow('api-priority-and-fairness-config-producer-v1'));
});
