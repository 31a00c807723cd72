/** How full the nodes are, by use where metrics are served, else by requests: pods of a drained node need a place. */
import { message } from '../model/message';
import { defineCheck, notApplicable } from '../readiness/define';
import { isFargateNode, isMachine, isSchedulable } from '../readiness/nodes';
import { isFinished } from '../readiness/pods';
import { quantity, requested } from '../readiness/quantity';
import { field } from '../readiness/subjects';

const ID = 'check.node-headroom';
/** What Alibaba Cloud advises before nodes are replaced. */
const LIMITS = { cpu: 50, memory: 70 } as const;

export default defineCheck({
  id: 'node-headroom',
  covers: ['NODE-HEADROOM'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes', 'pods'],
  wants: ['nodemetrics'],
  partial: true,
  sources: [
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/node-pool-updates',
    'https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/',
  ],
  run({ nodes, pods, nodemetrics, target }) {
    const open = nodes.filter(
      node => isMachine(node) && isSchedulable(node) && node.status?.nodeInfo?.operatingSystem !== 'windows',
    );
    if (open.length === 0) return notApplicable(nodes.some(isFargateNode) ? `${ID}.fargate` : `${ID}.none`);
    const names = new Set(open.map(({ metadata }) => metadata.name));
    const measured = new Map((nodemetrics ?? []).map(({ metadata, usage }) => [metadata.name, usage]));
    const byUse = open.every(({ metadata }) => measured.get(metadata.name) !== undefined);
    const running = pods.filter(pod => !isFinished(pod) && names.has(pod.spec?.nodeName ?? ''));
    const share = (resource: 'cpu' | 'memory'): number => {
      const all = sum(open.map(({ status }) => quantity(status?.allocatable?.[resource]) ?? 0));
      const taken = byUse
        ? sum(open.map(({ metadata }) => quantity(measured.get(metadata.name)?.[resource]) ?? 0))
        : sum(running.map(pod => requested(pod, resource)));
      return all === 0 ? 0 : Math.round((taken / all) * 100);
    };
    const [cpu, memory] = [share('cpu'), share('memory')];
    const evidence = [
      field('cpu', `${cpu} %`),
      field('memory', `${memory} %`),
      message(`${ID}.${byUse ? 'used' : 'requested'}`),
    ];
    if (cpu <= LIMITS.cpu && memory <= LIMITS.memory) return { evidence };
    return {
      // Only that provider asks for it.
      state: target.provider === 'ack' ? 'warn' : 'info',
      message: message(`${ID}.${byUse ? 'full' : 'asked'}`, { cpu, memory, nodes: open.length }),
      evidence,
      remediation: message(`${ID}.fix`),
    };
  },
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
