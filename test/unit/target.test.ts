/** Versions as people write them, and the way from today's to the target. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Provider } from '../../src/core/model/context';
import { beyondData, compareMinors, parseMinor, resolveTarget } from '../../src/core/verdict/target';
import { loadCatalog, targetOf } from './catalogData';

const catalog = loadCatalog();

describe('parseMinor', () => {
  const readable = {
    '1.31': '1.31',
    ' 1.31 ': '1.31',
    'v1.31.4': '1.31',
    '1.31.2-eks-abc': '1.31',
    'v1.24.6-aliyun.1': '1.24',
    '1.30+': '1.30',
    'v1.37.0-rc.1': '1.37',
    '1.9': '1.9',
    '1.0': '1.0',
  };
  for (const [text, minor] of Object.entries(readable)) {
    it(`reads "${text}"`, () => assert.equal(parseMinor(text), minor));
  }
  for (const text of ['', 'auto', '1', '2.1', '1.', '1.x', '1.31x', '>=1.31', '1.31 or later', '11.31', '1.1234']) {
    it(`refuses "${text}"`, () => assert.equal(parseMinor(text), undefined));
  }
});

describe('compareMinors', () => {
  it('goes by number, not by text', () => {
    assert.deepEqual(['1.10', '1.9', '1.37', '1.0'].sort(compareMinors), ['1.0', '1.9', '1.10', '1.37']);
    assert.equal(compareMinors('1.20', '1.20'), 0);
  });
});

describe('resolveTarget', () => {
  const paths: readonly (readonly [Provider, string, string, string])[] = [
    // provider, today, target, path
    ['generic', 'auto', '1.31', '1.31'],
    ['generic', '1.28', '1.31', '1.28 1.29 1.30 1.31'],
    ['generic', '1.30', '1.31', '1.30 1.31'],
    ['generic', '1.31', '1.31', '1.31'],
    ['generic', '1.31.9', 'v1.31.2', '1.31'],
    ['generic', '1.33', '1.31', '1.31'],
    ['generic', '1.8', '1.11', '1.8 1.9 1.10 1.11'],
    ['eks', 'v1.29.3-eks-adc7111', '1.31', '1.29 1.30 1.31'],
    ['acp', '1.29', '1.31', '1.29 1.30 1.31'],
    ['ack', '1.24', '1.31', '1.24 1.26 1.28 1.30 1.31'],
    ['ack', '1.28', '1.30', '1.28 1.30'],
    ['ack-serverless', '1.30', '1.32', '1.30 1.31 1.32'],
    ['ack', '1.25', '1.30', '1.25 1.26 1.28 1.30'],
    ['ack', '1.26', '1.29', '1.26 1.28 1.29'],
    ['ack', '1.35', '1.37', '1.35 1.36 1.37'],
    ['ack', 'auto', '1.31', '1.31'],
    ['ack', '1.32', '1.28', '1.28'],
  ];
  for (const [provider, today, target, path] of paths) {
    it(`${provider}: ${today} to ${target} passes ${path}`, () => {
      assert.deepEqual(targetOf(catalog, target, today, provider).path, path.split(' '));
    });
  }

  it('takes the newest release of the data for auto, and no version for an unknown today', () => {
    const target = resolveTarget({ targetVersion: 'auto', currentVersion: 'auto', provider: 'eks' }, catalog);
    assert.deepEqual(target, { version: '1.37', provider: 'eks', current: null, path: ['1.37'] });
  });

  it("keeps today's version when there is no way up", () => {
    assert.equal(targetOf(catalog, '1.31', '1.33').current, '1.33');
  });

  it('is undefined when either version cannot be read', () => {
    assert.equal(
      resolveTarget({ targetVersion: 'latest', currentVersion: 'auto', provider: 'generic' }, catalog),
      undefined,
    );
    assert.equal(resolveTarget({ targetVersion: '1.31', currentVersion: '', provider: 'generic' }, catalog), undefined);
  });
});

describe('beyondData', () => {
  const cases: readonly (readonly [Provider, string, boolean])[] = [
    ['generic', '1.37', false],
    ['generic', '1.38', true],
    ['eks', '1.99', true],
    ['ack', '1.36', false],
    ['ack', '1.37', true],
    ['ack-serverless', '1.37', true],
  ];
  for (const [provider, version, expected] of cases) {
    it(`${provider} ${version}: ${expected}`, () => {
      assert.equal(beyondData(targetOf(catalog, version, 'auto', provider), catalog), expected);
    });
  }
});
