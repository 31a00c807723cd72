/** What becomes of an API on the way to the target. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ApiEntry, toApiVersion } from '../../src/core/catalog/catalog';
import { type Target } from '../../src/core/model/context';
import { type Verdict, verdict } from '../../src/core/verdict/verdict';
import { loadCatalog, readJson, targetOf } from './catalogData';
import { type LifecycleRow } from './dataRows';

const catalog = loadCatalog();
const lifecycle = readJson<LifecycleRow[]>('data', 'kubernetes', 'lifecycle.json');

function entryOf(name: string): ApiEntry {
  const [apiVersion = '', kind = ''] = name.split(' ');
  const entry = catalog.find(apiVersion, kind);
  assert.ok(entry, name);
  return entry;
}

type Facts = Omit<Verdict, 'removalExpected'>;

const served: Facts = {
  state: 'served',
  since: null,
  step: null,
  unavailable: null,
  expected: false,
  uncertain: false,
};

/** `removalExpected` follows from the row alone, so it is checked once, here. */
function judge(entry: ApiEntry, target: Target): Facts {
  const { removalExpected, ...facts } = verdict(entry, target, catalog);
  assert.equal(removalExpected, entry.removed !== null && Number(entry.removed.slice(2)) > 37);
  return facts;
}

type Case = readonly [name: string, today: string, target: string, expected: Partial<Facts>];

function table(title: string, cases: readonly Case[], provider: 'generic' | 'ack' = 'generic'): void {
  describe(title, () => {
    for (const [name, today, target, expected] of cases) {
      it(`${name}, ${today} to ${target}: ${Object.values(expected).join(' ') || 'served'}`, () => {
        const judged = judge(entryOf(name), targetOf(catalog, target, today, provider));
        assert.deepEqual(judged, { ...served, ...expected });
      });
    }
  });
}

table('removed', [
  ['extensions/v1beta1 Ingress', 'auto', '1.22', { state: 'removed', since: '1.22', step: 0 }],
  ['extensions/v1beta1 Ingress', '1.20', '1.22', { state: 'removed', since: '1.22', step: 2 }],
  ['extensions/v1beta1 Ingress', '1.20', '1.31', { state: 'removed', since: '1.22', step: 2 }],
  ['extensions/v1beta1 Ingress', '1.25', '1.31', { state: 'removed', since: '1.22', step: 0 }],
  ['extensions/v1beta1 IngressList', 'auto', '1.31', { state: 'removed', since: '1.22', step: 0 }],
  // Computed by upstream's rule, but shipped: a fact.
  ['storage.k8s.io/v1beta1 VolumeAttributesClass', 'auto', '1.37', { state: 'removed', since: '1.37', step: 0 }],
  ['kubeadm.k8s.io/v1beta3 ClusterConfiguration', '1.34', '1.36', { state: 'removed', since: '1.36', step: 2 }],
  // Nobody verified the release.
  [
    'componentconfig/v1alpha1 KubeletConfiguration',
    'auto',
    '1.31',
    { state: 'removed', since: '1.10', step: 0, uncertain: true },
  ],
]);

table(
  'removed, where a step skips the release itself',
  [['batch/v1beta1 CronJob', '1.24', '1.28', { state: 'removed', since: '1.25', step: 1 }]],
  'ack',
);

table('removal expected', [
  [
    'resource.k8s.io/v1beta1 ResourceClaim',
    'auto',
    '1.38',
    { state: 'removal-expected', since: '1.38', step: 0, expected: true },
  ],
  [
    'resource.k8s.io/v1beta1 ResourceClaim',
    '1.37',
    '1.39',
    { state: 'removal-expected', since: '1.38', step: 1, expected: true, unavailable: 'off-by-default' },
  ],
  ['resource.k8s.io/v1beta1 ResourceClaim', 'auto', '1.37', { state: 'deprecated', since: '1.35' }],
]);

