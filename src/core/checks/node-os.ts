/** Operating systems that a provider no longer builds node images of, and those that run control groups v1. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { isMachine } from '../readiness/nodes';
import { about, field, shellWord } from '../readiness/subjects';
import { crossedAt, minorOf } from '../readiness/versions';
import { compareMinors } from '../verdict/target';

const ID = 'check.node-os';
const AL2_ENDS = '1.33';
const CGROUP_V1 = '1.35';
/** Control groups v1 unless somebody changed it: the version cannot be read from a node's status. */
const LIKELY_V1 =
  /Amazon Linux 2$|Red Hat Enterprise Linux(?: Server)? [78](?!\d)|CentOS Linux|(?:Rocky|Alma|Oracle) ?Linux(?: Server)? [78](?!\d)|Ubuntu (?:16|18|20)\.|Aliyun Linux\) 2|Alibaba Cloud Linux 2/;
/** Its kubelet is configured to go on with v1. */
const EXEMPT = /Bottlerocket/;

export default defineCheck({
  id: 'node-os',
  covers: ['NODE-AL2', 'NODE-CGROUPV1'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: true,
  needs: ['nodes'],
  wants: ['events'],
  partial: true,
  sources: [
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html',
    'https://github.com/kubernetes/enhancements/issues/5573',
  ],
  run({ nodes, events, target, current }) {
    const reported = new Set(
      (events ?? []).filter(({ reason }) => reason === 'CgroupV1').map(({ involvedObject }) => involvedObject?.name),
    );
    const subjects: SubjectDraft[] = [];
    for (const node of nodes.filter(isMachine)) {
      const { name } = node.metadata;
      const { osImage = '', kernelVersion = '', kubeletVersion, operatingSystem } = node.status?.nodeInfo ?? {};
      if (operatingSystem === 'windows') continue;
      const kubelet = minorOf(kubeletVersion) ?? current;
      const args = { node: name, os: osImage };
      const evidence = [field('status.nodeInfo.osImage', osImage)];
      const al2 = osImage === 'Amazon Linux 2' || /amzn2\./.test(kernelVersion);
      const leaves = al2 ? crossedAt(AL2_ENDS, target, kubelet) : null;
      if (leaves !== null) {
        subjects.push(
          about('nodes', node, {
            state: 'fail',
            aspect: 'os',
            step: leaves,
            message: message(`${ID}.al2`, args),
            evidence,
          }),
        );
      } else if (al2 && compareMinors(target.version, '1.32') === 0) {
        subjects.push(
          about('nodes', node, { state: 'warn', aspect: 'os', message: message(`${ID}.al2Last`, args), evidence }),
        );
      }
      const step = crossedAt(CGROUP_V1, target, kubelet);
      if (step === null || EXEMPT.test(osImage)) continue;
      const seen = reported.has(name);
      if (!seen && !LIKELY_V1.test(osImage)) continue;
      subjects.push(
        about('nodes', node, {
          ...{ state: seen ? 'fail' : 'warn', aspect: 'cgroup', step },
          message: message(`${ID}.${seen ? 'cgroupSeen' : 'cgroupLikely'}`, args),
          evidence: seen ? [...evidence, field('event', 'CgroupV1')] : evidence,
          commands: [
            `kubectl debug ${shellWord(`node/${name}`)} --image=busybox --profile=general -it -- stat -fc %T /host/sys/fs/cgroup`,
          ],
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
