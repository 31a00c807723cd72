/** Budgets whose selector guards nothing, or every pod of the namespace. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { byNamespace, matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';
import { isEmpty } from '../readiness/webhooks';

const ID = 'check.pdb-selectors';

export default defineCheck({
  id: 'pdb-selectors',
  covers: ['PDB-NOMATCH', 'PDB-EMPTYSEL'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: false,
  needs: ['poddisruptionbudgets', 'pods'],
  sources: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/#poddisruptionbudget-v125'],
  run({ poddisruptionbudgets, pods }) {
    const podsOf = byNamespace(pods);
    const subjects = poddisruptionbudgets.flatMap(budget => {
      const { selector } = budget.spec ?? {};
      const all = podsOf.get(budget.metadata.namespace ?? '') ?? [];
      const args = { ...named(budget.metadata), pods: all.length };
      // Missing selects nothing, empty selects everything.
      if (selector !== undefined && isEmpty(selector)) {
        const evidence = [field('spec.selector', '{}')];
        return [
          about('poddisruptionbudgets', budget, { state: 'warn', message: message(`${ID}.all`, args), evidence }),
        ];
      }
      if (all.some(({ metadata }) => matches(selector, metadata.labels))) return [];
      const evidence = [field('status.expectedPods', budget.status?.expectedPods ?? 0)];
      return [about('poddisruptionbudgets', budget, { state: 'info', message: message(`${ID}.none`, args), evidence })];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
