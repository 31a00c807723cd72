/** Webhooks that may hold up a request for long: a slow backend then slows the whole API server. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { configurations, isFail } from '../readiness/webhooks';

const ID = 'check.webhook-timeout';
const DEFAULT = 10;
const LONG = 25;

export default defineCheck({
  id: 'webhook-timeout',
  covers: ['WH-TIMEOUT'],
  area: 'admission',
  phase: 'control-plane',
  canBlock: false,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#timeouts'],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations }) {
    const subjects = configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations).flatMap(
      configuration =>
        configuration.webhooks.flatMap(webhook => {
          const { name = '', timeoutSeconds: seconds = DEFAULT } = webhook;
          if (seconds <= DEFAULT || (seconds < LONG && !isFail(webhook))) return [];
          return [
            about(configuration.kind, configuration, {
              state: 'warn',
              aspect: name,
              message: message(`${ID}.long`, { name: configuration.metadata.name, webhook: name, seconds }),
              evidence: [field(`webhooks[${name}].timeoutSeconds`, seconds)],
            }),
          ];
        }),
    );
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
