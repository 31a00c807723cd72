// Who still uses old APIs, on what a real server recorded.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import check from '../../../../src/core/checks/deprecated-apis-in-use';
import { type Metrics, type Snapshot } from '../../../../src/core/readiness';
import { recordedMetrics, recordedSnapshot } from '../recording';
import { lines, run, snapshotOf } from '../snapshots';

const writers = (snapshot: Snapshot, to: string): readonly string[] =>
  run(check, snapshot, to)
    .subjects.filter(({ id }) => id.endsWith('|writers'))
    .map(
      ({ state, kind, name, message }) =>
        `${state} ${kind} ${name}: ${message.key.split('.').at(-1)} ${message.args?.['manager']}`,
    )
    .sort();

const requests = (snapshot: Snapshot, to: string): readonly string[] =>
  run(check, snapshot, to)
    .subjects.filter(({ id }) => id.includes('|requests'))
    .map(({ state, apiVersion, name, message }) => `${state} ${apiVersion} ${name}: ${message.key.split('.').at(-1)}`)
    .sort();

const old = (gauge: Partial<Metrics['deprecated'][number]>, verbs: Readonly<Record<string, number>> = {}): Metrics => {
  const api = { group: 'policy', version: 'v1beta1', resource: 'poddisruptionbudgets', subresource: '', ...gauge };
  return {
    deprecated: [{ removedRelease: '1.25', ...api }],
    requests: Object.entries(verbs).map(([verb, count]) => ({ ...api, verb, code: '200', count })),
    values: { processStart: 0, staleTokens: null, webhooksMissingSan: null, aggregatorMissingSan: null },
  };
};
const served = (group: string, resource: string, ...versions: string[]): Partial<Snapshot> => ({
  discovery: {
    state: 'read',
    value: {
      resources: versions.map(version => ({ group, version, resource, kind: 'K', namespaced: true, verbs: ['list'] })),
      preferred: {},
      failedGroups: [],
    },
  },
});

