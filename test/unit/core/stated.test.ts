/** What could not be judged is said, though the scanner alone would let it pass. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPlainlyWhole } from '../../../src/core/yaml/whole';
import { lines, problems, rows, usual } from './support';

describe('what cannot be judged is stated', () => {
  const cases: readonly { readonly what: string; readonly text: string; readonly told: readonly string[] }[] = [
    {
      what: 'a kind the data does not know in a group it knows',
      text: lines('apiVersion: apps/v1', 'kind: Widget'),
      told: ['unknownApi 1'],
    },
    { what: 'the same, indented', text: lines('  apiVersion: apps/v1', '  kind: Widget'), told: ['unknownApi 1'] },
    {
      what: 'the same, in a list',
      text: lines('apiVersion: v1', 'kind: List', 'items:', '- {apiVersion: apps/v1, kind: Widget}'),
      told: ['unknownApi 4'],
    },
    { what: 'a custom object is no concern', text: lines('apiVersion: example.com/v1', 'kind: Widget'), told: [] },
    {
      what: 'a chart’s own file is none either',
      text: lines('apiVersion: v2', 'name: shop', 'version: 1.0.0'),
      told: [],
    },
    { what: 'a line without a colon', text: lines('apiVersion: v1', 'kind: Pod', 'metada'), told: ['yaml 3'] },
    {
      what: 'a quote that is never closed',
      text: lines('apiVersion: v1', 'kind: Pod', 'metadata:', '  name: "a'),
      told: ['yaml 5'],
    },
    {
      what: 'a map under a value',
      text: lines('apiVersion: v1', 'kind: Pod', 'metadata: x', '  name: a'),
      told: ['yaml 3'],
    },
    {
      what: 'a tab as indentation',
      text: lines('apiVersion: v1', 'kind: Pod', 'metadata:', '\tname: a'),
      told: ['yaml 4'],
    },
    { what: 'a bracket too few', text: lines('apiVersion: v1', 'kind: Pod', 'spec: {a: [1}'), told: ['yaml 3'] },
    {
      what: 'a key twice',
      text: lines('apiVersion: v1', 'kind: Pod', 'metadata: {name: a}', 'metadata: {name: b}'),
      told: ['duplicateKey 4'],
    },
    {
      what: 'a key twice in flow style',
      text: lines('apiVersion: v1', 'kind: Pod', 'metadata: {name: a, name: b}'),
      told: ['duplicateKey 3'],
    },
    {
      what: 'a key twice in JSON',
      text: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "name": "b"}}',
      told: ['duplicateKey 1'],
    },
    {
      what: 'a key twice far down',
      text: lines(
        'apiVersion: v1',
        'kind: Pod',
        'spec:',
        '  containers:',
        '  - name: a',
        '    image: b',
        '    "image": c',
      ),
      told: ['duplicateKey 7'],
    },
    {
      what: 'the same key in two items is fine',
      text: lines('apiVersion: v1', 'kind: Pod', 'spec:', '  containers:', '  - name: a', '  - name: b'),
      told: [],
    },
  ];
  for (const { what, text, told } of cases) {
    it(what, () => {
      assert.deepEqual(rows(text), []);
      assert.deepEqual(problems(text, usual), told);
    });
  }

  it('and the document that was left unread is only the broken one', () => {
    const text = lines(
      'apiVersion: v1',
      'kind: Pod',
      'spec: {a: [1',
      '---',
      'apiVersion: extensions/v1beta1',
      'kind: Ingress',
    );
    assert.equal(rows(text).length, 1);
    assert.deepEqual(problems(text), ['yaml 4']);
  });
});

describe('isPlainlyWhole', () => {
  const whole: readonly string[] = [
    'a: 1\nb: two words\n',
    '---\n# note\n\na: 1\r\nb:\r\n  c: d\r\n',
    'a:\n- b\n- c: d\n  e: f\n- - g\n  - h\ni: j\n',
    'a:\n    - b # note\n    - "c: d"\n',
    "a: 'it''s: fine' # note\n",
    'a: "x\\n\\"y\\""\n',
    'a: {b: c, d: [e, "f, g"]}\n',
    'a: |\n  any: thing [ "\n\n    deeper\nb: >-\n  c\n',
    'a: text that\n  goes on\n\n  and on\nb: c\n',
    "a: 'text that\n  goes on'\nb: c\n",
    'a: &x\n  b: c\nd: *x\ne: {}\nf: []\n',
    '"a": b\nhttp://c: d\n',
    '{"a": {"b": [1, true, null, "c"]}}',
    '# nothing but a note\n',
  ];
  for (const text of whole) it(`is sure of ${JSON.stringify(text)}`, () => assert.ok(isPlainlyWhole(text)));

  const unsure: readonly string[] = [
    'a',
    'a: b: c\n',
    'a: b\n  c: d\n',
    'a:\n    b: c\n  d: e\n',
    'a: 1\n- b\n',
    'a: "b\n',
    'a: "b" c\n',
    'a: "b"#c\n',
    'a: "\\q"\n',
    'a: [b\n',
    'a: {b: c: d}\n',
    'a: {b: 1, b: 2}\n',
    'a: 1\na: 2\n',
    'a:\tb\n',
    'a:\n\tb: c\n',
    'a: @b\n',
    'a: !!str b\n',
    '? a\n: b\n',
    'a: 1\n---\nb: 2\n',
    'a: 1\n...\n',
    '{"a": 1, "a": 2}',
    '{"a": 1',
    '{a: 1}',
  ];
  for (const text of unsure) it(`leaves ${JSON.stringify(text)} to the parser`, () => assert.ok(!isPlainlyWhole(text)));
});
