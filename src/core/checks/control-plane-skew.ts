/** Controller manager and scheduler against the API server, where the control plane shows its pods. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found, notApplicable, unknown } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { minorOf, minorsBehind, parseImage } from '../readiness/versions';
import { type Pod } from '../snapshot/kinds';

const ID = 'check.control-plane-skew';
const PARTS = new Set(['kube-controller-manager', 'kube-scheduler']);
/** Other cloud controllers have versions of their own. */
const CLOUD = /^registry\.k8s\.io\/(?:provider-aws\/)?cloud-controller-manager$/;

export default defineCheck({
  id: 'control-plane-skew',
  covers: ['SKEW-KCM'],
  area: 'versions',
  phase: 'control-plane',
  canBlock: true,
  needs: ['version', 'pods'],
  sources: ['https://kubernetes.io/releases/version-skew-policy/'],
  run({ pods, current }) {
    if (current === null) return unknown(message('check.version-skew.noVersion'));
    const parts = pods
      .filter(({ metadata }) => metadata.namespace === 'kube-system')
      .flatMap(pod => images(pod).map(image => ({ pod, ...image })));
    const judged = parts.filter(({ name, repository }) => PARTS.has(name) || CLOUD.test(repository));
    if (judged.length === 0) return notApplicable(`${ID}.hidden`);
    const serverOn = new Map(
      parts.filter(({ name }) => name === 'kube-apiserver').map(({ pod, tag }) => [pod.spec?.nodeName, minorOf(tag)]),
    );
    const subjects: SubjectDraft[] = [];
    for (const { pod, name, tag } of judged) {
      const part = minorOf(tag);
      // While an upgrade runs, each one speaks to the API server beside it.
      const server = serverOn.get(pod.spec?.nodeName) ?? current;
      const behind = part === undefined ? 0 : minorsBehind(part, server);
      if (part === undefined || (behind >= 0 && behind <= 1)) continue;
      subjects.push(
        about('pods', pod, {
          state: PARTS.has(name) ? 'fail' : 'warn',
          message: message(`${ID}.${behind < 0 ? 'newer' : 'older'}`, { part: name, version: part, server }),
          evidence: [field('image', `${name}:${tag}`)],
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function images({ spec }: Pod): readonly { name: string; repository: string; tag: string }[] {
  return (spec?.containers ?? []).map(({ image = '' }) => {
    const { name, repository, tag } = parseImage(image);
    return { name, repository, tag: tag ?? '' };
  });
}
