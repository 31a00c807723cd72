/** CA bundles of extension API servers that have expired or will soon, and connections that are not verified at all. */
import { message } from '../model/message';
import { bundleState } from '../readiness/certificates';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';

const ID = 'check.apiservice-certificates';

export default defineCheck({
  id: 'apiservice-certificates',
  covers: ['APISVC-TLS'],
  area: 'apis',
  phase: 'control-plane',
  canBlock: true,
  needs: ['apiservices'],
  sources: ['https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/'],
  run({ apiservices, snapshot }) {
    const subjects = apiservices.flatMap(service => {
      const { name } = service.metadata;
      const { caBundle, insecureSkipTLSVerify = false } = service.spec ?? {};
      if (insecureSkipTLSVerify) {
        const evidence = [field('spec.insecureSkipTLSVerify', true)];
        return [
          about('apiservices', service, { state: 'info', message: message(`${ID}.insecure`, { name }), evidence }),
        ];
      }
      const fate = caBundle === undefined ? undefined : bundleState(caBundle, snapshot.takenAt);
      if (fate === undefined || !('until' in fate)) return [];
      const { until, days } = fate;
      return [
        about('apiservices', service, {
          state: fate.state === 'expired' ? 'fail' : 'warn',
          message: message(`${ID}.${fate.state}`, { name, until, days }),
          evidence: [field('spec.caBundle', until)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
