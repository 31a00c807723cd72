/** API servers of different versions behind one address: an upgrade is under way, or was never finished. */
import { message } from '../model/message';
import { defineCheck } from '../readiness/define';
import { field } from '../readiness/subjects';
import { minorOf, minorsBehind } from '../readiness/versions';
import { compareMinors } from '../verdict/target';

const ID = 'check.api-servers';

export default defineCheck({
  id: 'api-servers',
  covers: ['VER-APISERVER-HA'],
  area: 'versions',
  phase: 'control-plane',
  canBlock: true,
  needs: ['version'],
  sources: ['https://kubernetes.io/releases/version-skew-policy/#kube-apiserver'],
  run({ version, snapshot }) {
    const answers = [version.gitVersion, ...snapshot.versionSamples];
    const minors = [...new Set(answers.flatMap(answer => minorOf(answer) ?? []))].sort(compareMinors);
    const evidence = [...new Set(answers)].map(answer => field('gitVersion', answer));
    const [oldest, newest] = [minors[0], minors.at(-1)];
    if (oldest === undefined || newest === undefined || oldest === newest) return { evidence };
    const far = minorsBehind(oldest, newest) > 1;
    return {
      state: far ? 'fail' : 'warn',
      message: message(`${ID}.${far ? 'far' : 'mixed'}`, { oldest, newest }),
      evidence,
      remediation: message(`${ID}.fix`),
    };
  },
});
