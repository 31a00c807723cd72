// What enters a snapshot and what never does, and what a hostile file can do to it.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readBundle } from '../../../src/cluster/certificates';
import { openSnapshot, saveSnapshot } from '../../../src/cluster/files';
import { assess, keepObject, KIND_NAMES, readSnapshot, type Snapshot } from '../../../src/core/readiness';
import { format } from '../../../src/words/cluster';
import { recordedSnapshot } from './recording';
import { context, type RawObject, snapshotOf, target } from './snapshots';
import { folder, tls } from './standIn';

const M = 'MARKER-do-not-keep';
const podSpec = {
  nodeName: 'n',
  volumes: [
    { name: M, secret: { secretName: M } },
    { name: M, configMap: { name: M } },
    { name: 'sock', hostPath: { path: '/var/run/docker.sock', x: M } },
  ],
  imagePullSecrets: [{ name: M }],
  containers: [
    {
      name: 'c',
      image: 'registry.k8s.io/kube-apiserver:v1.36.0',
      command: [
        'kube-apiserver',
        `--etcd-password=${M}`,
        '--token-auth-file',
        M,
        '--feature-gates=A=true',
        '--proxy-mode',
        'ipvs',
      ],
      args: [M],
      env: [
        { name: 'PASSWORD', value: M },
        { name: 'B', valueFrom: { secretKeyRef: { name: M, key: M } } },
      ],
      envFrom: [{ secretRef: { name: M } }],
      livenessProbe: { exec: { command: [M] }, httpGet: { httpHeaders: [{ name: 'Authorization', value: M }] } },
      lifecycle: { preStop: { exec: { command: [M] } } },
    },
    { name: 'd', image: 'example/app:1', args: [`--password=${M}`] },
  ],
};
const metadata = {
  name: 'a',
  namespace: 'n',
  annotations: {
    'kubectl.kubernetes.io/last-applied-configuration': `{"apiVersion":"apps/v1beta1","kind":"X","data":"${M}"}`,
    'example.com/token': M,
  },
  managedFields: [
    {
      manager: 'm',
      operation: 'Update',
      apiVersion: 'apps/v1beta1',
      time: 't',
      fieldsV1: { 'f:data': { [`f:${M}`]: {} } },
    },
  ],
};
const webhook = {
  name: 'w',
  clientConfig: {
    url: `https://user:${M}@hook.example:8443/${M}?token=${M}`,
    caBundle: Buffer.from(`${tls('ca.pem')}${tls('expired.pem')}`).toString('base64'),
  },
};

describe('what is kept', () => {
  it('holds none of what may be secret, of any kind', () => {
    const raw: RawObject = {
      metadata,
      data: { a: M },
      stringData: { a: M },
      webhooks: [webhook],
      secrets: [{ name: M }],
      spec: {
        ...podSpec,
        request: M,
        template: { metadata, spec: podSpec },
        jobTemplate: { spec: { template: { spec: podSpec } } },
        conversion: { webhook: { clientConfig: webhook.clientConfig } },
      },
      status: {
        x: M,
        certificate: M,
        containerStatuses: [{ name: 'c', state: { waiting: { reason: 'r', message: M } }, imageID: M }],
      },
    };
    for (const name of KIND_NAMES) {
      const kept = keepObject(name, raw, 'apps/v1', { certificates: readBundle });
      assert.ok(kept !== undefined && !JSON.stringify(kept).includes(M), `${name}: ${JSON.stringify(kept)}`);
    }
  });

  it('holds what checks read of the same object', () => {
    const pod = keepObject('pods', { metadata, spec: podSpec }, 'v1', {});
    assert.deepEqual(pod?.spec?.containers?.[0]?.flags, {
      'etcd-password': '',
      'token-auth-file': '',
      'feature-gates': 'A=true',
      'proxy-mode': 'ipvs',
    });
    assert.deepEqual(pod?.spec?.containers?.[0]?.env, [{ name: 'PASSWORD' }, { name: 'B' }]);
    assert.equal(pod?.spec?.containers?.[1]?.flags, undefined);
    assert.deepEqual(pod?.spec?.volumes, [{ name: 'sock', hostPath: { path: '/var/run/docker.sock' } }]);
    assert.equal(pod?.metadata.lastApplied, 'apps/v1beta1');
    assert.deepEqual(pod?.metadata.writers?.[0]?.fields, ['data']);
    const [kept] =
      keepObject('validatingwebhookconfigurations', { metadata, webhooks: [webhook] }, 'v1', {
        certificates: readBundle,
      })?.webhooks ?? [];
    assert.equal(kept?.clientConfig?.url, 'https://hook.example:8443');
    assert.deepEqual(
      kept?.clientConfig?.caBundle?.certificates.map(({ ca, notAfter }) => [ca, notAfter.slice(0, 4)]),
      [
        [true, '2126'],
        [false, '2001'],
      ],
    );
  });

  it('tells a budget without a selector from one with an empty selector', () => {
    const selector = (spec: RawObject): unknown =>
      keepObject('poddisruptionbudgets', { metadata, spec }, 'policy/v1', {})?.spec?.selector;
    assert.deepEqual(selector({ selector: {} }), {});
    assert.equal(selector({ selector: null }), undefined);
  });
});

