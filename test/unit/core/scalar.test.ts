/** Plain scalars mean to us what they mean to an API server: YAML 1.1, as go-yaml reads it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needsQuotes, plainInt, plainType, type ScalarType } from '../../../src/core/yaml/scalar';

describe('plainType', () => {
  const table: Readonly<Record<ScalarType, readonly string[]>> = {
    null: ['', '~', 'null', 'Null', 'NULL'],
    bool: ['y', 'Y', 'yes', 'Yes', 'YES', 'n', 'N', 'no', 'NO', 'on', 'On', 'off', 'OFF', 'true', 'True', 'FALSE'],
    int: ['0', '80', '-1', '+7', '0777', '0o17', '0x1F', '0b101', '1_000', '-0x10'],
    float: ['.5', '1.5', '-1.5e+3', '1e+10', '.inf', '-.INF', '.nan', '1_0.5'],
    string: [
      'nO',
      'yEs',
      'nil',
      'None',
      '1:30',
      '2001-12-14',
      '0o8',
      '0x',
      '1.2.3',
      '80a',
      '1e3x',
      '-',
      '+',
      '.',
      '_',
      '_1',
      'http',
      '10.0.0.1',
      '1-2',
      '<<',
      '~a',
      '.Inf.',
      '08a',
    ],
  };
  for (const [type, sources] of Object.entries(table)) {
    for (const source of sources)
      it(`${JSON.stringify(source)} is ${type}`, () => assert.equal(plainType(source), type));
  }
});

describe('plainInt', () => {
  for (const [source, value] of [
    ['80', 80],
    ['-80', -80],
    ['+80', 80],
    ['0777', 511],
    ['0o17', 15],
    ['0x1F', 31],
    ['0b11', 3],
    ['1_000', 1000],
    ['-010', -8],
  ] as const) {
    it(`${source} is ${value}`, () => assert.equal(plainInt(source), value));
  }
});

describe('needsQuotes', () => {
  for (const text of [
    '',
    'y',
    'no',
    'null',
    '80',
    '0777',
    '1_000',
    '.5',
    'a: b',
    'a #b',
    '#a',
    '- a',
    '*a',
    '&a',
    '!a',
    '{a',
    'a]',
    'a,b',
    ' a',
    'a ',
    'a:',
    '@a',
    '`a`',
    "'a'",
    '"a"',
    '%a',
    '=',
    '<<',
    'a\nb',
    'a\tb',
    '\u0007',
  ])
    it(`${JSON.stringify(text)} does`, () => assert.ok(needsQuotes(text)));
  for (const text of [
    'a',
    'networking.k8s.io/v1',
    'a b',
    'a-b',
    'http',
    '1:30',
    'v1',
    'nO',
    'a:b',
    'a#b',
    'caf\u00e9',
    '/',
  ])
    it(`${JSON.stringify(text)} does not`, () => assert.ok(!needsQuotes(text)));
});