table('deprecated', [
  ['v1 Endpoints', 'auto', '1.33', { state: 'deprecated', since: '1.33' }],
  ['v1 Endpoints', 'auto', '1.32', {}],
  ['batch/v1beta1 CronJob', '1.20', '1.24', { state: 'deprecated', since: '1.21' }],
  ['networking.k8s.io/v1beta1 Ingress', '1.13', '1.20', { state: 'deprecated', since: '1.19', unavailable: 'too-new' }],
  // Upstream's rule for a release that nobody has shipped.
  ['scheduling.k8s.io/v1beta1 Workload', 'auto', '1.40', { state: 'deprecated', since: '1.40', expected: true }],
  // Nobody verified the release.
  [
    'kubescheduler.config.k8s.io/v1beta1 KubeSchedulerConfiguration',
    'auto',
    '1.22',
    { state: 'deprecated', since: '1.22', uncertain: true },
  ],
]);

table('unavailable', [
  ['networking.k8s.io/v1 Ingress', '1.18', '1.22', { state: 'unavailable', since: '1.19', unavailable: 'too-new' }],
  ['networking.k8s.io/v1 Ingress', '1.19', '1.22', {}],
  ['networking.k8s.io/v1 Ingress', 'auto', '1.18', {}],
  ['authorization.k8s.io/v1 SelfSubjectAccessReview', '1.18', '1.22', {}],
  [
    'storage.k8s.io/v1alpha1 CSIStorageCapacity',
    '1.20',
    '1.20',
    { state: 'unavailable', unavailable: 'off-by-default' },
  ],
  [
    'certificates.k8s.io/v1beta1 ClusterTrustBundle',
    '1.33',
    '1.36',
    { state: 'unavailable', unavailable: 'off-by-default' },
  ],
  ['certificates.k8s.io/v1beta1 ClusterTrustBundle', 'auto', '1.36', {}],
  // Its group was on by default before new betas became opt-in in 1.24, and stayed so.
  ['flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema', '1.26', '1.28', {}],
]);

table('superseded configuration is not deprecated', [
  ['apiserver.config.k8s.io/v1beta1 AuthenticationConfiguration', '1.34', '1.37', {}],
  ['v1 EncryptionConfig', 'auto', '1.37', {}],
]);

describe('every row', () => {
  const targets = Array.from({ length: 46 }, (_, minor) => `1.${minor}`);

  it('is never judged when it is a payload', () => {
    const payloads = lifecycle.filter(row => row.category === 'payload');
    assert.equal(payloads.length, 9);
    for (const row of payloads) {
      for (const version of targets) {
        assert.deepEqual(judge(entryOf(`${toApiVersion(row)} ${row.kind}`), targetOf(catalog, version, '1.0')), served);
      }
    }
  });

  it('never gets better with a later target', () => {
    const gravity = ['served', 'unavailable', 'deprecated', 'removal-expected', 'removed'];
    for (const row of lifecycle) {
      const entry = entryOf(`${toApiVersion(row)} ${row.kind}`);
      const grades = targets.map(version => gravity.indexOf(verdict(entry, targetOf(catalog, version), catalog).state));
      assert.deepEqual(
        grades,
        [...grades].sort((a, b) => a - b),
        `${toApiVersion(row)} ${row.kind}`,
      );
    }
  });

  it('is never unavailable when today is unknown', () => {
    for (const row of lifecycle) {
      for (const version of targets) {
        const judged = verdict(entryOf(`${toApiVersion(row)} ${row.kind}`), targetOf(catalog, version), catalog);
        assert.equal(judged.unavailable, null);
        assert.notEqual(judged.state, 'unavailable');
      }
    }
  });

  it('breaks at the first version of the path without it', () => {
    for (const row of lifecycle.filter(each => each.removed !== null && each.category !== 'payload')) {
      const target = targetOf(catalog, '1.45', '1.0', 'generic');
      const { step } = verdict(entryOf(`${toApiVersion(row)} ${row.kind}`), target, catalog);
      assert.equal(target.path[step ?? -1], row.removed);
    }
  });

  it('is certain of a removal up to the newest release, and only expects later ones', () => {
    for (const row of lifecycle.filter(each => each.removed !== null && each.category !== 'payload')) {
      const judged = verdict(entryOf(`${toApiVersion(row)} ${row.kind}`), targetOf(catalog, '1.45'), catalog);
      const shipped = Number(row.removed?.slice(2)) <= 37;
      assert.equal(judged.state, shipped ? 'removed' : 'removal-expected');
      assert.equal(judged.expected, !shipped);
    }
  });
});