describe('a snapshot in a file', () => {
  it('comes back as it was, and gives the same results', async t => {
    const path = join(await folder(t), 'snapshot.json');
    const before = recordedSnapshot();
    await saveSnapshot(path, before);
    const loaded = await openSnapshot(path);
    assert.ok('snapshot' in loaded);
    const results = (snapshot: Snapshot): unknown => assess(snapshot, target('1.20', '1.22'), context);
    assert.deepEqual(results(loaded.snapshot), results(before));
    assert.deepEqual(loaded.snapshot.lists, before.lists);
    assert.deepEqual(loaded.snapshot.metrics, before.metrics);
    await saveSnapshot(path, loaded.snapshot);
    assert.deepEqual(await openSnapshot(path), loaded);
  });

  it('is refused when it is something else or of another format', async t => {
    const path = join(await folder(t), 'snapshot.json');
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"schemaVersion":1}',
      '{"schemaVersion":1,"takenAt":"x","lists":{}}',
      '{"schemaVersion":2}',
      '['.repeat(100_000),
    ]) {
      await writeFile(path, text);
      const loaded = await openSnapshot(path);
      assert.ok('problem' in loaded, text.slice(0, 40));
      assert.notEqual(format(loaded.problem, 'en'), loaded.problem.key);
    }
  });

  it('written by a stranger holds only what fits, and what it lacks was not read', async t => {
    const good = JSON.parse(JSON.stringify(snapshotOf('v1.36.0'))) as Record<string, unknown>;
    const hostile = {
      ...good,
      extra: M,
      takenAt: '2026-01-01T00:00:00Z',
      source: { context: ['x'], cluster: { a: 1 } },
      notices: [{ key: 'a b' }, { key: 'ok', args: { a: { key: 'deep' }, __proto__: { x: 1 } } }, 7],
      metrics: { state: 'read', value: { deprecated: [{ group: 1 }, null], requests: 'x', values: null } },
      discovery: { state: 'read', value: { resources: [{ group: 'a' }], preferred: { a: 1 }, failedGroups: 4 } },
      lists: {
        pods: {
          state: 'read',
          apiVersion: 'v1',
          items: [
            null,
            7,
            {},
            { metadata: { name: 5 } },
            {
              metadata: { name: 'a', labels: JSON.parse('{"__proto__":"x","b":1}') as unknown },
              spec: { containers: { a: 1 }, tolerations: [[[]]] },
              status: [],
            },
          ],
        },
        nodes: { state: 'read', items: 'x' },
      },
      instances: JSON.parse('{"__proto__":{"state":"read","value":1},"a":{"state":"read","value":"x"}}') as unknown,
    };
    const path = join(await folder(t), 'snapshot.json');
    await writeFile(path, JSON.stringify(hostile));
    const loaded = readSnapshot(JSON.parse(await readFile(path, 'utf8')));
    assert.ok('snapshot' in loaded);
    const { snapshot } = loaded;
    assert.ok(!JSON.stringify(snapshot).includes(M));
    assert.deepEqual(snapshot.lists.pods, {
      state: 'read',
      apiVersion: 'v1',
      items: [{ metadata: { name: 'a', labels: {} }, spec: { tolerations: [] } }],
      omitted: 0,
    });
    assert.equal(snapshot.lists.services.state, 'unread');
    assert.deepEqual(snapshot.notices, [{ key: 'ok', args: {} }]);
    assert.equal(snapshot.instances['a']?.state, 'unread');
    for (const result of assess(snapshot, target('1.36', '1.37'), context)) assert.ok(result.state !== 'fail');
  });
});
