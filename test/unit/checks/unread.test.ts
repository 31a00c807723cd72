// What may not be read is never a pass: every check, with each of its needs taken away.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checks } from '../../../src/core/checks';
import { type Check, type KindName, type Snapshot, type Unread } from '../../../src/core/readiness';
import { forbidden, run, snapshotOf } from '../cluster/snapshots';

function without(need: Check['needs'][number]): Snapshot {
  if (need !== 'version' && need !== 'metrics' && need !== 'discovery') {
    const name: KindName = need;
    return snapshotOf('v1.32.0', { [name]: forbidden(name) });
  }
  const access = { verb: 'get', group: '', resource: `/${need}`, namespace: null, name: null } as const;
  const unread: Unread = { state: 'unread', reason: 'forbidden', access, detail: null };
  return snapshotOf('v1.32.0', {}, { [need]: unread });
}

describe('a missing permission', () => {
  for (const check of checks as readonly Check[]) {
    for (const need of check.needs) {
      it(`${check.id} is unknown without ${need}`, () => {
        const result = run(check, without(need), '1.33');
        assert.equal(result.state, 'unknown');
        assert.equal(result.missing.length, 1);
      });
    }
  }
});

describe('every check', () => {
  for (const check of checks as readonly Check[]) {
    it(`${check.id} holds out on a cluster with nothing in it`, () => {
      const access = { verb: 'get', group: '', resource: 'configmaps', namespace: 'kube-system', name: 'x' } as const;
      const none: Unread = { state: 'unread', reason: 'not-served', access, detail: null };
      const configMaps = { 'kube-system/coredns': none, 'kube-system/kube-proxy': none };
      const result = run(check, snapshotOf('v1.32.0', {}, { configMaps }), '1.33');
      assert.ok(['pass', 'info', 'not-applicable'].includes(result.state), `${check.id}: ${result.state}`);
      assert.ok(check.sources.every(source => source.startsWith('https://')));
    });
  }
});
