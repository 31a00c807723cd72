// Budgets that keep a node from being drained.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import check from '../../../../src/core/checks/pdb-blocks-drain';
import { forbidden, lines, type RawObject, run, snapshotOf } from '../snapshots';

const labels = { app: 'web' };
const pods = (count: number, more: RawObject = {}, spec: RawObject = {}): RawObject[] =>
  Array.from({ length: count }, (_, at) => ({
    metadata: { name: `web-${at}`, namespace: 'shop', labels, ...more },
    spec: { nodeName: 'n1', ...spec },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  }));
const budget = (spec: RawObject, status: RawObject = {}, generation = 1): RawObject => ({
  metadata: { name: 'web', namespace: 'shop', generation },
  spec: { selector: { matchLabels: labels }, ...spec },
  status: { observedGeneration: 1, ...status },
});
const at = (spec: RawObject, count: number, status?: RawObject, generation?: number) =>
  run(
    check,
    snapshotOf('v1.32.0', { poddisruptionbudgets: [budget(spec, status, generation)], pods: pods(count) }),
    '1.33',
  ).state;

describe('pdb-blocks-drain', () => {
  it('fails for budgets that can never let a pod go', () => {
    assert.equal(at({ maxUnavailable: 0 }, 3), 'fail');
    assert.equal(at({ maxUnavailable: '0%' }, 3), 'fail');
    assert.equal(at({ minAvailable: '100%' }, 3), 'fail');
    assert.equal(at({ minAvailable: 3 }, 3), 'fail');
    assert.equal(at({ minAvailable: 1 }, 1), 'fail');
  });

  it('rounds percentages up, both ways, as the controller does', () => {
    assert.equal(at({ minAvailable: '1%' }, 1), 'fail');
    assert.equal(at({ maxUnavailable: '30%' }, 1), 'pass');
    assert.equal(at({ minAvailable: '67%' }, 3), 'fail');
    assert.equal(at({ minAvailable: '66%' }, 3), 'pass');
    assert.equal(at({ minAvailable: 0 }, 1), 'pass');
    assert.equal(at({ maxUnavailable: '100%' }, 1), 'pass');
  });

  it('warns while pods are unhealthy, and only when the status speaks of this spec', () => {
    const status = { disruptionsAllowed: 0, currentHealthy: 2, desiredHealthy: 2, expectedPods: 3 };
    assert.equal(at({ minAvailable: 2 }, 3, status), 'warn');
    assert.equal(at({ minAvailable: 2 }, 3, status, 2), 'pass');
    assert.equal(at({ minAvailable: 2 }, 3, { ...status, disruptionsAllowed: 1 }), 'pass');
  });

  it('fails when the budget cannot be computed', () => {
    const conditions = [{ type: 'DisruptionAllowed', status: 'False', reason: 'SyncFailed', message: 'no scale' }];
    assert.equal(at({ maxUnavailable: 1 }, 2, { conditions, expectedPods: 2 }), 'fail');
  });

  it('leaves alone what a drain does not evict, and what the selector does not match', () => {
    const owner = (kind: string): RawObject => ({
      ownerReferences: [{ apiVersion: 'x', kind, name: 'o', controller: true }],
    });
    const with_ = (
      some: readonly RawObject[],
      spec: RawObject = { maxUnavailable: 0 },
      nodes: readonly RawObject[] = [],
    ) => run(check, snapshotOf('v1.32.0', { poddisruptionbudgets: [budget(spec)], pods: some, nodes }), '1.33').state;
    assert.equal(with_(pods(2, owner('DaemonSet'))), 'pass');
    assert.equal(with_(pods(2, owner('Node'))), 'pass');
    assert.equal(with_(pods(2, { deletionTimestamp: '2026-11-21T00:00:00Z' })), 'pass');
    assert.equal(with_([]), 'pass');
    assert.equal(with_(pods(2), { maxUnavailable: 0, selector: undefined }), 'pass');
    assert.equal(with_(pods(2), { maxUnavailable: 0, selector: {} }), 'fail');
    const virtual = { metadata: { name: 'v', labels: { type: 'virtual-kubelet' } } };
    assert.equal(with_(pods(2, {}, { nodeName: 'v' }), { maxUnavailable: 0 }, [virtual]), 'pass');
  });

  it('gives one finding for each budget', () => {
    const status = { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1 };
    const snapshot = snapshotOf('v1.32.0', {
      poddisruptionbudgets: [budget({ minAvailable: 1 }, status)],
      pods: pods(1),
    });
    assert.deepEqual(lines(run(check, snapshot, '1.33')), ['fail PodDisruptionBudget shop/web']);
  });

  it('counts what a workload asks for while none of its pods exists, and nothing of one scaled to zero', () => {
    const deployment = (replicas: number): RawObject => ({
      metadata: { name: 'web', namespace: 'shop' },
      spec: { replicas, template: { metadata: { labels }, spec: {} } },
    });
    const with_ = (replicas: number): string =>
      run(
        check,
        snapshotOf('v1.32.0', {
          poddisruptionbudgets: [budget({ minAvailable: 1 })],
          deployments: [deployment(replicas)],
        }),
        '1.33',
      ).state;
    assert.deepEqual([with_(0), with_(1), with_(2)], ['pass', 'fail', 'pass']);
  });

  it('is unknown without pods or budgets, and goes on without nodes', () => {
    const unread = { pods: forbidden('pods') };
    assert.equal(run(check, snapshotOf('v1.32.0', unread), '1.33').state, 'unknown');
    assert.equal(run(check, snapshotOf('v1.32.0', { nodes: forbidden('nodes') }), '1.33').state, 'pass');
  });
});
