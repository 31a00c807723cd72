/** Budgets that hold on to pods which do not work anyway. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { isEvicted, isReady } from '../readiness/pods';
import { byNamespace, matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';

const ID = 'check.pdb-unhealthy-pods';

export default defineCheck({
  id: 'pdb-unhealthy-pods',
  covers: ['PDB-UNHEALTHY'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: false,
  needs: ['poddisruptionbudgets', 'pods'],
  sources: ['https://github.com/kubernetes/enhancements/issues/3017'],
  run({ poddisruptionbudgets, pods }) {
    const podsOf = byNamespace(pods.filter(isEvicted));
    const subjects = poddisruptionbudgets.flatMap(budget => {
      const { spec = {}, status = {}, metadata } = budget;
      if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return [];
      if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return [];
      // With enough healthy pods the others may go.
      if ((status.currentHealthy ?? 0) >= (status.desiredHealthy ?? 0)) return [];
      const bad = (podsOf.get(metadata.namespace ?? '') ?? []).filter(
        pod =>
          matches(spec.selector, pod.metadata.labels) &&
          !isReady(pod) &&
          (pod.status?.containerStatuses ?? []).some(({ state }) => state?.waiting?.reason === 'CrashLoopBackOff'),
      );
      if (bad.length === 0) return [];
      return [
        about('poddisruptionbudgets', budget, {
          state: 'warn',
          message: message(`${ID}.held`, { ...named(metadata), count: bad.length }),
          evidence: [
            field('spec.unhealthyPodEvictionPolicy', spec.unhealthyPodEvictionPolicy ?? 'IfHealthyBudget'),
            ...bad.slice(0, 5).map(pod => field('CrashLoopBackOff', pod.metadata.name)),
          ],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
