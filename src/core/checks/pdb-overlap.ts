/** Pods that several budgets guard: the API server refuses to evict them at all. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { isEvicted } from '../readiness/pods';
import { byNamespace, matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';

const ID = 'check.pdb-overlap';

export default defineCheck({
  id: 'pdb-overlap',
  covers: ['PDB-OVERLAP'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: true,
  needs: ['poddisruptionbudgets', 'pods'],
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/#troubleshooting-stuck-evictions'],
  run({ poddisruptionbudgets, pods }) {
    const budgetsOf = byNamespace(poddisruptionbudgets);
    const subjects = pods.filter(isEvicted).flatMap(pod => {
      // A pod that never ran is let go without asking.
      if (pod.status?.phase === 'Pending') return [];
      const guards = (budgetsOf.get(pod.metadata.namespace ?? '') ?? []).filter(({ spec }) =>
        matches(spec?.selector, pod.metadata.labels),
      );
      if (guards.length < 2) return [];
      const budgets = guards.map(({ metadata }) => metadata.name).join(', ');
      return [
        about('pods', pod, {
          state: 'fail',
          message: message(`${ID}.several`, { ...named(pod.metadata), budgets }),
          evidence: [field('poddisruptionbudgets', budgets)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
