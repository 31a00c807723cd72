// The comparison that the judge relies on: what it leaves out, and that it leaves out nothing else.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FixMode } from '../../src/core';
import { comparable, differences, type JsonObject } from './comparable';

const manifest = { kind: 'Deployment', metadata: { name: 'web' } };
const expected: JsonObject = {
  ...manifest,
  metadata: { name: 'web', creationTimestamp: null, labels: { app: 'web' }, annotations: { 'deprecated.x': '3' } },
  spec: {
    revisionHistoryLimit: 2,
    strategy: { rollingUpdate: { maxSurge: 1 } },
    template: { metadata: { creationTimestamp: null, labels: { app: 'web' } }, spec: { containers: [{ name: 'c' }] } },
  },
  status: { replicas: 1 },
};

const compare = (actual: JsonObject, mode: FixMode, before: JsonObject = manifest): readonly string[] =>
  differences(comparable(actual, before, mode), comparable(expected, before, mode));

describe('comparison with the expected object', () => {
  it('leaves out what the server fills in, the status, and what the old version copied from the template', () => {
    const actual = {
      ...expected,
      metadata: { name: 'web', uid: 'u', resourceVersion: '1', generation: 1, managedFields: [{ manager: 'm' }] },
      status: {},
    };
    assert.deepEqual(compare(actual, 'keepDefaults'), []);
  });

  it('keeps labels that the manifest had', () => {
    const before = { ...manifest, metadata: { name: 'web', labels: { app: 'web' } } };
    const actual = { ...expected, metadata: { name: 'web' } };
    assert.deepEqual(compare(actual, 'preferred', before), ['.metadata.labels.app: absent, expected "web"']);
  });

  it('keeps every default in one mode, and four less in the other', () => {
    const spec = { ...(expected['spec'] as JsonObject), revisionHistoryLimit: 10 };
    const actual = { ...expected, spec };
    assert.deepEqual(compare(actual, 'preferred'), []);
    assert.deepEqual(compare(actual, 'keepDefaults'), ['.spec.revisionHistoryLimit: 10, expected 2']);
  });

  it('keeps a field of the same name in another kind', () => {
    const budget = (value: number): ReadonlyMap<string, unknown> =>
      comparable({ kind: 'PodDisruptionBudget', spec: { maxUnavailable: value } }, {}, 'preferred');
    assert.deepEqual(budget(1).get('.spec.maxUnavailable'), 1);
  });

  it('sees a changed item, a missing one and an empty list', () => {
    const withContainers = (containers: JsonObject[]): JsonObject => ({
      ...expected,
      spec: { ...(expected['spec'] as JsonObject), template: { spec: { containers } } },
    });
    const path = '.spec.template.spec.containers';
    const label = '.spec.template.metadata.labels.app: absent, expected "web"';
    assert.deepEqual(compare(withContainers([{ name: 'd' }]), 'keepDefaults'), [
      label,
      `${path}[0].name: "d", expected "c"`,
    ]);
    assert.deepEqual(compare(withContainers([]), 'keepDefaults'), [
      label,
      `${path}: "[]", expected absent`,
      `${path}[0].name: absent, expected "c"`,
    ]);
  });
});
