/** The mode of kube-proxy: ipvs is on its way out, and the default may change. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';
import { compareMinors } from '../verdict/target';

const ID = 'check.kube-proxy-mode';
const MAPS = ['kube-proxy-config', 'kube-proxy', 'kube-proxy-worker', 'kube-proxy-master'];

export default defineCheck({
  id: 'kube-proxy-mode',
  covers: ['NET-IPVS', 'NET-KPMODE'],
  area: 'network',
  phase: 'nodes',
  canBlock: true,
  needs: ['version'],
  sources: [
    'https://github.com/kubernetes/enhancements/issues/5495',
    'https://github.com/kubernetes/enhancements/issues/5343',
  ],
  run({ snapshot, target, current }) {
    const subjects: SubjectDraft[] = [];
    const unread = MAPS.flatMap(name => {
      const reading = snapshot.configMaps[`kube-system/${name}`];
      return reading?.state === 'unread' && reading.reason !== 'not-served' ? [reading] : [];
    });
    let seen = 0;
    for (const name of MAPS) {
      const reading = snapshot.configMaps[`kube-system/${name}`];
      const text = reading?.state === 'read' ? Object.values(reading.value)[0] : undefined;
      if (text === undefined) continue;
      seen += 1;
      const mode = /^\s*"?mode"?:\s*"?(\w*)"?\s*,?\s*$/m.exec(text)?.[1] ?? '';
      const off = crossedAt('1.40', target, current);
      const said: readonly [SubjectDraft['state'], string] | undefined =
        mode === 'ipvs' && off !== null
          ? ['fail', 'ipvsOff']
          : mode === 'ipvs' && compareMinors(target.version, '1.35') >= 0
            ? ['warn', 'ipvs']
            : mode === '' && compareMinors(target.version, '1.37') >= 0
              ? ['info', 'implicit']
              : undefined;
      if (said === undefined) continue;
      subjects.push({
        ...{ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'kube-system', name, state: said[0] },
        step: said[1] === 'ipvsOff' ? off : null,
        message: message(`${ID}.${said[1]}`, { name }),
        evidence: [field('mode', mode === '' ? '-' : mode)],
        commands: [`kubectl get configmap ${name} --namespace kube-system --output yaml`],
      });
    }
    const asked = MAPS.some(name => snapshot.configMaps[`kube-system/${name}`] !== undefined);
    if (subjects.length === 0 && (unread.length > 0 || !asked)) {
      return {
        state: 'unknown',
        reason: message(`${ID}.unread`),
        missing: unread.filter(({ reason }) => reason === 'forbidden').map(({ access }) => access),
      };
    }
    return seen === 0 ? notApplicable(`${ID}.none`) : found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
