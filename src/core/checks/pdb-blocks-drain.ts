/** Budgets that leave no pod to evict: a drain waits for them until it gives up. One finding for each budget. */
import { type Message, message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { isFargateNode, isVirtualNode } from '../readiness/nodes';
import { isEvicted, isReady } from '../readiness/pods';
import { byNamespace, matches } from '../readiness/selectors';
import { type KindObject, type Pod } from '../snapshot/kinds';

type Budget = KindObject<'poddisruptionbudgets'>;

export default defineCheck({
  id: 'pdb-blocks-drain',
  covers: ['PDB-BLOCK', 'PDB-MAXUNAV0', 'PDB-SINGLE', 'PDB-SYNCFAILED'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: true,
  needs: ['poddisruptionbudgets', 'pods'],
  wants: ['nodes', 'deployments', 'statefulsets'],
  partial: true,
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  run({ poddisruptionbudgets, pods, nodes, deployments, statefulsets }) {
    // Nothing is drained there: such a node goes when its pod goes.
    const undrained = new Set(
      (nodes ?? []).filter(node => isVirtualNode(node) || isFargateNode(node)).map(({ metadata }) => metadata.name),
    );
    const podsOf = byNamespace(pods.filter(pod => isEvicted(pod) && !undrained.has(pod.spec?.nodeName ?? '')));
    const allPodsOf = byNamespace(pods);
    const workloadsOf = byNamespace([...(deployments ?? []), ...(statefulsets ?? [])]);
    const subjects: SubjectDraft[] = [];
    for (const budget of poddisruptionbudgets) {
      const { name, namespace = 'default' } = budget.metadata;
      const guarded = (podsOf.get(namespace) ?? []).filter(({ metadata }) =>
        matches(budget.spec?.selector, metadata.labels),
      );
      // Where no pod runs yet, what its workload asks for tells how many there will be.
      const planned = (workloadsOf.get(namespace) ?? [])
        .filter(({ spec }) => matches(budget.spec?.selector, spec?.template?.metadata?.labels))
        .reduce((sum, { spec }) => sum + (spec?.replicas ?? 1), 0);
      const anyPod = (allPodsOf.get(namespace) ?? []).some(({ metadata }) =>
        matches(budget.spec?.selector, metadata.labels),
      );
      const verdict = judge(budget, guarded, anyPod ? 0 : planned);
      if (verdict === undefined) continue;
      subjects.push({
        ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', namespace, name, ...verdict },
        evidence: guarded
          .slice(0, 5)
          .map(({ metadata }) => message('check.pdb-blocks-drain.pod', { pod: metadata.name })),
        commands: [`kubectl describe poddisruptionbudget ${name} --namespace ${namespace}`],
      });
    }
    return found(subjects, { remediation: message('check.pdb-blocks-drain.fix') });
  },
});

function judge(
  budget: Budget,
  guarded: readonly Pod[],
  planned: number,
): Pick<SubjectDraft, 'state' | 'message'> | undefined {
  const { metadata, spec = {}, status = {} } = budget;
  if (guarded.length === 0 && planned === 0) return undefined;
  const args = { name: metadata.name, namespace: metadata.namespace ?? 'default' };
  const failed = status.conditions?.find(({ type, reason }) => type === 'DisruptionAllowed' && reason === 'SyncFailed');
  if (failed !== undefined) {
    const why = failed.message ?? '';
    return { state: 'fail', message: message('check.pdb-blocks-drain.syncFailed', { ...args, why }) };
  }
  const expected = status.expectedPods || guarded.length || planned;
  if (expected === 0) return undefined;
  const desired = desiredHealthy(budget, expected);
  if (desired !== undefined && desired >= expected) {
    const rule: Message =
      spec.minAvailable === undefined
        ? message('check.pdb-blocks-drain.maxUnavailable', { value: spec.maxUnavailable ?? '' })
        : message('check.pdb-blocks-drain.minAvailable', { value: spec.minAvailable });
    return { state: 'fail', message: message('check.pdb-blocks-drain.never', { ...args, rule, pods: expected }) };
  }
  // The status speaks of an earlier spec: its numbers mean nothing yet.
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return undefined;
  if (status.disruptionsAllowed !== 0) return undefined;
  if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow' && !guarded.some(isReady)) return undefined;
  const { currentHealthy: healthy = 0, desiredHealthy: wanted = desired ?? 0 } = status;
  return {
    state: 'warn',
    message: message('check.pdb-blocks-drain.now', { ...args, healthy, wanted, pods: expected }),
  };
}

/** As the disruption controller counts: percentages are rounded up, both ways. */
function desiredHealthy({ spec = {} }: Budget, expected: number): number | undefined {
  const { minAvailable, maxUnavailable } = spec;
  if (minAvailable !== undefined) return scaled(minAvailable, expected);
  if (maxUnavailable === undefined) return undefined;
  const unavailable = scaled(maxUnavailable, expected);
  return unavailable === undefined ? undefined : Math.max(0, expected - unavailable);
}

function scaled(value: string | number, expected: number): number | undefined {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(value)?.[1];
  return percent === undefined ? undefined : Math.ceil((Number(percent) * expected) / 100);
}
