// Admission webhooks and policies: what an upgrade can run into, and what only looks like it. Long file: one table of cases.
import { describe } from 'node:test';
import admissionPolicies from '../../../src/core/checks/admission-policies';
import backend from '../../../src/core/checks/webhook-backend';
import certificates from '../../../src/core/checks/webhook-certificates';
import matchPolicy from '../../../src/core/checks/webhook-match-policy';
import own from '../../../src/core/checks/webhook-own-namespace';
import reach from '../../../src/core/checks/webhook-reach';
import review from '../../../src/core/checks/webhook-review-versions';
import san from '../../../src/core/checks/webhook-san';
import single from '../../../src/core/checks/webhook-single-backend';
import timeout from '../../../src/core/checks/webhook-timeout';
import url from '../../../src/core/checks/webhook-url';
import virtual from '../../../src/core/checks/webhook-virtual-resources';
import { type MetricValues } from '../../../src/core/readiness';
import { type RawLists, type RawObject } from '../cluster/snapshots';
import { type Case, clean, namespace, object, planted, pod } from './cases';

const rule = (resources: readonly string[], apiGroups: readonly string[] = [''], more: RawObject = {}): RawObject => ({
  ...{ apiGroups, apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources },
  ...more,
});
const hook = (more: RawObject = {}): RawObject => ({
  name: 'check.example.com',
  clientConfig: { service: { namespace: 'hooks', name: 'guard' } },
  rules: [rule(['pods'])],
  admissionReviewVersions: ['v1'],
  ...more,
});
const service = (spec: RawObject = {}): RawObject =>
  object('hooks/guard', { spec: { selector: { app: 'guard' }, ports: [{ port: 443, targetPort: 8443 }], ...spec } });
const slice = (conditions: RawObject = { ready: true }): RawObject =>
  object(
    'hooks/guard-abc',
    { addressType: 'IPv4', endpoints: [{ addresses: ['10.0.0.1'], conditions }] },
    { labels: { 'kubernetes.io/service-name': 'guard' } },
  );
const spaces = [namespace('kube-system'), namespace('hooks'), namespace('shop')];
const guard = (name: string): RawObject => pod(`hooks/${name}`, {}, { labels: { app: 'guard' } });

const at = (webhooks: readonly RawObject[], lists: RawLists = {}, name = 'guard'): Case => ({
  lists: {
    validatingwebhookconfigurations: [object(name, { webhooks })],
    services: [service()],
    endpointslices: [slice()],
    namespaces: spaces,
    pods: [pod('shop/web'), guard('guard-0'), guard('guard-1')],
    ...lists,
  },
});
const found = (state: string, kind = 'Validating', name = 'guard'): string[] => [
  `${state} ${kind}WebhookConfiguration ${name}`,
];
const dead = { endpointslices: [slice({ ready: false })] };

