/** Webhooks that do not take admission.k8s.io/v1 reviews. v1beta1 is still called, so this is for information. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { configurations } from '../readiness/webhooks';

const ID = 'check.webhook-review-versions';

export default defineCheck({
  id: 'webhook-review-versions',
  covers: ['WH-REVIEW'],
  area: 'admission',
  phase: 'any',
  canBlock: false,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
  sources: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/#webhook-resources-v122'],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations }) {
    const subjects = configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations).flatMap(
      configuration => {
        const old = configuration.webhooks.filter(
          ({ admissionReviewVersions }) =>
            admissionReviewVersions !== undefined && !admissionReviewVersions.includes('v1'),
        );
        if (old.length === 0) return [];
        const args = { name: configuration.metadata.name, count: old.length };
        return [
          about(configuration.kind, configuration, {
            state: 'info',
            message: message(`${ID}.old`, args),
            evidence: old.map(({ name = '', admissionReviewVersions = [] }) =>
              field(`webhooks[${name}].admissionReviewVersions`, admissionReviewVersions.join(', ')),
            ),
          }),
        ];
      },
    );
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
