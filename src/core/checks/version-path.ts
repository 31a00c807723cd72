/** The way to the target: one step, several, or none at all. */
import { message } from '../model/message';
import { defineCheck, notApplicable, unknown } from '../readiness/define';
import { field } from '../readiness/subjects';
import { minorsBehind } from '../readiness/versions';

const ID = 'check.version-path';

export default defineCheck({
  id: 'version-path',
  covers: ['VER-PATH'],
  area: 'versions',
  phase: 'control-plane',
  canBlock: true,
  needs: ['version'],
  sources: ['https://kubernetes.io/releases/version-skew-policy/'],
  run({ version, target, current }) {
    if (current === null) return unknown(message('check.version-skew.noVersion'));
    const evidence = [field('gitVersion', version.gitVersion)];
    const behind = minorsBehind(current, target.version);
    const args = { current, target: target.version };
    const remediation = message(`${ID}.fix`);
    if (behind === 0) return notApplicable(`${ID}.there`, args);
    if (behind < 0) return { state: 'fail', message: message(`${ID}.down`, args), evidence, remediation };
    const steps = target.path.slice(1);
    if (steps.length <= 1) return { state: 'pass', evidence };
    const path = steps.join(' → ');
    return {
      state: 'info',
      message: message(`${ID}.steps`, { ...args, path, count: steps.length }),
      evidence,
      remediation,
    };
  },
});
