/** Webhooks on reviews of tokens and access: since 1.37 the API server no longer calls them by default. */
import { message } from '../model/message';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';
import { configurations, covers } from '../readiness/webhooks';

const ID = 'check.webhook-virtual-resources';
const RELEASE = '1.37';
const VIRTUAL = [
  'authentication.k8s.io/tokenreviews',
  'authentication.k8s.io/selfsubjectreviews',
  'authorization.k8s.io/subjectaccessreviews',
  'authorization.k8s.io/selfsubjectaccessreviews',
  'authorization.k8s.io/selfsubjectrulesreviews',
];

export default defineCheck({
  id: 'webhook-virtual-resources',
  covers: ['WH-TARGET137'],
  area: 'admission',
  phase: 'control-plane',
  canBlock: false,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
  sources: [
    'https://github.com/kubernetes/enhancements/issues/5793',
    'https://github.com/kubernetes/kubernetes/pull/140019',
  ],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations, target, current }) {
    const step = crossedAt(RELEASE, target, current);
    if (step === null) return notApplicable('check.notCrossed', { release: RELEASE });
    const subjects = configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations).flatMap(
      configuration => {
        // A catch-all relies on these as little as on anything else; only those who name them do.
        const named = VIRTUAL.filter(resource =>
          configuration.webhooks.some(({ rules = [] }) =>
            rules.some(rule => !rule.resources?.some(name => /^\*/.test(name)) && covers(rule, resource, false)),
          ),
        );
        if (named.length === 0) return [];
        const resources = named.join(', ');
        return [
          about(configuration.kind, configuration, {
            state: 'info',
            step,
            message: message(`${ID}.uncalled`, { name: configuration.metadata.name, resources }),
            evidence: [field('webhooks[].rules[].resources', resources)],
          }),
        ];
      },
    );
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
