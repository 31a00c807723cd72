/** Webhooks that can stop what the cluster itself lives on: everything, nodes and leases, or the pods of kube-system. */
import { type Message, message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { configurations, covers, isFail, selects } from '../readiness/webhooks';
import { type KindObject, type Webhook } from '../snapshot/kinds';

const ID = 'check.webhook-reach';
const ADMISSION = 'admissionregistration.k8s.io';

/** Resource → whether it is namespaced. */
const CRITICAL: Readonly<Record<string, boolean>> = {
  '/nodes': false,
  '/nodes/status': false,
  '/namespaces': false,
  '/persistentvolumes': false,
  '/events': true,
  'coordination.k8s.io/leases': true,
  'authentication.k8s.io/tokenreviews': false,
  'authorization.k8s.io/subjectaccessreviews': false,
  [`${ADMISSION}/validatingwebhookconfigurations`]: false,
  [`${ADMISSION}/mutatingwebhookconfigurations`]: false,
};

export default defineCheck({
  id: 'webhook-reach',
  covers: ['WH-KUBESYSTEM', 'WH-CATCHALL', 'WH-CRITICAL'],
  area: 'admission',
  phase: 'control-plane',
  canBlock: false,
  needs: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations', 'namespaces'],
  sources: ['https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/'],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations, namespaces }) {
    const system = namespaces.find(({ metadata }) => metadata.name === 'kube-system');
    const subjects: SubjectDraft[] = [];
    for (const configuration of configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations)) {
      // A condition narrows it in a way that is not evaluated here.
      const open = configuration.webhooks.filter(webhook => isFail(webhook) && !webhook.matchConditions?.length);
      const reach = open.flatMap(webhook => reachOf(webhook, system).map(what => ({ webhook, what })));
      const [first] = reach;
      if (first === undefined) continue;
      const { name } = configuration.metadata;
      subjects.push(
        about(configuration.kind, configuration, {
          state: 'warn',
          message: message(`${ID}.reaches`, { name, webhook: first.webhook.name ?? '', what: first.what }),
          evidence: reach.flatMap(({ webhook, what }) => [
            field(`webhooks[${webhook.name ?? ''}].failurePolicy`, 'Fail'),
            what,
          ]),
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function reachOf(webhook: Webhook, system: KindObject<'namespaces'> | undefined): readonly Message[] {
  const { rules = [] } = webhook;
  const everything = rules.some(
    ({ apiGroups = [], resources = [] }) =>
      apiGroups.includes('*') && (resources.includes('*') || resources.includes('*/*')),
  );
  const inSystem = system === undefined || selects(webhook, system);
  if (everything) return [message(`${ID}.${inSystem ? 'everything' : 'everythingElse'}`)];
  const critical = Object.entries(CRITICAL)
    .filter(([resource, namespaced]) => rules.some(rule => covers(rule, resource, namespaced)))
    .map(([resource]) => resource.replace(/^\//, ''));
  const pods = inSystem && rules.some(rule => covers(rule, '/pods', true));
  return [
    ...(critical.length === 0 ? [] : [message(`${ID}.critical`, { resources: critical.join(', ') })]),
    ...(pods ? [message(`${ID}.systemPods`)] : []),
  ];
}
