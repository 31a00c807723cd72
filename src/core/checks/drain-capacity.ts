/** Whether the pods of the fullest node would fit elsewhere, going by their requests. An autoscaler may make it untrue. */
import { message } from '../model/message';
import { defineCheck, notApplicable } from '../readiness/define';
import { isMachine, isSchedulable } from '../readiness/nodes';
import { isDaemonPod, isFinished, isMirror } from '../readiness/pods';
import { quantity, requested } from '../readiness/quantity';
import { field } from '../readiness/subjects';
import { type Pod } from '../snapshot/kinds';

const ID = 'check.drain-capacity';

export default defineCheck({
  id: 'drain-capacity',
  covers: ['EVICT-CAPACITY'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes', 'pods'],
  sources: ['https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/'],
  run({ nodes, pods }) {
    const open = nodes.filter(node => isMachine(node) && isSchedulable(node));
    if (open.length < 2) return notApplicable(`${ID}.few`);
    const running = new Map<string, Pod[]>();
    for (const pod of pods) {
      if (isFinished(pod) || pod.spec?.nodeName === undefined) continue;
      const own = running.get(pod.spec.nodeName);
      if (own === undefined) running.set(pod.spec.nodeName, [pod]);
      else own.push(pod);
    }
    for (const resource of ['cpu', 'memory'] as const) {
      const use = open.map(node => {
        const own = running.get(node.metadata.name) ?? [];
        const sum = (list: readonly Pod[]): number => list.reduce((total, pod) => total + requested(pod, resource), 0);
        const free = (quantity(node.status?.allocatable?.[resource]) ?? 0) - sum(own);
        return { name: node.metadata.name, free, moves: sum(own.filter(pod => !isDaemonPod(pod) && !isMirror(pod))) };
      });
      const fullest = use.reduce((most, node) => (node.moves > most.moves ? node : most));
      const elsewhere = use.filter(node => node !== fullest).reduce((total, { free }) => total + Math.max(0, free), 0);
      if (fullest.moves <= elsewhere) continue;
      const round = (value: number): string =>
        resource === 'cpu' ? value.toFixed(1) : `${(value / 2 ** 30).toFixed(1)} GiB`;
      const args = { node: fullest.name, resource, moves: round(fullest.moves), free: round(elsewhere) };
      return {
        state: 'warn',
        message: message(`${ID}.short`, args),
        evidence: [field(resource, `${args.moves} > ${args.free}`)],
        remediation: message(`${ID}.fix`),
      };
    }
    return {};
  },
});
