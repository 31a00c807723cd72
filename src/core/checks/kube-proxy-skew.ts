/** kube-proxy against the control plane and against the kubelet of its node, by what its pods really run. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found, notApplicable, unknown } from '../readiness/define';
import { controllerOf } from '../readiness/selectors';
import { about, field } from '../readiness/subjects';
import { minorOf, minorsBehind, parseImage } from '../readiness/versions';
import { compareMinors } from '../verdict/target';
import { type KindObject, type Pod } from '../snapshot/kinds';

const ID = 'check.kube-proxy-skew';
const allowed = (proxy: string): number => (compareMinors(proxy, '1.25') >= 0 ? 3 : 2);

export default defineCheck({
  id: 'kube-proxy-skew',
  covers: ['SKEW-KUBEPROXY'],
  area: 'versions',
  phase: 'nodes',
  canBlock: true,
  needs: ['version', 'daemonsets'],
  wants: ['pods', 'nodes'],
  partial: true,
  sources: ['https://kubernetes.io/releases/version-skew-policy/#kube-proxy'],
  run({ daemonsets, pods, nodes, target, current }) {
    if (current === null) return unknown(message('check.version-skew.noVersion'));
    const sets = daemonsets.filter(set => imageOf(set.spec?.template?.spec) !== undefined);
    if (sets.length === 0) return notApplicable(`${ID}.none`);
    const kubelets = new Map(
      (nodes ?? []).map(({ metadata, status }) => [metadata.name, minorOf(status?.nodeInfo?.kubeletVersion)]),
    );
    const subjects: SubjectDraft[] = [];
    const unreadable: string[] = [];
    for (const set of sets) {
      for (const [image, running] of imagesOf(set, pods ?? [])) {
        const proxy = minorOf(parseImage(image).tag ?? undefined);
        if (proxy === undefined) {
          unreadable.push(image);
          continue;
        }
        const args = { name: set.metadata.name, proxy, current, target: target.version };
        const step = target.path.findIndex(version => minorsBehind(proxy, version) > allowed(proxy));
        const apart = running.find(({ spec }) => {
          const kubelet = kubelets.get(spec?.nodeName ?? '');
          return kubelet !== undefined && Math.abs(compareMinors(kubelet, proxy)) > allowed(proxy);
        });
        const node = apart?.spec?.nodeName ?? '';
        const said =
          minorsBehind(proxy, current) < 0
            ? { state: 'fail' as const, message: message(`${ID}.newer`, args) }
            : step >= 0
              ? {
                  state: 'fail' as const,
                  step,
                  message: message(`${ID}.old`, { ...args, at: target.path[step] ?? '' }),
                }
              : apart !== undefined
                ? { state: 'fail' as const, message: message(`${ID}.apart`, { ...args, node }) }
                : proxy !== current
                  ? { state: 'info' as const, message: message(`${ID}.behind`, args) }
                  : undefined;
        if (said !== undefined) {
          subjects.push(about('daemonsets', set, { ...said, aspect: proxy, evidence: [field('image', image)] }));
        }
      }
    }
    if (subjects.length === 0 && unreadable.length > 0) {
      return unknown(message(`${ID}.unreadable`, { images: unreadable.join(', ') }));
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function imageOf(spec: Pod['spec']): string | undefined {
  return spec?.containers?.find(({ image = '' }) => /^kube-proxy(?:-|$)/.test(parseImage(image).name))?.image;
}

/** Images that its pods run, with those pods; the template's when no pod is seen. */
function imagesOf(set: KindObject<'daemonsets'>, pods: readonly Pod[]): ReadonlyMap<string, readonly Pod[]> {
  const images = new Map<string, Pod[]>();
  for (const pod of pods) {
    const owner = controllerOf(pod.metadata);
    if (owner?.kind !== 'DaemonSet' || owner.name !== set.metadata.name) continue;
    const image = pod.metadata.namespace === set.metadata.namespace ? imageOf(pod.spec) : undefined;
    if (image !== undefined) images.set(image, [...(images.get(image) ?? []), pod]);
  }
  const template = imageOf(set.spec?.template?.spec);
  return images.size === 0 && template !== undefined ? new Map([[template, []]]) : images;
}
