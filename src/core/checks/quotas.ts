/** Quotas that are used up: pods started beside old ones would be refused. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { quantity } from '../readiness/quantity';
import { about, field, named } from '../readiness/subjects';

const ID = 'check.quotas';
const WATCHED = /^(?:pods|count\/pods|(?:requests\.)?(?:cpu|memory)|limits\.(?:cpu|memory))$/;

export default defineCheck({
  id: 'quotas',
  covers: ['QUOTA'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['resourcequotas'],
  sources: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  run({ resourcequotas }) {
    const subjects = resourcequotas.flatMap(quota => {
      const { hard = {}, used = {} } = quota.status ?? {};
      const full = Object.keys(hard).filter(key => {
        const [limit, taken] = [quantity(hard[key]), quantity(used[key])];
        return WATCHED.test(key) && limit !== undefined && taken !== undefined && limit > 0 && taken >= limit;
      });
      if (full.length === 0) return [];
      return [
        about('resourcequotas', quota, {
          state: 'info',
          message: message(`${ID}.full`, { ...named(quota.metadata), resources: full.join(', ') }),
          evidence: full.map(key => field(key, `${used[key] ?? ''} / ${hard[key] ?? ''}`)),
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
