/** CA bundles of webhooks that have expired, will soon, or hold no certificate: the API server cannot trust the backend. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { bundleState } from '../readiness/certificates';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { configurations, essentials, isFail } from '../readiness/webhooks';

const ID = 'check.webhook-certificates';

export default defineCheck({
  id: 'webhook-certificates',
  covers: ['WH-CABUNDLE'],
  area: 'admission',
  phase: 'control-plane',
  canBlock: true,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
  sources: [
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#contacting-the-webhook',
  ],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations, snapshot }) {
    const subjects: SubjectDraft[] = [];
    for (const configuration of configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations)) {
      for (const webhook of configuration.webhooks) {
        const bundle = webhook.clientConfig?.caBundle;
        // Without one the server's own roots are used.
        if (bundle === undefined) continue;
        const fate = bundleState(bundle, snapshot.takenAt);
        if (fate.state === 'fine') continue;
        const dead = fate.state !== 'expiring';
        const blocks = dead && isFail(webhook) && essentials(webhook).length > 0 && !webhook.matchConditions?.length;
        const { name } = configuration.metadata;
        subjects.push(
          about(configuration.kind, configuration, {
            state: blocks ? 'fail' : 'warn',
            aspect: webhook.name ?? '',
            message: message(`${ID}.${fate.state}`, {
              ...{ name, webhook: webhook.name ?? '' },
              ...('until' in fate ? { until: fate.until, days: fate.days } : {}),
            }),
            evidence: [
              field(`webhooks[${webhook.name ?? ''}].failurePolicy`, webhook.failurePolicy ?? 'Fail'),
              message(`${ID}.certificates`, { count: bundle.certificates.length }),
            ],
          }),
        );
      }
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
