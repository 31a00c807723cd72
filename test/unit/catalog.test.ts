/** Lookups in the packed data. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toApiVersion } from '../../src/core/catalog/catalog';
import { guideLink, sourceLinks } from '../../src/core/catalog/sources';
import { loadCatalog, readJson } from './catalogData';
import { type LifecycleRow, type Meta, type StableRow } from './dataRows';

const catalog = loadCatalog();
const lifecycle = readJson<LifecycleRow[]>('data', 'kubernetes', 'lifecycle.json');
const stable = readJson<StableRow[]>('data', 'kubernetes', 'stable.json');
const meta = readJson<Meta>('data', 'kubernetes', 'meta.json');

describe('catalog', () => {
  it('gives back every lifecycle row as it is written', () => {
    assert.equal(lifecycle.length, 197);
    for (const row of lifecycle) {
      const entry = catalog.find(toApiVersion(row), row.kind);
      assert.ok(entry, `${toApiVersion(row)} ${row.kind}`);
      const { group, version, kind, category, introduced, deprecated, removed, offByDefault, source, conversion } = row;
      const { replacement, replacementAvailable, finalReplacement, finalReplacementAvailable } = row;
      const { sources, alternatives, ...facts } = entry;
      assert.deepEqual(facts, {
        ...{ group, version, kind, category, introduced, deprecated, removed, offByDefault, source, conversion },
        ...{ replacement, replacementAvailable, finalReplacement, finalReplacementAvailable },
        removalComputed: row.basis.removed === 'computed(deprecated+3)',
        deprecationComputed: row.basis.deprecated === 'computed(introduced+3)',
        uncertain: row.uncertain ?? [],
      });
      assert.deepEqual([...alternatives], [...row.alternatives]);
      assert.ok(sources.length > 0);
    }
  });

  it('gives back every stable kind, with the corrections', () => {
    for (const row of stable) {
      const entry = catalog.find(toApiVersion(row), row.kind);
      const fix = meta.corrections.find(each => each.group === row.group && each.kind === row.kind);
      assert.equal(entry?.introduced, fix?.to ?? row.introduced, `${toApiVersion(row)} ${row.kind}`);
      assert.deepEqual([entry?.deprecated, entry?.removed, entry?.alternatives], [null, null, []]);
    }
  });

  it('knows its newest release and its date', () => {
    assert.equal(catalog.newest, '1.37');
    assert.equal(catalog.asOf, '2026-11-21');
  });

  it('gives a list the life of its items', () => {
    const item = catalog.find('autoscaling/v2beta2', 'HorizontalPodAutoscaler');
    assert.ok(item);
    assert.equal(catalog.find('autoscaling/v2beta2', 'HorizontalPodAutoscalerList'), item);
  });

  it('does not know the plain List, unknown kinds and unknown versions', () => {
    assert.equal(catalog.find('v1', 'List'), undefined);
    assert.equal(catalog.find('apps/v1', 'Deploymnt'), undefined);
    assert.equal(catalog.find('apps/v3', 'Deployment'), undefined);
    assert.equal(catalog.find('apps/v1', 'constructor'), undefined);
    assert.equal(catalog.find('', ''), undefined);
  });

  for (const apiVersion of ['v1', 'v9', 'apps/v7', 'extensions/v1beta1', 'kubeadm.k8s.io/v1beta4']) {
    it(`takes ${apiVersion} for built in`, () => assert.ok(catalog.isBuiltIn(apiVersion)));
  }

  for (const group of [
    'kustomize.config.k8s.io',
    'gateway.networking.k8s.io',
    'snapshot.storage.k8s.io',
    'metrics.k8s.io',
    'custom.metrics.k8s.io',
    'external.metrics.k8s.io',
    'cluster.x-k8s.io',
    'argoproj.io',
  ]) {
    it(`takes ${group} for somebody else's`, () => assert.ok(!catalog.isBuiltIn(`${group}/v1`)));
  }

  it('lists the entries of a group', () => {
    const names = catalog.group('policy').map(entry => `${entry.version} ${entry.kind}`);
    assert.deepEqual(names.sort(), [
      'v1 PodDisruptionBudget',
      'v1alpha1 PodDisruptionBudget',
      'v1beta1 Eviction',
      'v1beta1 PodDisruptionBudget',
      'v1beta1 PodSecurityPolicy',
    ]);
    assert.deepEqual(catalog.group('argoproj.io'), []);
  });

  it('says which apiVersions can hold something to judge', () => {
    const expected = new Set(lifecycle.filter(row => row.category !== 'payload').map(toApiVersion));
    assert.deepEqual([...catalog.apiVersionsWithRows].sort(), [...expected].sort());
    assert.ok(catalog.apiVersionsWithRows.has('v1') && !catalog.apiVersionsWithRows.has('apps/v1'));
    assert.ok(!catalog.apiVersionsWithRows.has('admission.k8s.io/v1beta1'));
  });

  it("knows ACK's sequence, and that others take every minor", () => {
    assert.deepEqual(catalog.upgradeSequence('ack')?.slice(-3), ['1.34', '1.35', '1.36']);
    assert.deepEqual(catalog.upgradeSequence('ack-serverless'), catalog.upgradeSequence('ack'));
    assert.equal(catalog.upgradeSequence('eks'), null);
    assert.equal(catalog.upgradeSequence('toString'), null);
  });
});

describe('guide link', () => {
  it('covers the 49 APIs of the official guide', () => {
    const sections = new Map<string, number>();
    for (const row of lifecycle) {
      const link = guideLink(row);
      if (link !== null) sections.set(link, (sections.get(link) ?? 0) + 1);
    }
    const page = 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/';
    const counts = { 'v1-16': 11, 'v1-22': 23, 'v1-25': 7, 'v1-26': 3, 'v1-27': 1, 'v1-29': 2, 'v1-32': 2 };
    const expected = Object.entries(counts).map(([section, count]) => [`${page}#${section}`, count] as const);
    assert.deepEqual([...sections].sort(), expected);
  });

  it('comes first in the sources', () => {
    const ingress = catalog.find('extensions/v1beta1', 'Ingress');
    assert.equal(ingress?.sources[0], 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-22');
  });
});

describe('source links', () => {
  const github = 'https://github.com/kubernetes';
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'k8s.io/api@v0.36.0-alpha.0:autoscaling/v2beta1/z.go',
      [`${github}/api/blob/v0.36.0-alpha.0/autoscaling/v2beta1/z.go`],
    ],
    ['k8s.io/api@10b39a39(HEAD,1.37-dev):core/v1/lifecycle.go', [`${github}/api/blob/v0.37.2/core/v1/lifecycle.go`]],
    ['k8s.io/kube-aggregator@HEAD:pkg/apis/z.go', [`${github}/kube-aggregator/blob/v0.37.2/pkg/apis/z.go`]],
    ['k8s.io/api v0.37.2 core/v1/z.go', [`${github}/api/blob/v0.37.2/core/v1/z.go`]],
    ['kubernetes/kubernetes#65628', [`${github}/kubernetes/issues/65628`]],
    ['kubernetes/kubeadm#1, kubernetes/kubernetes#2', [`${github}/kubeadm/issues/1`, `${github}/kubernetes/issues/2`]],
    [
      'kubernetes/kubernetes#1 (warning), #2 (gone)',
      [`${github}/kubernetes/issues/1`, `${github}/kubernetes/issues/2`],
    ],
    [
      'OpenAPI scan; CHANGELOG-1.21 kubernetes#99662',
      [
        'OpenAPI scan',
        `${github}/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.21.md`,
        `${github}/kubernetes/issues/99662`,
      ],
    ],
    ['OpenAPI scan; k8s.io/api v0.26.0 types.go', ['OpenAPI scan', 'k8s.io/api v0.26.0 types.go']],
    ['k8s.io/api HEAD tree', ['k8s.io/api HEAD tree']],
    ['k8s.io/api@10b39a39:core/v1/z.go', ['k8s.io/api@10b39a39:core/v1/z.go']],
    ['other#12', ['other#12']],
  ];
  for (const [source, expected] of cases) {
    it(`reads "${source}"`, () => assert.deepEqual(sourceLinks(source, 'v0.37.2'), expected));
  }

  it('stands a development head for a release only where the two were compared', () => {
    for (const row of lifecycle) {
      const module = /^(k8s\.io\/[a-z-]+)@(?:HEAD|\w+\(HEAD,[^)]*\)):/.exec(row.source)?.[1];
      if (module !== undefined) assert.ok(meta.comparedWith.modules.includes(module), row.source);
    }
  });
});
