/** Webhooks whose requests fail while their only pod moves to another node. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { isReady } from '../readiness/pods';
import { byNamespace, matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';
import { configurations, isFail } from '../readiness/webhooks';

const ID = 'check.webhook-single-backend';

export default defineCheck({
  id: 'webhook-single-backend',
  covers: ['WH-SINGLE'],
  area: 'admission',
  phase: 'nodes',
  canBlock: false,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations', 'services', 'pods'],
  sources: ['https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/'],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations, services, pods }) {
    const podsOf = byNamespace(pods.filter(isReady));
    const subjects: SubjectDraft[] = [];
    for (const configuration of configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations)) {
      const single = configuration.webhooks.filter(isFail).flatMap(({ clientConfig }) => {
        const ref = clientConfig?.service;
        const selector = services.find(
          ({ metadata }) => metadata.name === ref?.name && metadata.namespace === ref?.namespace,
        )?.spec?.selector;
        if (selector === undefined || Object.keys(selector).length === 0) return [];
        const backing = (podsOf.get(ref?.namespace ?? '') ?? []).filter(({ metadata }) =>
          matches({ matchLabels: selector }, metadata.labels),
        );
        const [pod] = backing;
        return backing.length === 1 && pod !== undefined ? [{ pod, service: `${ref?.namespace}/${ref?.name}` }] : [];
      });
      const [first] = single;
      if (first === undefined) continue;
      const args = { name: configuration.metadata.name, service: first.service };
      subjects.push(
        about(configuration.kind, configuration, {
          state: 'warn',
          message: message(`${ID}.single`, args),
          evidence: [
            field('failurePolicy', 'Fail'),
            message(`${ID}.pod`, { ...named(first.pod.metadata), node: first.pod.spec?.nodeName ?? '' }),
          ],
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
