/** Container runtimes that a newer kubelet no longer works with. The nodes break, not the control plane. */
import { type Message, message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { isMachine } from '../readiness/nodes';
import { about, field } from '../readiness/subjects';
import { crossedAt, minorOf } from '../readiness/versions';
import { type Target } from '../model/context';
import { compareMinors } from '../verdict/target';

const ID = 'check.node-runtime';
const DOCKERSHIM = '1.24';
/** The kubelet asks for the CRI v1 API, which containerd has since 1.6. */
const CRI_V1 = '1.26';
const CONTAINERD_1 = '1.38';
const ANNOUNCED = '1.34';
const MANAGED = new Set(['eks', 'ack', 'ack-serverless']);

type Judged = Pick<SubjectDraft, 'state' | 'message'> & { readonly step?: number | null };

export default defineCheck({
  id: 'node-runtime',
  covers: ['NODE-RUNTIME-DOCKER', 'NODE-CONTAINERD'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: true,
  needs: ['nodes'],
  sources: [
    'https://kubernetes.io/blog/2022/02/17/dockershim-faq/',
    'https://github.com/kubernetes/enhancements/issues/4033',
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html',
  ],
  run({ nodes, target }) {
    const subjects = nodes.filter(isMachine).flatMap(node => {
      const { containerRuntimeVersion: runtime = '', kubeletVersion } = node.status?.nodeInfo ?? {};
      const kubelet = minorOf(kubeletVersion) ?? target.current;
      const said = judge(runtime, { node: node.metadata.name, runtime }, kubelet, target);
      return said === undefined
        ? []
        : [about('nodes', node, { ...said, evidence: [field('status.nodeInfo.containerRuntimeVersion', runtime)] })];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

/** `kubelet`: the one that runs there now. What it has left behind already does not break it. */
function judge(
  runtime: string,
  args: Readonly<Record<string, string>>,
  kubelet: string | null,
  target: Target,
): Judged | undefined {
  const say = (key: string): Message => message(`${ID}.${key}`, { ...args, target: target.version });
  if (runtime.startsWith('docker://')) {
    const step = crossedAt(DOCKERSHIM, target, kubelet);
    // A newer kubelet that still says docker speaks to it through cri-dockerd.
    if (step !== null) return { state: 'fail', step, message: say('docker') };
    return kubelet !== null && compareMinors(kubelet, DOCKERSHIM) >= 0
      ? { state: 'info', message: say('criDockerd') }
      : undefined;
  }
  const [, major, minor] = /^containerd:\/\/v?(\d+)\.(\d+)\./.exec(runtime) ?? [];
  if (major !== '1') return undefined;
  const old = Number(minor) < 6 ? crossedAt(CRI_V1, target, kubelet) : null;
  if (old !== null) return { state: 'fail', step: old, message: say('containerdOld') };
  const gone = crossedAt(CONTAINERD_1, target, kubelet);
  if (gone !== null)
    return { state: MANAGED.has(target.provider) ? 'warn' : 'fail', step: gone, message: say('containerdGone') };
  return compareMinors(target.version, ANNOUNCED) >= 0 && compareMinors(target.version, CONTAINERD_1) < 0
    ? { state: 'warn', message: say(MANAGED.has(target.provider) ? 'containerdManaged' : 'containerdSoon') }
    : undefined;
}
