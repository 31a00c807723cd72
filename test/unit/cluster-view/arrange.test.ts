// The order in which a person works through the results.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange, byOwner } from '../../../src/core/report';
import { owner, result, subject, text } from './results';

const idsOf = (checks: readonly { result: { checkId: string } }[]): string[] => checks.map(at => at.result.checkId);

test('what blocks comes first, then warnings, what was not checked, information; passed is apart', () => {
  const results = [
    ...[result('pass'), result('info', { state: 'info' }), result('unknown', { state: 'unknown' })],
    ...[
      result('none', { state: 'not-applicable' }),
      result('warn', { state: 'warn' }),
      result('fail', { state: 'fail' }),
    ],
  ];
  const [step, ...more] = arrange(results, { path: ['1.32', '1.33'] });
  assert.deepEqual(more, []);
  assert.deepEqual(idsOf(step!.checks), ['fail', 'warn', 'unknown', 'info']);
  assert.deepEqual(idsOf(step!.passed), ['pass']);
  assert.deepEqual(idsOf(step!.notApplicable), ['none']);
  assert.deepEqual(step!.counts, { fail: 1, warn: 1, unknown: 1, info: 1 });
});

test('an object stands at the step at which it breaks, and its check there with the state of that step', () => {
  const subjects = [
    subject('now', { state: 'warn' }),
    subject('today', { step: 0, state: 'info' }),
    subject('first', { step: 1, state: 'warn' }),
    subject('second', { step: 2 }),
  ];
  const steps = arrange([result('a', { state: 'fail', subjects })], { path: ['1.24', '1.26', '1.28'] });
  assert.deepEqual(
    steps.map(({ number, from, to, checks }) => [
      ...[number, from, to],
      ...checks.map(({ state, subjects: own }) => [state, ...own.map(({ name }) => name)].join(' ')),
    ]),
    [
      [1, '1.24', '1.26', 'warn now today first'],
      [2, '1.26', '1.28', 'fail second'],
    ],
  );
});

test('a check that was only partly made is not checked at the first step, though it found something later', () => {
  const partly = result('a', { state: 'fail', reason: text('forbidden'), subjects: [subject('late', { step: 2 })] });
  const [first, second] = arrange([partly], { path: ['1.24', '1.26', '1.28'] });
  assert.deepEqual(
    first!.checks.map(({ state }) => state),
    ['unknown'],
  );
  assert.deepEqual(
    second!.checks.map(({ state }) => state),
    ['fail'],
  );
});

test("without today's version there is one step, to the target", () => {
  const [step, ...more] = arrange([result('a', { state: 'fail', subjects: [subject('x')] })], { path: ['1.33'] });
  assert.deepEqual([step!.from, step!.to, idsOf(step!.checks)], [null, '1.33', ['a']]);
  assert.deepEqual(more, []);
});

test('objects are grouped by owner, those without one last', () => {
  const parts = byOwner([
    subject('a', { owner: owner('web') }),
    subject('alone'),
    subject('b', { owner: { ...owner('web'), apiVersion: 'apps/v1beta1' } }),
    subject('c', { owner: owner('cart') }),
  ]);
  assert.deepEqual(
    parts.map(part => [part.owner?.name ?? null, part.subjects.map(({ name }) => name)]),
    [
      ['web', ['a', 'b']],
      ['cart', ['c']],
      [null, ['alone']],
    ],
  );
});

test('at each step a check speaks of the objects of that step', () => {
  const subjects = [subject('late', { step: 2 }), subject('later', { step: 2 }), subject('soon', { step: 1 })];
  const steps = arrange([result('a', { state: 'fail', subjects })], { path: ['1.24', '1.26', '1.28'] });
  assert.deepEqual(
    steps.map(({ checks }) => checks[0]?.message),
    [text('about soon'), { key: 'check.several', args: { first: text('about late'), count: 1 } }],
  );
});
