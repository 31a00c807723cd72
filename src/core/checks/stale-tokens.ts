/** Clients that do not renew their service account token, as the API server counted them; and long-lived tokens. */
import { message } from '../model/message';
import { defineCheck, unknown } from '../readiness/define';
import { field } from '../readiness/subjects';

const ID = 'check.stale-tokens';

export default defineCheck({
  id: 'stale-tokens',
  covers: ['SA-STALE'],
  area: 'provider',
  phase: 'any',
  canBlock: false,
  needs: ['metrics'],
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/'],
  run({ metrics, snapshot }) {
    const { staleTokens, processStart } = metrics.values;
    if (staleTokens === null) return unknown(message(`${ID}.noMetric`));
    if (staleTokens === 0) return {};
    const hours = processStart === null ? 0 : Math.floor((Date.parse(snapshot.takenAt) / 1000 - processStart) / 3600);
    return {
      state: 'warn',
      message: message(`${ID}.seen`, { count: staleTokens, hours }),
      evidence: [field('serviceaccount_stale_tokens_total', staleTokens)],
      remediation: message(`${ID}.fix`),
    };
  },
});
