/** However an old version is spelled it is found, and what only looks like one is not. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lines, rows } from './support';

/** Line, rule, severity and underlined text; whether it can be fixed is told elsewhere. */
const seen = (text: string): string[] => rows(text).map(row => row.replace(/^(\d+ \S+ \S+) \S+/, '$1'));

describe('an old version is found', () => {
  const cases: readonly { readonly what: string; readonly text: string; readonly at: readonly string[] }[] = [
    {
      what: 'plainly written',
      text: lines('apiVersion: extensions/v1beta1', 'kind: Ingress'),
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'kind first',
      text: lines('kind: Ingress', 'apiVersion: extensions/v1beta1 # old'),
      at: ['2 removed-api error extensions/v1beta1'],
    },
    {
      what: 'in quotes',
      text: lines(`'apiVersion': "extensions/v1beta1"`, `"kind" : 'Ingress'`),
      at: ['1 removed-api error "extensions/v1beta1"'],
    },
    {
      what: 'an escape in the key',
      text: lines('"api\\u0056ersion": extensions/v1beta1', 'kind: Ingress'),
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'an escape in the value',
      text: lines('apiVersion: "extensions\\/v1beta1"', 'kind: "\\x49ngress"'),
      at: ['1 removed-api error "extensions\\/v1beta1"'],
    },
    {
      what: 'the value on the next line',
      text: lines('apiVersion:', '  extensions/v1beta1', 'kind:', '    Ingress'),
      at: ['2 removed-api error extensions/v1beta1'],
    },
    {
      what: 'a folded value',
      text: lines('apiVersion: >-', '  extensions/v1beta1', 'kind: |-', '  Ingress'),
      at: ['1 removed-api error >-\n  extensions/v1beta1\n'],
    },
    {
      what: 'an explicit key',
      text: lines('? apiVersion', ': extensions/v1beta1', '? kind', ': Ingress'),
      at: ['2 removed-api error extensions/v1beta1'],
    },
    {
      what: 'a tag',
      text: lines('apiVersion: !!str extensions/v1beta1', 'kind: !!str Ingress'),
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'an anchor before the value',
      text: lines('apiVersion: &v extensions/v1beta1', 'kind: Ingress'),
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'an anchor before the key',
      text: lines('&k apiVersion: extensions/v1beta1', 'kind: Ingress'),
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'an alias: underlined where it stands',
      text: lines('x: &v extensions/v1beta1', 'apiVersion: *v', 'kind: Ingress'),
      at: ['2 removed-api error *v'],
    },
    {
      what: 'an alias as key',
      text: lines('x: &k apiVersion', '*k : extensions/v1beta1', 'kind: Ingress'),
      at: ['2 removed-api error extensions/v1beta1'],
    },
    {
      what: 'from a merge key',
      text: lines('<<: &base {apiVersion: extensions/v1beta1}', 'kind: Ingress'),
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'in flow style',
      text: '{apiVersion: extensions/v1beta1, kind: Ingress}',
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'as JSON',
      text: '{"kind":"Ingress","apiVersion":"extensions/v1beta1"}',
      at: ['1 removed-api error "extensions/v1beta1"'],
    },
    {
      what: 'as KYAML',
      text: lines('---', '{', '  apiVersion: "extensions/v1beta1",', '  kind: "Ingress",', '}'),
      at: ['3 removed-api error "extensions/v1beta1"'],
    },
    {
      what: 'after a directive',
      text: lines('%YAML 1.1', '---', 'apiVersion: extensions/v1beta1', 'kind: Ingress'),
      at: ['3 removed-api error extensions/v1beta1'],
    },
    {
      what: 'on the line of the marker',
      text: '--- {apiVersion: extensions/v1beta1, kind: Ingress}\n',
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'all indented',
      text: lines('  apiVersion: extensions/v1beta1', '  kind: Ingress'),
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'with CRLF',
      text: 'apiVersion: extensions/v1beta1\r\nkind: Ingress\r\n',
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'after a byte order mark',
      text: '\ufeffapiVersion: extensions/v1beta1\nkind: Ingress\n',
      at: ['1 removed-api error extensions/v1beta1'],
    },
    {
      what: 'in the second document',
      text: lines('a: 1', '--- # next', 'apiVersion: extensions/v1beta1', 'kind: Ingress'),
      at: ['3 removed-api error extensions/v1beta1'],
    },
    {
      what: 'the last of a key that stands twice',
      text: lines('apiVersion: v1', 'apiVersion: extensions/v1beta1', 'kind: Ingress'),
      at: ['2 removed-api error extensions/v1beta1'],
    },
    {
      what: 'next to unresolved tags',
      text: lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'spec: !Ref thing', 'x: !vault |', '  6162'),
      at: ['1 removed-api error extensions/v1beta1'],
    },
  ];
  for (const { what, text, at } of cases) it(what, () => assert.deepEqual(seen(text), at));
});

