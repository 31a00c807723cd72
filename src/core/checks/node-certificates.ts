/** Requests for a kubelet's certificate that nobody has approved. */
import { message } from '../model/message';
import { isOlderThan } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { about, field, shellWord } from '../readiness/subjects';

const ID = 'check.node-certificates';
const MINUTES = 10;

export default defineCheck({
  id: 'node-certificates',
  covers: ['NODE-OLDCERT'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: false,
  needs: ['certificatesigningrequests'],
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/'],
  run({ certificatesigningrequests, snapshot }) {
    const subjects = certificatesigningrequests.flatMap(request => {
      const { signerName = '', username = '' } = request.spec ?? {};
      if (!signerName.startsWith('kubernetes.io/kube') || (request.status?.conditions ?? []).length > 0) return [];
      if (!isOlderThan(MINUTES, request.metadata.creationTimestamp, snapshot.takenAt)) return [];
      const { name } = request.metadata;
      return [
        about('certificatesigningrequests', request, {
          state: 'info',
          message: message(`${ID}.pending`, { name, username }),
          evidence: [field('spec.signerName', signerName)],
          commands: [`kubectl describe certificatesigningrequest ${shellWord(name)}`],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
