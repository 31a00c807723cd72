// The example that ships with the extension.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  assess,
  clusterTarget,
  createCatalog,
  type CatalogData,
  readSnapshot,
  verdictOf,
} from '../../../src/core/readiness';
import { holdsKind, objectYaml } from '../../../src/core/report';

const root = join(__dirname, '..', '..', '..', '..');
const recorded = readFileSync(join(root, 'media', 'example-snapshot.json'), 'utf8');
const catalog = createCatalog(
  JSON.parse(readFileSync(join(root, 'dist', 'data', 'kubernetes.json'), 'utf8')) as CatalogData,
);

function open() {
  const loaded = readSnapshot(JSON.parse(recorded));
  assert.ok('snapshot' in loaded);
  const request = { targetVersion: 'auto', currentVersion: 'auto', provider: 'auto' } as const;
  const target = clusterTarget(loaded.snapshot, request, catalog);
  assert.ok(target);
  return { snapshot: loaded.snapshot, results: assess(loaded.snapshot, target, { catalog }) };
}

test('the example shows each state, and is blocked', () => {
  const { results } = open();
  const states = new Set(results.map(({ state }) => state));
  for (const state of ['fail', 'warn', 'unknown', 'pass', 'not-applicable'] as const)
    assert.ok(states.has(state), state);
  assert.equal(verdictOf(results), 'blocked');
});

test('the example tells nothing of the machine that it was recorded on', () => {
  const telling = /.{40}(?:127\.0\.0\.1|localhost|hostname|\/home\/|\/root\/|\/tmp\/|viewer-token).{40}/i;
  assert.equal(telling.exec(recorded)?.[0], undefined);
});

test('an object of a snapshot is YAML that says first what it is', () => {
  const { snapshot } = open();
  const budget = { apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget', namespace: 'shop', name: 'cart' };
  const yaml = objectYaml(snapshot, budget, ['only kept\nfields']);
  assert.match(
    yaml ?? '',
    /^# only kept fields\napiVersion: policy\/v1\nkind: PodDisruptionBudget\nmetadata:\n {2}name: cart\n/,
  );
  assert.match(yaml ?? '', /maxUnavailable: 0/);
  assert.equal(objectYaml(snapshot, { ...budget, name: 'none' }, []), undefined);
  assert.equal(holdsKind(snapshot, budget), true);
  assert.equal(holdsKind(snapshot, { ...budget, kind: 'Client' }), false);
});
