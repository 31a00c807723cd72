/** Converting one finding and a whole file, without VS Code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context } from '../../src/core/model/context';
import { type FileAnalysis } from '../../src/core/model/document';
import { type Finding, type FixCertainty } from '../../src/core/model/finding';
import { type Fix } from '../../src/core/model/fix';
import { applyEdits, type Edit } from '../../src/core/model/text';
import { FixCache, convertFile, countCertain } from '../../src/editor/fixes';
import { findAgain, findingsAt } from '../../src/editor/lookup';
import { Phrases } from '../../src/editor/phrases';
import { variantsOf } from '../../src/editor/variants';

const context = {} as Context;
const english = new Phrases('en');

function finding(start: number, end: number, fix: FixCertainty = 'certain', more: Partial<Finding> = {}): Finding {
  const lifecycle = { replacement: 'apps/v1', replacementKind: null } as Finding['lifecycle'];
  const resource = { apiVersion: 'apps/v1beta1', kind: 'Deployment', namespace: null, name: null };
  return {
    start, end, fix, lifecycle, resource, ruleId: 'removed-api', severity: 'error', message: { key: 'm' }, deprecated: true, related: [],
    resourceStart: 0, fixReason: fix === 'manual' ? { key: 'because' } : null, keepDefaultsDiffers: false, step: null,
    documentation: 'https://example.com', ...more,
  }; // prettier-ignore
}

function file(...texts: { text: string; findings: Finding[] }[]): FileAnalysis {
  let start = 0;
  const documents = texts.map(({ text, findings }) => {
    const slice = { start, text, syntax: 'yaml' as const, branch: [] };
    start += text.length;
    return { slice, analysis: { findings, problems: [], resources: [], ignored: 0, parsed: true } };
  });
  return { documents };
}

const certain = (...edits: Edit[]): Fix => ({
  kind: 'edits',
  edits,
  certainty: 'certain',
  pinned: [{ key: 'pin' }],
  notes: [],
});
const cacheOf = (answers: Map<Finding, Fix>): FixCache => new FixCache((_slice, asked) => answers.get(asked)!);

test('converting a file applies certain fixes of every document at their place in the file', () => {
  const [a, b, c] = [finding(0, 3), finding(0, 3), finding(4, 7, 'choice')];
  const analysis = file({ text: 'aaa\n', findings: [a] }, { text: 'bbb ccc\n', findings: [b, c] });
  const cache = cacheOf(
    new Map([
      [a, certain({ start: 0, end: 3, newText: 'A' })],
      [b, certain({ start: 0, end: 3, newText: 'B' })],
    ]),
  );
  const { edits, converted, undecided, pinned } = convertFile(analysis, context, cache);
  assert.equal(applyEdits('aaa\nbbb ccc\n', edits), 'A\nB ccc\n');
  assert.deepEqual([converted, undecided, pinned.length], [2, 1, 2]);
  assert.equal(countCertain(analysis), 2);
});

test('a fix that turns out not to be certain is left out', () => {
  const [a, b] = [finding(0, 1), finding(2, 3)];
  const analysis = file({ text: 'a b c', findings: [a, b] });
  const choice: Fix = {
    kind: 'edits',
    edits: [{ start: 0, end: 1, newText: 'X' }],
    certainty: 'choice',
    pinned: [],
    notes: [],
  };
  const cache = cacheOf(
    new Map<Finding, Fix>([
      [a, choice],
      [b, { kind: 'manual', reason: { key: 'r' } }],
    ]),
  );
  assert.deepEqual(convertFile(analysis, context, cache).edits, []);
});

const overlaps: { name: string; first: Edit[]; second: Edit[]; result: string; converted: number }[] = [
  { name: 'overlapping', first: [{ start: 0, end: 4, newText: 'X' }], second: [{ start: 2, end: 6, newText: 'Y' }, { start: 8, end: 9, newText: 'Z' }], result: 'X456789', converted: 1 },
  { name: 'equal', first: [{ start: 0, end: 4, newText: 'X' }], second: [{ start: 0, end: 4, newText: 'X' }, { start: 8, end: 9, newText: 'Z' }], result: 'X4567Z9', converted: 2 },
  { name: 'touching', first: [{ start: 0, end: 4, newText: 'X' }], second: [{ start: 4, end: 6, newText: 'Y' }], result: 'XY6789', converted: 2 },
  { name: 'two insertions at one place', first: [{ start: 3, end: 3, newText: 'X' }], second: [{ start: 3, end: 3, newText: 'Y' }], result: '012X3456789', converted: 1 },
  { name: 'an insertion inside a replacement', first: [{ start: 1, end: 5, newText: 'X' }], second: [{ start: 3, end: 3, newText: 'Y' }], result: '0X56789', converted: 1 },
]; // prettier-ignore
for (const { name, first, second, result, converted } of overlaps) {
  test(`of two ${name} fixes no edit is applied twice or half`, () => {
    const [a, b] = [finding(0, 1), finding(1, 2)];
    const done = convertFile(
      file({ text: '0123456789', findings: [a, b] }),
      context,
      cacheOf(
        new Map([
          [a, certain(...first)],
          [b, certain(...second)],
        ]),
      ),
    );
    assert.equal(applyEdits('0123456789', done.edits), result);
    assert.equal(done.converted, converted);
  });
}

test('the core is asked once per finding and mode, and again when the context is another', () => {
  const asked: string[] = [];
  const cache = new FixCache((_slice, _finding, mode) => {
    asked.push(mode);
    return { kind: 'manual', reason: { key: 'r' } };
  });
  const [located] = findingsAt(file({ text: 'abc', findings: [finding(0, 1)] }), { start: 0, end: 0 });
  for (const mode of ['preferred', 'preferred', 'keepDefaults'] as const) cache.fix(located!, mode, context);
  cache.fix(located!, 'preferred', { ...context });
  assert.deepEqual(asked, ['preferred', 'keepDefaults', 'preferred']);
});

test('a finding is found by the cursor at either end, and again by rule and span only', () => {
  const analysis = file({ text: 'abcdef\n', findings: [] }, { text: 'xx BAD yy', findings: [finding(3, 6)] });
  const hits = (start: number, end = start): number => findingsAt(analysis, { start, end }).length;
  assert.deepEqual(
    [9, 10, 12, 13, 14].map(at => hits(at)),
    [0, 1, 1, 1, 0],
  );
  assert.equal(hits(0, 100), 1);
  const key = { ruleId: 'removed-api', start: 10, end: 13 };
  assert.equal(findAgain(analysis, key)?.start, 10);
  assert.equal(findAgain(analysis, { ...key, ruleId: 'deprecated-api' }), undefined);
  assert.equal(findAgain(analysis, { ...key, end: 12 }), undefined);
});

test('an action says what it converts to and what it keeps', () => {
  const keep: Fix = { ...(certain() as Extract<Fix, { kind: 'edits' }>), pinned: [{ key: 'one' }, { key: 'two' }] };
  const offered = (found: Finding, preferred: Fix) => {
    const [located] = findingsAt(file({ text: 'abc', findings: [found] }), { start: 0, end: 0 });
    return variantsOf(located!, mode => (mode === 'preferred' ? preferred : keep), english);
  };
  const titles = (found: Finding, preferred: Fix): string[] =>
    offered(found, preferred).variants.map(({ title }) => title);
  const plain: Fix = { kind: 'edits', edits: [], certainty: 'certain', pinned: [], notes: [] };
  assert.deepEqual(titles(finding(0, 1), plain), ['Convert to apps/v1']);
  assert.deepEqual(titles(finding(0, 1), certain()), ['Convert to apps/v1 (keeps pin)']);
  assert.deepEqual(titles(finding(0, 1, 'certain', { keepDefaultsDiffers: true }), plain), [
    'Convert to apps/v1',
    "Convert, keeping all of today's defaults (one, two)",
  ]);
  const choices: Fix = { kind: 'choices', reason: { key: 'why' }, choices: [{ id: 'a', title: { key: 'A' }, edits: [] }, { id: 'b', title: { key: 'B' }, edits: [] }] }; // prettier-ignore
  assert.deepEqual(titles(finding(0, 1, 'choice'), choices), ['A', 'B']);
  assert.deepEqual(offered(finding(0, 1, 'manual'), plain), { variants: [], blocked: { key: 'because' } });
  assert.equal(offered(finding(0, 1, 'choice'), { ...plain, certainty: 'choice' } as Fix).variants[0]?.certain, false);
});
