/** Providers that ask for nodes at the control plane's own version before it moves on. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found, notApplicable, unknown } from '../readiness/define';
import { isFargateNode, isVirtualNode } from '../readiness/nodes';
import { about, field } from '../readiness/subjects';
import { minorOf } from '../readiness/versions';

const ID = 'check.node-version-match';

export default defineCheck({
  id: 'node-version-match',
  covers: ['SKEW-KUBELET-STRICT'],
  area: 'versions',
  phase: 'control-plane',
  canBlock: true,
  needs: ['version', 'nodes'],
  sources: [
    'https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html',
    'https://help.aliyun.com/zh/ack/ack-managed-and-ack-dedicated/user-guide/update-the-kubernetes-version-of-an-ack-cluster',
  ],
  run({ nodes, target, current }) {
    const { provider } = target;
    if (provider !== 'eks' && provider !== 'ack' && provider !== 'ack-serverless') return notApplicable(`${ID}.free`);
    if (current === null) return unknown(message('check.version-skew.noVersion'));
    const subjects: SubjectDraft[] = [];
    for (const node of nodes) {
      const { kubeletVersion = '' } = node.status?.nodeInfo ?? {};
      const kubelet = isVirtualNode(node) ? undefined : minorOf(kubeletVersion);
      if (kubelet === undefined || kubelet === current) continue;
      const key = provider !== 'eks' ? 'ack' : isFargateNode(node) ? 'fargate' : 'eks';
      subjects.push(
        about('nodes', node, {
          state: provider === 'eks' ? 'warn' : 'fail',
          message: message(`${ID}.${key}`, { node: node.metadata.name, kubelet: kubeletVersion, current }),
          evidence: [field('status.nodeInfo.kubeletVersion', kubeletVersion)],
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