describe('webhook-backend', () => {
  planted('WH-BACKEND', backend, 'no endpoint is ready', at([hook()], dead), found('fail'));
  planted(
    'WH-BACKEND',
    backend,
    'the port is not on the Service',
    at([hook()], { services: [service({ ports: [{ port: 80 }] })] }),
    found('fail'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'one finding for a configuration with several dead webhooks',
    at([hook({ failurePolicy: 'Ignore' }), hook()], dead),
    found('fail'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'Ignore only makes requests wait',
    at([hook({ failurePolicy: 'Ignore' })], dead),
    found('warn'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'rules for its own custom resources do not stop the cluster',
    at([hook({ rules: [rule(['widgets'], ['example.com'])] })], dead),
    found('warn'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'a namespaceSelector that reaches nobody',
    at([hook({ namespaceSelector: { matchLabels: { guarded: 'yes' } } })], dead),
    found('warn'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'matchConditions may let nothing through',
    at([hook({ matchConditions: [{ name: 'a', expression: 'false' }] })], dead),
    found('warn'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'an objectSelector that no pod bears',
    at([hook({ objectSelector: { matchLabels: { guarded: 'yes' } } })], dead),
    found('warn'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'nodes are cluster-scoped: no namespace is left out',
    at([hook({ rules: [rule(['nodes'])], namespaceSelector: { matchLabels: { guarded: 'yes' } } })], dead),
    found('fail'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'an external Service cannot be judged',
    at([hook()], { services: [service({ type: 'ExternalName' })] }),
    found('info'),
  );
  planted(
    'WH-BACKEND',
    backend,
    'nor hand-made endpoints that do not show',
    at([hook()], { services: [service({ selector: undefined })], endpointslices: [] }),
    found('info'),
  );
  clean('WH-BACKEND', backend, 'an endpoint is ready', at([hook()]));
  clean('WH-BACKEND', backend, 'an endpoint that does not say is ready', at([hook()], { endpointslices: [slice({})] }));
  clean(
    'WH-BACKEND',
    backend,
    'rules are empty or missing',
    at([hook({ rules: [] }), hook({ rules: undefined })], dead),
  );
  clean(
    'WH-BACKEND',
    backend,
    'called by URL',
    at([hook({ clientConfig: { url: 'https://127.0.0.1:21363/validate' } })], dead),
  );
  clean('WH-BACKEND', backend, 'the provider’s own', at([hook()], dead, 'vpc-resource-validating-webhook'));
  planted(
    'WH-ORPHAN',
    backend,
    'the namespace of its Service is gone',
    at([hook()], { services: [], endpointslices: [], namespaces: [namespace('kube-system'), namespace('shop')] }),
    found('fail'),
  );
  clean('WH-ORPHAN', backend, 'Service and namespace exist', at([hook()]));
});

describe('webhook-own-namespace', () => {
  planted('WH-SELF', own, 'its pods need its own approval', at([hook()]), found('warn'));
  planted(
    'WH-SELF',
    own,
    'for information where conditions decide',
    at([hook({ matchConditions: [{ name: 'a', expression: 'true' }] })]),
    found('info'),
  );
  clean(
    'WH-SELF',
    own,
    'the namespace is left out',
    at([
      hook({
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['hooks'] }],
        },
      }),
    ]),
  );
  clean(
    'WH-SELF',
    own,
    'its pods are left out',
    at([hook({ objectSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['guard'] }] } })]),
  );
  clean('WH-SELF', own, 'Ignore', at([hook({ failurePolicy: 'Ignore' })]));
});

describe('webhook-reach', () => {
  const outside = {
    matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system', 'hooks'] }],
  };
  planted('WH-KUBESYSTEM', reach, 'pods of kube-system', at([hook()]), found('warn'));
  clean('WH-KUBESYSTEM', reach, 'kube-system is left out', at([hook({ namespaceSelector: outside })]));
  clean(
    'WH-KUBESYSTEM',
    reach,
    'a label that kube-system lacks is asked for',
    at([hook({ namespaceSelector: { matchLabels: { guarded: 'yes' } } })]),
  );
  clean(
    'WH-KUBESYSTEM',
    reach,
    'the webhooks of a provider',
    at([hook({ failurePolicy: 'Ignore', rules: [rule(['nodes'])] })], {}, 'vpc-resource-validating-webhook'),
  );
  planted(
    'WH-CATCHALL',
    reach,
    'every resource, even with kube-system left out',
    at([hook({ rules: [rule(['*/*'], ['*'])], namespaceSelector: outside })]),
    found('warn'),
  );
  clean(
    'WH-CATCHALL',
    reach,
    'every resource of one’s own group',
    at([hook({ rules: [rule(['*'], ['example.com'])] })]),
  );
  planted(
    'WH-CRITICAL',
    reach,
    'nodes and leases',
    at([hook({ rules: [rule(['nodes', 'nodes/status']), rule(['leases'], ['coordination.k8s.io'])] })]),
    found('warn'),
  );
  clean('WH-CRITICAL', reach, 'Ignore', at([hook({ failurePolicy: 'Ignore', rules: [rule(['nodes'])] })]));
  clean(
    'WH-CRITICAL',
    reach,
    'deployments of other namespaces',
    at([hook({ rules: [rule(['deployments'], ['apps'])] })]),
  );
});

describe('webhook-certificates', () => {
  const bundle = (...ends: readonly string[]): RawObject => ({
    certificates: ends.map(notAfter => ({
      notBefore: '2020-01-01T00:00:00Z',
      notAfter,
      ca: true,
      selfSigned: true,
      subjectAltName: false,
    })),
  });
  const with_ = (caBundle: RawObject, more: RawObject = {}): Case =>
    at([hook({ clientConfig: { service: { namespace: 'hooks', name: 'guard' }, caBundle }, ...more })]);
  planted(
    'WH-CABUNDLE',
    certificates,
    'every certificate has expired',
    with_(bundle('2026-11-01T00:00:00Z', '2026-10-01T00:00:00Z')),
    found('fail'),
  );
  planted(
    'WH-CABUNDLE',
    certificates,
    'Ignore is a warning',
    with_(bundle('2026-11-01T00:00:00Z'), { failurePolicy: 'Ignore' }),
    found('warn'),
  );
  planted('WH-CABUNDLE', certificates, 'ends in 9 days', with_(bundle('2026-12-01T00:00:00Z')), found('warn'));
  planted('WH-CABUNDLE', certificates, 'a placeholder instead of certificates', with_(bundle()), found('fail'));
  clean(
    'WH-CABUNDLE',
    certificates,
    'one of them is still good',
    with_(bundle('2026-11-01T00:00:00Z', '2036-11-01T00:00:00Z')),
  );
  clean('WH-CABUNDLE', certificates, 'no bundle: the server’s own roots', at([hook()]));
});

describe('webhook-timeout', () => {
  planted('WH-TIMEOUT', timeout, 'longer than the default', at([hook({ timeoutSeconds: 15 })]), found('warn'));
  planted(
    'WH-TIMEOUT',
    timeout,
    'very long, even when ignored',
    at([hook({ timeoutSeconds: 30, failurePolicy: 'Ignore' })]),
    found('warn'),
  );
  clean('WH-TIMEOUT', timeout, 'the default', at([hook({ timeoutSeconds: 10 }), hook()]));
});

describe('webhook-single-backend', () => {
  planted('WH-SINGLE', single, 'one ready pod', at([hook()], { pods: [guard('guard-0')] }), found('warn'));
  clean('WH-SINGLE', single, 'two ready pods', at([hook()]));
  clean('WH-SINGLE', single, 'Ignore', at([hook({ failurePolicy: 'Ignore' })], { pods: [guard('guard-0')] }));
});

describe('webhook-review-versions', () => {
  planted(
    'WH-REVIEW',
    review,
    'v1beta1 only, for information',
    at([hook({ admissionReviewVersions: ['v1beta1'] })]),
    found('info'),
  );
  clean('WH-REVIEW', review, 'v1 among them', at([hook({ admissionReviewVersions: ['v1beta1', 'v1'] })]));
  clean(
    'WH-REVIEW',
    review,
    'the provider’s, which must stay at v1beta1',
    at([hook({ admissionReviewVersions: ['v1beta1'] })], {}, 'pod-identity-webhook'),
  );
});

describe('webhook-match-policy', () => {
  planted('WH-MATCHPOLICY', matchPolicy, 'exact versions', at([hook({ matchPolicy: 'Exact' })]), found('warn'));
  clean(
    'WH-MATCHPOLICY',
    matchPolicy,
    'every version, exactly',
    at([hook({ matchPolicy: 'Exact', rules: [rule(['pods'], [''], { apiVersions: ['*'] })] })]),
  );
  clean('WH-MATCHPOLICY', matchPolicy, 'equivalent', at([hook({ matchPolicy: 'Equivalent' }), hook()]));
});

describe('webhook-url', () => {
  planted(
    'WH-URL',
    url,
    'an address outside',
    at([hook({ clientConfig: { url: 'https://policy.example.com/validate?token=x' } })]),
    found('info'),
  );
  clean('WH-URL', url, 'a Service', at([hook()]));
  clean(
    'WH-URL',
    url,
    'the provider’s on loopback',
    at([hook({ clientConfig: { url: 'https://127.0.0.1:21363/v' } })], {}, 'pod-identity-webhook'),
  );
});

describe('webhook-virtual-resources', () => {
  const reviews = hook({ rules: [rule(['tokenreviews'], ['authentication.k8s.io'])] });
  const to37 = { from: '1.36', to: '1.37' };
  planted('WH-TARGET137', virtual, 'token reviews, crossing 1.37', { ...at([reviews]), ...to37 }, found('info'));
  clean('WH-TARGET137', virtual, 'pods, or everything', {
    ...at([hook(), hook({ rules: [rule(['*'], ['*'])] })]),
    ...to37,
  });
  clean('WH-TARGET137', virtual, 'not on the way', at([reviews]), 'not-applicable');
  clean('WH-TARGET137', virtual, 'behind already', { ...at([reviews]), from: '1.37', to: '1.38' }, 'not-applicable');
});

describe('webhook-san', () => {
  const counted = (from: string, to: string, values: Partial<MetricValues>): Case => ({
    ...{ from, to },
    more: {
      metrics: {
        state: 'read',
        value: {
          ...{ deprecated: [], requests: [] },
          values: { processStart: 0, staleTokens: 0, webhooksMissingSan: 0, aggregatorMissingSan: 0, ...values },
        },
      },
    },
  });
  planted('WH-SAN', san, 'counted before 1.23', counted('1.22', '1.23', { webhooksMissingSan: 3 }), [
    'fail Metric apiserver_webhooks_x509_missing_san_total',
  ]);
  planted('WH-SAN', san, 'failing already since', counted('1.32', '1.33', { aggregatorMissingSan: 1 }), [
    'warn Metric apiserver_kube_aggregator_x509_missing_san_total',
  ]);
  clean('WH-SAN', san, 'never counted', counted('1.22', '1.23', {}));
  clean(
    'WH-SAN',
    san,
    'the server has no such counter',
    counted('1.18', '1.19', { webhooksMissingSan: null, aggregatorMissingSan: null }),
    'unknown',
  );
});

describe('admission-policies', () => {
  const policy = object('no-root', { spec: { matchConstraints: { resourceRules: [rule(['pods'])] } } });
  const binding = (spec: RawObject): RawObject =>
    object('no-root', { spec: { policyName: 'no-root', validationActions: ['Deny'], ...spec } });
  const bound = (spec: RawObject): Case => ({
    lists: {
      validatingadmissionpolicies: [policy],
      validatingadmissionpolicybindings: [binding(spec)],
      namespaces: spaces,
    },
  });
  planted('VAP-BINDING', admissionPolicies, 'denies pods of kube-system', bound({}), [
    'info ValidatingAdmissionPolicyBinding no-root',
  ]);
  clean('VAP-BINDING', admissionPolicies, 'only warns', bound({ validationActions: ['Warn'] }));
  clean(
    'VAP-BINDING',
    admissionPolicies,
    'other namespaces',
    bound({ matchResources: { namespaceSelector: { matchLabels: { team: 'shop' } } } }),
  );
});