describe('deprecated-apis-in-use', () => {
  it('reads a real server’s objects by their authors, not by the version they are listed in', () => {
    assert.deepEqual(
      writers(recordedSnapshot(), '1.22').filter(line => line.includes('Ingress')),
      [
        'warn Ingress applied-with-v1beta1: manifestRemoved kubectl-client-side-apply',
        'warn Ingress controller-uses-old: clientRemoved external-dns',
        'warn Ingress created-with-extensions: manifestRemoved kubectl',
        'warn Ingress ssa-old: manifestRemoved argocd-controller',
      ],
    );
  });

  it('counts what was written by its verbs, and what was only read by what else the group serves', () => {
    assert.deepEqual(requests(recordedSnapshot(), '1.22'), [
      'fail apiregistration.k8s.io/v1beta1 apiservices: read',
      'fail extensions/v1beta1 ingresses: written',
      'fail networking.k8s.io/v1beta1 ingresses: written',
    ]);
  });

  it('says nothing of the same objects while the target still serves what they were written through', () => {
    assert.ok(run(check, recordedSnapshot(), '1.21').subjects.every(({ state }) => state !== 'fail'));
    assert.ok(writers(recordedSnapshot(), '1.21').every(line => line.startsWith('info ')));
  });

  it('keeps from the metrics only what is deprecated', () => {
    const { deprecated, requests: counted } = recordedMetrics();
    assert.deepEqual(deprecated.map(({ group }) => group).sort(), [
      'apiregistration.k8s.io',
      'extensions',
      'networking.k8s.io',
    ]);
    assert.ok(counted.every(({ group }) => group !== 'flowcontrol.apiserver.k8s.io'));
    const writes = counted.filter(({ group, verb }) => group === 'networking.k8s.io' && verb === 'POST');
    assert.deepEqual(
      writes.map(({ count }) => count),
      [2],
    );
  });

  it('does not accuse an idle server, whose own client asks for endpoints', () => {
    const idle = snapshotOf(
      'v1.36.3',
      {},
      {
        metrics: { state: 'read', value: old({ group: '', version: 'v1', resource: 'endpoints', removedRelease: '' }) },
      },
    );
    assert.equal(run(check, idle, '1.37').state, 'pass');
  });

  it('warns only of what the garbage collector reads too, and fails when a newer version could have been read', () => {
    const only = {
      ...served('policy', 'podsecuritypolicies', 'v1beta1'),
      metrics: { state: 'read', value: old({ resource: 'podsecuritypolicies' }, { LIST: 3, WATCH: 9 }) },
    } as const;
    assert.deepEqual(requests(snapshotOf('v1.24.0', {}, only), '1.25'), [
      'warn policy/v1beta1 podsecuritypolicies: scanned',
    ]);
    const both = {
      ...served('policy', 'poddisruptionbudgets', 'v1', 'v1beta1'),
      metrics: { state: 'read', value: old({}, { WATCH: 9 }) },
    } as const;
    assert.deepEqual(requests(snapshotOf('v1.24.0', {}, both), '1.25'), [
      'fail policy/v1beta1 poddisruptionbudgets: read',
    ]);
  });

  it('takes a provider’s step over two minors as an interval', () => {
    const both = {
      ...served('policy', 'poddisruptionbudgets', 'v1', 'v1beta1'),
      metrics: { state: 'read', value: old({}, { PUT: 1 }) },
    } as const;
    const result = run(check, snapshotOf('v1.24.6-aliyun.1', {}, both), '1.26', 'ack');
    assert.equal(result.state, 'fail');
    assert.equal(result.step, 1);
  });

  it('forgives a left-over annotation when a writer with a current version is there, and believes it when none is', () => {
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': '{"kind":"Ingress","apiVersion":"networking.k8s.io/v1beta1"}',
    };
    const entry = {
      manager: 'Helm',
      operation: 'Update',
      apiVersion: 'networking.k8s.io/v1',
      time: '2026-01-02T00:00:00Z',
      fieldsV1: { 'f:spec': {} },
    };
    const at = (managedFields?: unknown): readonly string[] =>
      writers(
        snapshotOf('v1.21.0', {
          ingresses: [
            {
              metadata: {
                name: 'a',
                namespace: 'n',
                annotations,
                ...(managedFields === undefined ? {} : { managedFields }),
              },
            },
          ],
        }),
        '1.22',
      );
    assert.deepEqual(at([entry]), []);
    assert.deepEqual(at(), ['warn Ingress a: manifestRemoved kubectl']);
  });

  it('ignores status writers and the server’s own parts', () => {
    const managedFields = [
      {
        manager: 'nginx',
        operation: 'Update',
        apiVersion: 'networking.k8s.io/v1beta1',
        time: '2026-01-02T00:00:00Z',
        fieldsV1: { 'f:status': {} },
      },
      {
        manager: 'kube-controller-manager',
        operation: 'Update',
        apiVersion: 'networking.k8s.io/v1beta1',
        time: '2026-01-02T00:00:00Z',
        fieldsV1: { 'f:spec': {} },
      },
    ];
    assert.deepEqual(
      writers(snapshotOf('v1.21.0', { ingresses: [{ metadata: { name: 'a', managedFields } }] }), '1.22'),
      [],
    );
  });

  it('is unknown without /metrics when nothing else was found, and says which permission is missing', () => {
    const access = { verb: 'get', group: '', resource: '/metrics', namespace: null, name: null } as const;
    const closed = snapshotOf(
      'v1.36.3',
      {},
      { metrics: { state: 'unread', reason: 'forbidden', access, detail: null } },
    );
    const result = run(check, closed, '1.37');
    assert.equal(result.state, 'unknown');
    assert.deepEqual(result.missing, [access]);
  });

  it('does not call it a full pass while the counters cover less than a day', () => {
    const started = Date.parse('2026-11-21T09:00:00Z') / 1000;
    const value = { ...old({}), deprecated: [], values: { ...old({}).values, processStart: started } };
    const result = run(check, snapshotOf('v1.36.3', {}, { metrics: { state: 'read', value } }), '1.37');
    assert.equal(result.state, 'info');
    assert.equal(result.message.args?.['hours'], 3);
    assert.deepEqual(lines(result), []);
  });
});
