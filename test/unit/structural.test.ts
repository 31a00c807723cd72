// Which validation schemas count as structural, so that apiextensions.k8s.io/v1 takes them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Converter } from '../../src/core/convert/converter';
import { checkSchema, type SchemaCheck } from '../../src/core/convert/structural';
import { NeedsPerson } from '../../src/core/edit/needsPerson';
import { parseSlice } from '../../src/core/yaml/parse';
import { readResources } from '../../src/core/yaml/resources';

function check(schema: string, syntax: 'yaml' | 'helm' = 'yaml'): SchemaCheck {
  const text = `apiVersion: a/v1\nkind: Schema\nschema: ${schema}\n`;
  const [resource] = readResources(parseSlice({ start: 0, text, syntax, branch: [] }));
  assert.ok(resource);
  const converter = new Converter(resource, 'a/v1', 'a/v2', 'preferred');
  return checkSchema(converter, converter.need(converter.root, 'schema'));
}

describe('structural schema', () => {
  const good = [
    '{type: object}',
    '{type: object, x-kubernetes-preserve-unknown-fields: true}',
    '{type: object, properties: {a: {type: array, items: {type: string}}}}',
    '{type: object, properties: {a: {type: object, additionalProperties: {type: string}}}}',
    '{type: object, properties: {a: {type: object, additionalProperties: true}}}',
    '{type: object, properties: {a: {x-kubernetes-preserve-unknown-fields: true}}}',
    '{type: object, properties: {a: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}}}',
    '{type: object, properties: {a: {type: string}}, oneOf: [{required: [a]}]}',
    '{type: object, properties: {a: {type: string}}, anyOf: [{properties: {a: {minLength: 2}}}]}',
    '{type: object, properties: {a: {type: string}}, not: {properties: {a: {enum: [x]}}}}',
    '{type: object, properties: {metadata: {type: object, properties: {name: {type: string}}}}}',
  ];
  for (const schema of good) it(`takes ${schema}`, () => assert.equal(check(schema).fault, null));

  const bad: readonly (readonly [string, string, string?])[] = [
    ['{properties: {a: {type: string}}}', 'manual.schema.rootType'],
    ['{type: string}', 'manual.schema.rootType'],
    ['{type: object, properties: {a: {}}}', 'manual.schema.type', 'openAPIV3Schema.properties.a'],
    ['{type: object, properties: {a: 5}}', 'manual.schema.value', 'openAPIV3Schema.properties.a'],
    ['{type: object, properties: {a: {type: array, items: [{type: string}]}}}', 'manual.schema.value'],
    ['{type: object, properties: {a: {type: array, items: {}}}}', 'manual.schema.type'],
    ['{type: object, properties: {a: {type: object, $ref: "#/b"}}}', 'manual.schema.forbidden'],
    ['{type: object, definitions: {}}', 'manual.schema.forbidden', 'openAPIV3Schema'],
    [
      '{type: object, properties: {a: {type: array, uniqueItems: true, items: {type: string}}}}',
      'manual.schema.forbidden',
    ],
    ['{type: object, properties: {a: {type: string}}, additionalProperties: {type: string}}', 'manual.schema.both'],
    ['{type: object, anyOf: [{properties: {a: {minLength: 2}}}]}', 'manual.schema.logic'],
    [
      '{type: object, properties: {a: {type: string}}, allOf: [{properties: {a: {type: string}}}]}',
      'manual.schema.forbidden',
    ],
    ['{type: object, properties: {a: {type: string, not: {description: x}}}}', 'manual.schema.forbidden'],
    ['{type: object, properties: {a: {anyOf: [{type: integer}, {type: string}]}}}', 'manual.schema.type'],
    [
      '{type: object, properties: {metadata: {type: object, properties: {labels: {type: object}}}}}',
      'manual.schema.forbidden',
    ],
  ];
  for (const [schema, key, path] of bad) {
    it(`refuses ${schema}`, () => {
      const { fault } = check(schema);
      assert.equal(fault?.key, key);
      if (path !== undefined) assert.equal(fault.args?.['path'], path);
    });
  }

  it('sees where unknown fields would be lost below the root', () => {
    assert.equal(check('{type: object, properties: {a: {type: object}}}').prunesInside, true);
    assert.equal(check('{type: object, properties: {a: {type: array, items: {type: object}}}}').prunesInside, true);
    assert.equal(check('{type: object, properties: {a: {type: string}}}').prunesInside, false);
    const kept = '{type: object, properties: {a: {type: object, x-kubernetes-preserve-unknown-fields: true}}}';
    assert.equal(check(kept).prunesInside, false);
    assert.equal(check('{type: object, properties: {metadata: {type: object}}}').prunesInside, false);
  });

  it('asks a person where a template or a merge key hides a part', () => {
    assert.throws(() => check('{type: "{{ .Values.type }}"}', 'helm'), NeedsPerson);
    assert.throws(() => check('{type: object, properties: {<<: {a: {type: string}}}}'), NeedsPerson);
  });

  it('ends on aliases that multiply', () => {
    const level = (n: number): string => `l${n}: &l${n} {type: object, properties: {a: *l${n - 1}, b: *l${n - 1}}}`;
    const levels = Array.from({ length: 30 }, (_, index) => level(index + 1)).join(', ');
    const bomb = `{type: object, properties: {l0: &l0 {type: string}, ${levels}}}`;
    assert.throws(() => check(bomb), NeedsPerson);
  });
});
