/** Admission webhooks that nothing answers: requests they are called for fail, or wait. One finding for each configuration. */
import { type Message, message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { type Backend, backends, type ServiceRef } from '../readiness/services';
import { byNamespace, matches } from '../readiness/selectors';
import { about, describe, field } from '../readiness/subjects';
import { configurations, essentials, isEmpty, isFail, selects } from '../readiness/webhooks';
import { type KindObject, type Pod, type Webhook } from '../snapshot/kinds';

const ID = 'check.webhook-backend';
type Namespace = KindObject<'namespaces'>;

export default defineCheck({
  id: 'webhook-backend',
  covers: ['WH-BACKEND', 'WH-ORPHAN'],
  area: 'admission',
  phase: 'control-plane',
  canBlock: true,
  needs: [
    'validatingwebhookconfigurations',
    'mutatingwebhookconfigurations',
    'services',
    'endpointslices',
    'namespaces',
  ],
  wants: ['pods'],
  partial: true,
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy'],
  run({ validatingwebhookconfigurations, mutatingwebhookconfigurations, services, endpointslices, namespaces, pods }) {
    const backendOf = backends(services, endpointslices, namespaces);
    const reaches = reaching(namespaces, pods);
    const subjects: SubjectDraft[] = [];
    for (const configuration of configurations(validatingwebhookconfigurations, mutatingwebhookconfigurations)) {
      const dead = configuration.webhooks.flatMap(webhook => {
        const service = webhook.clientConfig?.service;
        const backend = service === undefined ? 'ready' : backendOf(service);
        return service === undefined || backend === 'ready' ? [] : [judge(webhook, service, backend, reaches)];
      });
      const worst = dead.find(({ state }) => state === 'fail') ?? dead.find(({ state }) => state === 'warn') ?? dead[0];
      if (worst === undefined) continue;
      subjects.push(
        about(configuration.kind, configuration, {
          state: worst.state,
          message: message(`${ID}.${worst.key}`, {
            ...{ name: configuration.metadata.name, webhook: worst.webhook, reason: worst.reason },
            ...{ resources: worst.resources },
          }),
          evidence: dead.flatMap(({ webhook, reason, policy }) => [
            field(`webhooks[${webhook}].failurePolicy`, policy),
            reason,
          ]),
          commands: [
            describe(configuration.kind, configuration.metadata),
            describe('services', { name: worst.service.name ?? '', namespace: worst.service.namespace ?? 'default' }),
          ],
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

interface Dead {
  readonly state: SubjectDraft['state'];
  readonly key: string;
  readonly webhook: string;
  readonly service: ServiceRef;
  readonly reason: Message;
  readonly policy: string;
  readonly resources: string;
}

function judge(webhook: Webhook, service: ServiceRef, backend: Backend, reaches: (webhook: Webhook) => boolean): Dead {
  const { namespace = '', name = '', port = 443 } = service;
  const common = {
    ...{ webhook: webhook.name ?? '', service, policy: webhook.failurePolicy ?? 'Fail' },
    reason: message(`${ID}.${backend}`, { service: `${namespace}/${name}`, namespace, port }),
    resources: essentials(webhook)
      .map(({ resource }) => resource)
      .join(', '),
  };
  if (backend === 'untold') return { ...common, state: 'info', key: 'unverified' };
  if (!isFail(webhook)) return { ...common, state: 'warn', key: 'ignored' };
  return reaches(webhook) ? { ...common, state: 'fail', key: 'blocks' } : { ...common, state: 'warn', key: 'narrow' };
}

/** Whether a webhook is surely called for something that a cluster cannot do without. */
function reaching(namespaces: readonly Namespace[], pods: readonly Pod[] | null): (webhook: Webhook) => boolean {
  const podsOf = pods === null ? null : byNamespace(pods);
  return webhook => {
    const needed = essentials(webhook);
    // A condition may let nothing through, and is not evaluated here.
    if (needed.length === 0 || (webhook.matchConditions ?? []).length > 0) return false;
    if (needed.some(({ namespaced }) => !namespaced) && isEmpty(webhook.objectSelector)) return true;
    return namespaces.some(namespace => {
      const { name } = namespace.metadata;
      const own = podsOf === null ? null : (podsOf.get(name) ?? []);
      if (name !== 'kube-system' && own?.length === 0) return false;
      if (!selects(webhook, namespace)) return false;
      return (
        isEmpty(webhook.objectSelector) ||
        (own ?? []).some(({ metadata }) => matches(webhook.objectSelector, metadata.labels))
      );
    });
  };
}
