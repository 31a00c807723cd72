/** Whether the replicas of a workload are kept apart, and whether the rule that should do so works. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { isReady } from '../readiness/pods';
import { byNamespace, matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';
import { isSystem, podsOf, type Workload, workloadsOf } from '../readiness/workloads';

const ID = 'check.spread';

export default defineCheck({
  id: 'spread',
  covers: ['WL-SPREAD', 'WL-SPREAD-SELECTOR'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets', 'pods'],
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  run({ deployments, statefulsets, pods }) {
    const podsIn = byNamespace(pods.filter(isReady));
    const subjects: SubjectDraft[] = [];
    for (const workload of workloadsOf({ deployments, statefulsets })) {
      const { kind, metadata, replicas, path } = workload;
      if (isSystem(metadata) || replicas === 0) continue;
      const idle = missing(workload);
      if (idle !== undefined) {
        const evidence = [field(`${path}${idle}`, JSON.stringify(workload.labels))];
        const said = message(`${ID}.selector`, { ...named(metadata), rule: idle });
        subjects.push(about(kind, workload, { state: 'warn', aspect: 'selector', message: said, evidence }));
      }
      if ((replicas ?? 0) < 2) continue;
      const ready = podsOf(workload, podsIn.get(metadata.namespace ?? '') ?? []);
      const nodes = new Set(ready.map(({ spec }) => spec?.nodeName));
      const [node] = nodes;
      if (ready.length > 1 && nodes.size === 1) {
        const args = { ...named(metadata), pods: ready.length, node: node ?? '' };
        const evidence = ready.slice(0, 5).map(pod => field('pod', pod.metadata.name));
        subjects.push(about(kind, workload, { state: 'warn', message: message(`${ID}.together`, args), evidence }));
      } else if (!hasRule(workload)) {
        const evidence = [field(`${path}topologySpreadConstraints`, '-')];
        const said = message(`${ID}.none`, { ...named(metadata), replicas: replicas ?? 0 });
        subjects.push(about(kind, workload, { state: 'info', message: said, evidence }));
      }
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function hasRule({ spec }: Workload): boolean {
  const apart = spec.affinity?.podAntiAffinity;
  return (
    (spec.topologySpreadConstraints ?? []).length > 0 ||
    (apart?.requiredDuringSchedulingIgnoredDuringExecution ?? []).length > 0 ||
    (apart?.preferredDuringSchedulingIgnoredDuringExecution ?? []).length > 0
  );
}

/** A rule that counts pods which are not the workload's own does nothing for it. */
function missing({ spec, labels }: Workload): string | undefined {
  const constraints = spec.topologySpreadConstraints ?? [];
  if (constraints.some(({ labelSelector }) => labelSelector !== undefined && !matches(labelSelector, labels))) {
    return 'topologySpreadConstraints[].labelSelector';
  }
  return undefined;
}
