/** The Corefile of CoreDNS: plugins that a newer CoreDNS no longer has, and the one that says when it is ready. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { compareVersions } from '../readiness/addOns';
import { defineCheck, found, notApplicable, unknown } from '../readiness/define';
import { field } from '../readiness/subjects';
import { parseImage } from '../readiness/versions';

const ID = 'check.corefile';
const MAP = 'kube-system/coredns';
/** Plugin or option → version of CoreDNS that no longer takes it. */
const GONE: readonly (readonly [name: string, pattern: RegExp, since: string])[] = [
  ['proxy', /^\s*proxy\s/m, '1.5.0'],
  ['federation', /^\s*federation\s/m, '1.7.0'],
  ['upstream', /^\s*upstream\b/m, '1.7.0'],
];

export default defineCheck({
  id: 'corefile',
  covers: ['ADDON-COREFILE'],
  area: 'network',
  phase: 'add-ons',
  canBlock: false,
  needs: ['deployments'],
  sources: [
    'https://github.com/aws/containers-roadmap/issues/1115',
    'https://github.com/coredns/deployment/blob/master/kubernetes/CoreDNS-k8s_version.md',
  ],
  run({ deployments, snapshot }) {
    const reading = snapshot.configMaps[MAP];
    if (reading === undefined) return unknown(message(`${ID}.unread`));
    if (reading.state === 'unread' && reading.reason !== 'not-served') {
      return { ...unknown(message(`${ID}.unread`)), missing: reading.reason === 'forbidden' ? [reading.access] : [] };
    }
    const text = reading.state === 'read' ? reading.value['Corefile'] : undefined;
    if (text === undefined) return notApplicable(`${ID}.none`);
    const image = deployments
      .filter(({ metadata }) => metadata.namespace === 'kube-system' && metadata.name === 'coredns')
      .flatMap(({ spec }) => spec?.template?.spec?.containers ?? [])
      .map(({ image: name = '' }) => name)
      .find(name => parseImage(name).name === 'coredns');
    const version = /^v?(\d+\.\d+\.\d+)/.exec(parseImage(image ?? '').tag ?? '')?.[1];
    const subjects: SubjectDraft[] = [];
    const say = (state: SubjectDraft['state'], key: string, plugin: string, since = ''): void => {
      subjects.push({
        ...{ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'kube-system', name: 'coredns', aspect: plugin, state },
        message: message(`${ID}.${key}`, { plugin, since, version: version ?? '?' }),
        evidence: [field('data.Corefile', plugin)],
        commands: ['kubectl get configmap coredns --namespace kube-system --output yaml'],
      });
    };
    for (const [name, pattern, since] of GONE) {
      if (!pattern.test(text)) continue;
      // What a running CoreDNS accepts is at fault only once a newer one comes.
      const ahead = version === undefined || compareVersions(version, since) < 0;
      say(ahead ? 'warn' : 'info', ahead ? 'gone' : 'taken', name, since);
    }
    if (!/^\s*ready\b/m.test(text)) say('info', 'noReady', 'ready');
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
