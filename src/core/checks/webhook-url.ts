/** Webhooks that are called by URL: whether anything answers there cannot be seen from the cluster's objects. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { configurations } from '../readiness/webhooks';

const ID = 'check.webhook-url';

export default defineCheck({
  id: 'webhook-url',
  covers: ['WH-URL'],
  area: 'admission',
  phase: 'any',
  canBlock: false,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#url'],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations }) {
    const subjects = configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations).flatMap(
      configuration => {
        const urls = configuration.webhooks.flatMap(({ clientConfig }) => clientConfig?.url ?? []);
        const [url] = urls;
        if (url === undefined) return [];
        return [
          about(configuration.kind, configuration, {
            state: 'info',
            message: message(`${ID}.url`, { name: configuration.metadata.name, url }),
            evidence: [...new Set(urls)].map(address => field('clientConfig.url', address)),
          }),
        ];
      },
    );
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
