/** Whether anything stands ready to take the place of PodSecurityPolicies, for a cluster that still has them. */
import { message } from '../model/message';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';

const ID = 'check.pod-security-labels';
const REMOVED = '1.25';
const LABEL = 'pod-security.kubernetes.io/enforce';

export default defineCheck({
  id: 'pod-security-labels',
  covers: ['PSP-PSA'],
  area: 'apis',
  phase: 'control-plane',
  canBlock: false,
  needs: ['namespaces'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/'],
  run({ namespaces, target, current }) {
    if (crossedAt(REMOVED, target, current) === null) return notApplicable('check.notCrossed', { release: REMOVED });
    if (namespaces.some(({ metadata }) => metadata.labels?.[LABEL] !== undefined)) return found([]);
    return {
      state: 'info',
      message: message(`${ID}.none`, { count: namespaces.length }),
      evidence: [field('metadata.labels', `${LABEL}: -`)],
      remediation: message(`${ID}.fix`),
    };
  },
});
