/** Rules for placing pods that leave a replacement no node while one is away. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { isMachine, isSchedulable } from '../readiness/nodes';
import { matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';
import { workloadsOf } from '../readiness/workloads';

const ID = 'check.spread-room';
const HOST = 'kubernetes.io/hostname';

export default defineCheck({
  id: 'spread-room',
  covers: ['WL-SPREAD-HARD', 'WL-HOSTPORT'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets', 'nodes'],
  sources: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  ],
  run({ deployments, statefulsets, nodes }) {
    const open = nodes.filter(node => isMachine(node) && isSchedulable(node));
    if (open.length === 0) return notApplicable('check.node-headroom.none');
    const subjects: SubjectDraft[] = [];
    for (const workload of workloadsOf({ deployments, statefulsets })) {
      const { kind, metadata, replicas, spec, labels, path } = workload;
      const fits = open.filter(node =>
        Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => node.metadata.labels?.[key] === value),
      );
      if (replicas === null || replicas < 1 || replicas < fits.length || fits.length === 0) continue;
      const args = { ...named(metadata), replicas, nodes: fits.length };
      const apart = (spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).some(
        ({ topologyKey, labelSelector }) => topologyKey === HOST && matches(labelSelector, labels),
      );
      const ports = (spec.containers ?? [])
        .flatMap(container => container.ports ?? [])
        .flatMap(port => port.hostPort ?? []);
      if (apart) {
        const evidence = [field(`${path}affinity.podAntiAffinity`, HOST)];
        subjects.push(
          about(kind, workload, { state: 'warn', aspect: 'apart', message: message(`${ID}.apart`, args), evidence }),
        );
      }
      if (ports.length > 0) {
        const evidence = [field(`${path}containers[].ports[].hostPort`, ports.join(', '))];
        subjects.push(
          about(kind, workload, {
            state: 'warn',
            aspect: 'port',
            message: message(`${ID}.port`, { ...args, port: ports[0] ?? 0 }),
            evidence,
          }),
        );
      }
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
