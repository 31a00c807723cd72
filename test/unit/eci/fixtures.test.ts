/** Whole files, and what a fuzzer makes of them: the promises of the core hold with the table of ECI too. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { describeAt } from '../../../src/core/annotations/describeAt';
import { complete } from '../../../src/core/complete';
import { detectSyntax, splitDocuments } from '../../../src/core/yaml/split';
import { projectRoot } from '../catalogData';
import { mutate, type Seed } from '../fuzz/mutate';
import { checkText, type Counts } from '../fuzz/properties';
import { Random } from '../fuzz/random';
import { eciContext, found } from './support';

const folder = join(projectRoot, 'test', 'fixtures', 'eci');
const files = readdirSync(folder).sort();
const seeds: Seed[] = files.map(name => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, syntax: detectSyntax(name, text) };
});
const first = Number(process.env.SEED ?? 1);
const runs = Number(process.env.RUNS ?? 400);

describe('fixtures', () => {
  it('are right, or wrong in the ways that the rules tell', () => {
    const byName = Object.fromEntries(seeds.map(({ name, text, syntax }) => [name, found(text, undefined, syntax)]));
    assert.deepEqual(byName['valid.yaml'], []);
    assert.deepEqual(byName['problems.json'], [
      'warning placement "k8s.aliyun.com/eci-use-specs"',
      'warning placement "k8s.aliyun.com/eci-with-eip"',
      'error type true',
      'warning label "k8s.aliyun.com/eci-vswitch"',
    ]);
    const rules = byName['problems.yaml']!.map(said => said.split(' ')[1]);
    assert.deepEqual([...new Set(rules)].sort(), [
      'dependency',
      'label',
      'placement',
      'readonly',
      'renamed',
      'spec-rounding',
      'type',
      'unknown',
      'value',
    ]);
  });
});

describe('any text at all', () => {
  it(`keeps every promise with ECI's table (${runs} inputs from seed ${first})`, () => {
    const context = eciContext({ target: '1.31' });
    const counts: Counts = { documents: 0, findings: 0, fixes: 0, broken: 0 };
    for (let run = 0; run < runs; run++) {
      const random = new Random(first + run);
      const from = random.pick(seeds);
      const text = mutate(from, random, seeds);
      try {
        checkText(text, from.syntax, context, counts);
        const slices = splitDocuments(text, from.syntax);
        const slice = random.pick(slices.length > 0 ? slices : splitDocuments('a', 'yaml'));
        const offset = Math.floor((slice.text.length * run) / runs);
        describeAt(slice, offset, context);
        for (const { start, end, snippet } of complete(slice, offset, context)) {
          assert.ok(
            0 <= start && start <= offset && offset <= end && end <= slice.text.length,
            `${start}-${end} at ${offset}`,
          );
          assert.ok(!slice.text.slice(start, end).includes('\n') && !snippet.includes('\n'), 'on one line');
        }
      } catch (error) {
        throw new Error(`SEED=${first + run} RUNS=1, from ${from.name}\n${text}`, { cause: error });
      }
    }
    if (runs >= 400) assert.ok(counts.findings > runs && counts.fixes > runs / 4, JSON.stringify(counts));
  });
});
