/** Kubelets that are newer than the control plane, or would be too old for it after the step. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found, unknown } from '../readiness/define';
import { isVirtualNode } from '../readiness/nodes';
import { describe, field } from '../readiness/subjects';
import { minorOf, minorsBehind } from '../readiness/versions';
import { compareMinors } from '../verdict/target';

/** Three minors since kubelet 1.25, two before. */
const allowed = (kubelet: string): number => (compareMinors(kubelet, '1.25') >= 0 ? 3 : 2);

export default defineCheck({
  id: 'version-skew',
  covers: ['SKEW-KUBELET'],
  area: 'versions',
  phase: 'control-plane',
  canBlock: true,
  needs: ['version', 'nodes'],
  sources: ['https://kubernetes.io/releases/version-skew-policy/'],
  run({ nodes, target, current }) {
    if (current === null) return unknown(message('check.version-skew.noVersion'));
    const subjects: SubjectDraft[] = [];
    const unreadable: string[] = [];
    for (const node of nodes) {
      // Its kubelet version is that of another program.
      if (isVirtualNode(node)) continue;
      const { kubeletVersion } = node.status?.nodeInfo ?? {};
      const kubelet = minorOf(kubeletVersion);
      if (kubelet === undefined) {
        unreadable.push(node.metadata.name);
        continue;
      }
      const args = { node: node.metadata.name, kubelet: kubeletVersion ?? '', current, target: target.version };
      const ref = {
        ...{ apiVersion: 'v1', kind: 'Node', namespace: null, name: node.metadata.name },
        evidence: [field('status.nodeInfo.kubeletVersion', kubeletVersion ?? '')],
        commands: [describe('nodes', node.metadata)],
      } as const;
      if (minorsBehind(kubelet, current) < 0) {
        subjects.push({ ...ref, state: 'fail', message: message('check.version-skew.newer', args) });
        continue;
      }
      const step = target.path.findIndex(version => minorsBehind(kubelet, version) > allowed(kubelet));
      if (step >= 0) {
        const tooOld = message('check.version-skew.tooOld', { ...args, version: target.path[step] ?? target.version });
        subjects.push({ ...ref, state: 'fail', step, message: tooOld });
      } else if (minorsBehind(kubelet, target.version) === allowed(kubelet)) {
        subjects.push({ ...ref, state: 'warn', message: message('check.version-skew.atLimit', args) });
      } else if (minorsBehind(kubelet, current) > 0) {
        subjects.push({ ...ref, state: 'info', message: message('check.version-skew.behind', args) });
      }
    }
    if (subjects.length === 0 && unreadable.length > 0) {
      return unknown(message('check.version-skew.unreadable', { nodes: unreadable.slice(0, 5).join(', ') }));
    }
    return found(subjects, { remediation: message('check.version-skew.fix') });
  },
});
