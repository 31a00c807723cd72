/** Texts made to hurt, and texts half typed: an answer, never an exception, and no fix where the YAML is broken. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Syntax } from '../../../src/core/model/document';
import { analyseAll, converted, lines, problems, rows, usual } from './support';

const HEAD = lines('apiVersion: extensions/v1beta1', 'kind: Ingress');

describe('hostile texts', () => {
  const bomb = lines(
    'x0: &x0 [a, a]',
    ...Array.from({ length: 40 }, (_, at) => `x${at + 1}: &x${at + 1} [${`*x${at}, `.repeat(9)}*x${at}]`),
  );
  const deepMap = Array.from({ length: 5_000 }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
  const texts: Readonly<Record<string, string>> = {
    'an alias bomb': HEAD + bomb,
    'an alias into itself': lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'spec: &s', '  rules: *s'),
    'a merge key into itself': lines('&m', '<<: *m', 'apiVersion: extensions/v1beta1', 'kind: Ingress'),
    'merge keys in a circle': lines(
      'a: &a {<<: *b}',
      'b: &b {<<: *a}',
      '<<: *a',
      'apiVersion: extensions/v1beta1',
      'kind: Ingress',
    ),
    '20 000 brackets': `${HEAD}spec: ${'['.repeat(20_000)}`,
    '20 000 pairs of brackets': `${HEAD}spec: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    '5 000 levels of maps': `${HEAD}spec:\n${deepMap.replace(/^/gm, ' ')}`,
    '20 000 dashes': `${HEAD}spec:\n ${'- '.repeat(20_000)}\n`,
    'a megabyte of block scalar': `${HEAD}data: |\n${'  apiVersion: v1 and text\n'.repeat(40_000)}`,
    'a line of a megabyte': `${HEAD}data: ${'x'.repeat(1_000_000)}\n`,
    '20 000 quotes': `${HEAD}data: ${'"'.repeat(20_000)}\n`,
    '10 000 unclosed actions': `${HEAD}${'{{ '.repeat(10_000)}\n`,
    '3 000 blocks without an end': `${HEAD}${'{{ if .x }}\n'.repeat(3_000)}`,
    '5 000 duplicate keys': `${HEAD}${'a: b\n'.repeat(5_000)}`,
    '500 documents': `${HEAD}---\n`.repeat(500),
    'control characters': `${HEAD}a: \u0000\u0001\u001b[31m\n`,
    'half a surrogate pair': `${HEAD}a: \ud83d\n`,
  };
  for (const [what, text] of Object.entries(texts)) {
    for (const syntax of ['yaml', 'helm', 'json'] as const satisfies readonly Syntax[]) {
      it(`${what}, read as ${syntax}`, () => {
        const seen = analyseAll(text, usual, syntax);
        const told = seen.reduce((sum, { analysis }) => sum + analysis.findings.length + analysis.problems.length, 0);
        assert.ok(told > 0, 'a finding, or a stated unknown');
      });
    }
  }

  it('say that nesting is too deep to be read', () => {
    assert.deepEqual(problems(`${HEAD}spec: ${'['.repeat(300)}${']'.repeat(300)}\n`), ['nesting 1']);
  });

  it('an alias bomb is judged like any other document', () => {
    assert.deepEqual(rows(HEAD + bomb), ['1 removed-api error certain extensions/v1beta1']);
  });
});

describe('a document with YAML errors', () => {
  const cases: readonly (readonly [what: string, text: string])[] = [
    ['an open bracket', lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'spec: [a')],
    ['an open quote', lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'a: "b')],
    ['a tab', lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'spec:', '\tbackend: a')],
    ['a wrong indentation', lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'spec:', '    a: b', '  c: d')],
    ['a line half typed', lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'met')],
  ];
  for (const [what, text] of cases) {
    it(`keeps its finding and gets no fix: ${what}`, () => {
      assert.deepEqual(rows(text), ['1 removed-api error manual extensions/v1beta1']);
      assert.equal(converted(text), 'fix.broken');
      assert.match(problems(text).join(), /^yaml \d$/);
    });
  }

  it('does not touch the documents round it', () => {
    const text = lines(
      'apiVersion: extensions/v1beta1',
      'kind: Ingress',
      '---',
      'a: [',
      '---',
      'apiVersion: extensions/v1beta1',
      'kind: Ingress',
    );
    assert.deepEqual(rows(text), [
      '1 removed-api error certain extensions/v1beta1',
      '6 removed-api error certain extensions/v1beta1',
    ]);
  });
});
