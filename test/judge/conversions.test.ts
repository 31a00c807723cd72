// Every conversion fixture, converted by the product in both modes and created on a real kube-apiserver.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { type FixMode } from '../../src/core';
import { loadCatalog } from '../unit/catalogData';
import { convert, judgeConversion, readCases } from './conversionCases';
import { discover } from './discovery';
import { judgeFor, projectRoot, RELEASES } from './servers';

const MODES: readonly FixMode[] = ['preferred', 'keepDefaults'];

interface ExpectedDifference {
  readonly releases: readonly string[];
  readonly differs: readonly string[];
  readonly reason: string;
}

/** Differences that are no fault of ours, by case. */
const EXPECTED: Readonly<Record<string, ExpectedDifference>> = {
  csidriver: {
    releases: ['1.36'],
    differs: ['.spec.preventPodSchedulingIfMissing: false, expected absent'],
    reason: 'a field that came after the release that the expected object was made with, at its default',
  },
  endpointslice: {
    releases: ['1.36', '1.32'],
    differs: [
      '.endpoints[0].deprecatedTopology.kubernetes.io/hostname: absent, expected "node-1"',
      '.endpoints[0].nodeName: "node-1", expected absent',
    ],
    reason: 'deprecatedTopology is dropped from whatever is created through v1; nodeName is where v1 has the host',
  },
};

const catalog = loadCatalog();
const cases = readCases(join(projectRoot, 'test', 'fixtures', 'conversions'));

for (const version of RELEASES) {
  test(`conversions stand before kube-apiserver ${version}`, async t => {
    const server = await judgeFor(t, version, { everything: true });
    if (server === undefined) return;
    const kinds = await discover(server);
    // A release that does not serve the wanted version yet has nothing to say about the case.
    const judged = cases.filter(each => kinds.has(`${each.to} ${String(each.expected['kind'])}`));
    t.diagnostic(`${version}: ${judged.length} of ${cases.length} cases, ${MODES.length} modes each`);
    if (version === RELEASES[0])
      assert.equal(judged.length, cases.length, 'the newest release serves every wanted version');
    assert.ok(judged.length > 0, 'no cases');
    for (const each of judged) {
      for (const mode of MODES) {
        await t.test(`${each.name}, ${mode}`, async () => {
          const converted = convert(each, mode, version, catalog);
          assert.notEqual(converted, each.before, 'left as it was');
          const found = await judgeConversion(server, kinds, each, mode, converted);
          const listed = EXPECTED[each.name];
          assert.deepEqual(found, listed?.releases.includes(version) ? listed.differs : []);
        });
      }
    }
  });
}

test('every expected difference is about a case', () => {
  const names = cases.map(each => each.name);
  assert.deepEqual(
    Object.keys(EXPECTED).filter(name => !names.includes(name)),
    [],
  );
});
