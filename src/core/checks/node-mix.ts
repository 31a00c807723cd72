/** Nodes that differ more than a rolling upgrade makes them differ. */
import { message } from '../model/message';
import { defineCheck } from '../readiness/define';
import { isMachine } from '../readiness/nodes';
import { field } from '../readiness/subjects';
import { minorOf, minorsBehind } from '../readiness/versions';
import { compareMinors } from '../verdict/target';

const ID = 'check.node-mix';

export default defineCheck({
  id: 'node-mix',
  covers: ['NODE-OS-MIX'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes'],
  sources: ['https://kubernetes.io/releases/version-skew-policy/'],
  run({ nodes }) {
    const infos = nodes.filter(isMachine).map(({ status }) => status?.nodeInfo ?? {});
    const several = (name: 'operatingSystem' | 'architecture'): readonly string[] =>
      [...new Set(infos.map(info => info[name] ?? ''))].filter(value => value !== '').sort();
    const kubelets = [...new Set(infos.flatMap(({ kubeletVersion }) => minorOf(kubeletVersion) ?? []))].sort(
      compareMinors,
    );
    const apart = minorsBehind(kubelets[0] ?? '1.0', kubelets.at(-1) ?? '1.0') > 2;
    const [systems, kinds] = [several('operatingSystem'), several('architecture')];
    if (!apart && systems.length < 2 && kinds.length < 2) return {};
    return {
      state: 'info',
      message: message(`${ID}.differ`, {
        ...{ kubelets: kubelets.join(', '), systems: systems.join(', '), kinds: kinds.join(', ') },
      }),
      evidence: [field('kubeletVersion', kubelets.join(', ')), field('architecture', kinds.join(', '))],
      remediation: message(`${ID}.fix`),
    };
  },
});
