/** Webhooks that guard the pods of their own backend: once all of those are gone, none can come back. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { byNamespace, matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';
import { configurations, covers, isEmpty, isFail, selects } from '../readiness/webhooks';

const ID = 'check.webhook-own-namespace';

export default defineCheck({
  id: 'webhook-own-namespace',
  covers: ['WH-SELF'],
  area: 'admission',
  phase: 'nodes',
  canBlock: false,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations', 'services', 'namespaces', 'pods'],
  sources: ['https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/'],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations, services, namespaces, pods }) {
    const podsOf = byNamespace(pods);
    const subjects: SubjectDraft[] = [];
    for (const configuration of configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations)) {
      for (const webhook of configuration.webhooks) {
        const ref = webhook.clientConfig?.service;
        const namespace = namespaces.find(({ metadata }) => metadata.name === ref?.namespace);
        if (ref === undefined || namespace === undefined || !isFail(webhook)) continue;
        if (!(webhook.rules ?? []).some(rule => covers(rule, '/pods', true)) || !selects(webhook, namespace)) continue;
        const selector = services.find(
          ({ metadata }) => metadata.name === ref.name && metadata.namespace === ref.namespace,
        )?.spec?.selector;
        if (selector === undefined || Object.keys(selector).length === 0) continue;
        const own = (podsOf.get(ref.namespace ?? '') ?? []).filter(
          ({ metadata }) =>
            matches({ matchLabels: selector }, metadata.labels) &&
            (isEmpty(webhook.objectSelector) || matches(webhook.objectSelector, metadata.labels)),
        );
        if (own.length === 0) continue;
        const conditional = (webhook.matchConditions ?? []).length > 0;
        subjects.push(
          about(configuration.kind, configuration, {
            state: conditional ? 'info' : 'warn',
            aspect: webhook.name ?? '',
            message: message(`${ID}.${conditional ? 'conditional' : 'locked'}`, {
              ...{ name: configuration.metadata.name, webhook: webhook.name ?? '' },
              ...{ namespace: ref.namespace ?? '', pods: own.length },
            }),
            evidence: [
              field(`webhooks[${webhook.name ?? ''}].failurePolicy`, 'Fail'),
              ...own.slice(0, 5).map(({ metadata }) => message(`${ID}.pod`, named(metadata))),
            ],
          }),
        );
      }
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