describe('nothing is found', () => {
  const cases: readonly { readonly what: string; readonly text: string }[] = [
    {
      what: 'in a comment',
      text: lines('# apiVersion: extensions/v1beta1', '# kind: Ingress', 'apiVersion: v1', 'kind: ConfigMap'),
    },
    {
      what: 'in a block scalar',
      text: lines(
        'apiVersion: v1',
        'kind: ConfigMap',
        'data:',
        '  a: |',
        '    apiVersion: extensions/v1beta1',
        '    kind: Ingress',
      ),
    },
    {
      what: 'in a folded scalar',
      text: lines(
        'apiVersion: v1',
        'kind: ConfigMap',
        'data:',
        '  a: >',
        '    apiVersion: extensions/v1beta1',
        '    kind: Ingress',
      ),
    },
    {
      what: 'in a quoted text',
      text: lines('apiVersion: v1', 'kind: ConfigMap', 'data: {a: "apiVersion: extensions/v1beta1\\nkind: Ingress"}'),
    },
    {
      what: 'in the schema of a custom resource',
      text: lines(
        'apiVersion: apiextensions.k8s.io/v1',
        'kind: CustomResourceDefinition',
        'spec:',
        '  properties:',
        '    apiVersion: {type: string}',
        '    kind:',
        '      type: string',
      ),
    },
    {
      what: 'an owner',
      text: lines(
        'apiVersion: v1',
        'kind: Pod',
        'metadata:',
        '  ownerReferences:',
        '  - {apiVersion: extensions/v1beta1, kind: ReplicaSet, name: a, uid: b}',
      ),
    },
    { what: 'a version without a kind', text: lines('apiVersion: extensions/v1beta1') },
    { what: 'a kind without a version', text: lines('kind: Ingress') },
    { what: 'a longer word', text: lines('apiVersion: extensions/v1beta10', 'kind: Ingress') },
    {
      what: 'a version that goes on on the next line',
      text: lines('apiVersion: extensions/v1beta1', '  and more', 'kind: Ingress'),
    },
    { what: 'another case', text: lines('apiversion: extensions/v1beta1', 'kind: Ingress') },
    { what: 'a version that is no string', text: lines('apiVersion: [extensions/v1beta1]', 'kind: Ingress') },
    { what: 'a group of one’s own', text: lines('apiVersion: example.com/v1beta1', 'kind: Ingress') },
    {
      what: 'a template inside a custom object',
      text: lines(
        'apiVersion: example.com/v1',
        'kind: Bundle',
        'template:',
        '  apiVersion: extensions/v1beta1',
        '  kind: Ingress',
      ),
    },
  ];
  for (const { what, text } of cases) it(what, () => assert.deepEqual(rows(text), []));

  it('in texts that are no manifests', () => {
    for (const text of [
      '',
      '\n',
      '# only a comment\n',
      '---\n',
      '42',
      '"apiVersion"',
      '[]',
      'apiVersion',
      '\u0000\u0001',
      '{{ }}',
    ]) {
      assert.deepEqual(rows(text), [], JSON.stringify(text));
    }
  });
});
