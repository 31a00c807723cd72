// Kubelets against the control plane, by the skew policy.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import check from '../../../../src/core/checks/version-skew';
import { forbidden, lines, type RawObject, run, snapshotOf } from '../snapshots';

const node = (name: string, kubeletVersion: string, labels = {}): RawObject => ({
  metadata: { name, labels },
  status: { nodeInfo: { kubeletVersion } },
});
const at = (version: string, to: string, ...nodes: RawObject[]) => run(check, snapshotOf(version, { nodes }), to);

describe('version-skew', () => {
  it('passes when every node is at the control plane’s minor, whatever the provider adds to the version', () => {
    const result = at('v1.32.9-eks-1a2b3c', '1.33', node('a', 'v1.32.3-eks-fedcba'), node('b', 'v1.32.0'));
    assert.equal(result.state, 'pass');
    assert.deepEqual(result.subjects, []);
  });

  it('fails for a kubelet that is newer than the control plane', () => {
    assert.deepEqual(lines(at('v1.32.0', '1.33', node('ahead', 'v1.33.0'), node('same', 'v1.32.0'))), [
      'fail Node ahead',
    ]);
  });

  it('allows three minors since kubelet 1.25 and two before, and says when nothing is left', () => {
    const since = at('v1.32.0', '1.33', node('three', 'v1.30.1'), node('four', 'v1.29.1'), node('two', 'v1.31.1'));
    assert.deepEqual(lines(since), ['fail Node four', 'warn Node three', 'info Node two']);
    assert.deepEqual(lines(at('v1.26.0', '1.27', node('old', 'v1.24.1'))), ['fail Node old']);
    assert.deepEqual(lines(at('v1.25.0', '1.26', node('old', 'v1.24.1'))), ['warn Node old']);
  });

  it('names the step of the path at which a kubelet becomes too old', () => {
    const result = at('v1.32.0', '1.35', node('a', 'v1.31.0'), node('b', 'v1.32.0'));
    assert.deepEqual(lines(result), ['fail Node a', 'warn Node b']);
    assert.equal(result.step, 3);
  });

  it('leaves virtual nodes out: their version is that of virtual-kubelet', () => {
    const result = at('v1.32.0', '1.33', node('virtual-kubelet-cn-x', 'v1.20.0', { type: 'virtual-kubelet' }));
    assert.equal(result.state, 'pass');
  });

  it('is unknown, never a pass, without the permission or with versions that cannot be read', () => {
    const closed = run(check, snapshotOf('v1.32.0', { nodes: forbidden('nodes') }), '1.33');
    assert.equal(closed.state, 'unknown');
    assert.deepEqual(
      closed.missing.map(({ verb, resource }) => [verb, resource]),
      [['list', 'nodes']],
    );
    assert.equal(at('v1.32.0', '1.33', node('odd', 'dev')).state, 'unknown');
  });
});
