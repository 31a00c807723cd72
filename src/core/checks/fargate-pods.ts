/** Fargate pods, whose kubelet only changes when they are started anew. */
import { message } from '../model/message';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { isFargateNode } from '../readiness/nodes';
import { about, describe, field } from '../readiness/subjects';
import { minorOf } from '../readiness/versions';
import { compareMinors } from '../verdict/target';

const ID = 'check.fargate-pods';

export default defineCheck({
  id: 'fargate-pods',
  covers: ['NODE-FARGATE'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes'],
  wants: ['pods'],
  partial: true,
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html'],
  run({ nodes, pods, target }) {
    const fargate = nodes.filter(isFargateNode);
    if (fargate.length === 0) return notApplicable(`${ID}.none`);
    const subjects = fargate.flatMap(node => {
      const kubelet = minorOf(node.status?.nodeInfo?.kubeletVersion);
      if (kubelet === undefined || compareMinors(kubelet, target.version) >= 0) return [];
      const { name } = node.metadata;
      const pod = (pods ?? []).find(({ spec }) => spec?.nodeName === name);
      return [
        about('nodes', node, {
          state: 'info',
          message: message(`${ID}.old`, {
            node: name,
            kubelet,
            pod: pod?.metadata.name ?? '-',
            target: target.version,
          }),
          evidence: [field('status.nodeInfo.kubeletVersion', node.status?.nodeInfo?.kubeletVersion ?? '')],
          commands: [pod === undefined ? describe('nodes', node.metadata) : describe('pods', pod.metadata)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
