/** Webhooks that look at requests of the named versions only: a new version of an API passes them by. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { configurations } from '../readiness/webhooks';

const ID = 'check.webhook-match-policy';

export default defineCheck({
  id: 'webhook-match-policy',
  covers: ['WH-MATCHPOLICY'],
  area: 'admission',
  phase: 'control-plane',
  canBlock: false,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
  sources: [
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-matchpolicy',
    'https://kubernetes.io/releases/version-skew-policy/',
  ],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations }) {
    const subjects = configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations).flatMap(
      configuration => {
        const exact = configuration.webhooks.filter(
          ({ matchPolicy, rules = [] }) =>
            matchPolicy === 'Exact' && rules.some(({ apiVersions = [] }) => !apiVersions.includes('*')),
        );
        const [first] = exact;
        if (first === undefined) return [];
        return [
          about(configuration.kind, configuration, {
            state: 'warn',
            message: message(`${ID}.exact`, { name: configuration.metadata.name, webhook: first.name ?? '' }),
            evidence: exact.map(({ name = '', rules = [] }) =>
              field(
                `webhooks[${name}].rules[].apiVersions`,
                [...new Set(rules.flatMap(({ apiVersions = [] }) => apiVersions))].join(', '),
              ),
            ),
          }),
        ];
      },
    );
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
