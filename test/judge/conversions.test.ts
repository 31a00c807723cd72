// Every conversion fixture, converted by the product in both modes and created on a real kube-apiserver.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { type FixMode } from '../../src/core';
import { loadCatalog } from '../unit/catalogData';
import { convert, judgeConversion, judgeResult, readCases, readResults } from './conversionCases';
import { discover } from './discovery';
import { DIFFERENCES, REFUSALS } from './expected';
import { judgeFor, projectRoot, RELEASES } from './servers';

const MODES: readonly FixMode[] = ['preferred', 'keepDefaults'];

const catalog = loadCatalog();
const folder = join(projectRoot, 'test', 'fixtures', 'conversions');
const cases = readCases(folder);
const results = readResults(folder);

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
          const listed = DIFFERENCES[each.name];
          assert.deepEqual(found, listed?.releases.includes(version) ? listed.differs : []);
        });
      }
    }
    const served = results.filter(({ objects }) => objects.every(at => kinds.has(`${at.apiVersion} ${at.kind}`)));
    t.diagnostic(`${version}: ${served.length} of ${results.length} results to accept`);
    for (const { name, objects } of served) {
      const refusal = REFUSALS[dirname(name)];
      const refused = refusal?.releases.includes(version) ? refusal : undefined;
      await t.test(`${name} is ${refused === undefined ? 'accepted whole' : 'refused'}`, async () => {
        const problems: string[] = [];
        for (const object of objects) problems.push(...(await judgeResult(server, kinds, object)));
        if (refused === undefined) assert.deepEqual(problems, []);
        else
          assert.ok(
            problems.some(each => each.includes(refused.says)),
            `refused no more, or not for: ${refused.says}`,
          );
      });
    }
  });
}

test('everything expected is about a fixture', () => {
  const names = [...cases.map(each => each.name), ...results.map(each => dirname(each.name))];
  assert.deepEqual(
    [...Object.keys(DIFFERENCES), ...Object.keys(REFUSALS)].filter(name => !names.includes(name)),
    [],
  );
});
