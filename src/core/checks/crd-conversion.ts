/** Conversion webhooks of custom resources that do not answer: their objects can then be neither read nor written. */
import { type Message, message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { bundleState } from '../readiness/certificates';
import { defineCheck, found } from '../readiness/define';
import { backends, type ServiceRef } from '../readiness/services';
import { about, field } from '../readiness/subjects';
import { type KindObject } from '../snapshot/kinds';

const ID = 'check.crd-conversion';

export default defineCheck({
  id: 'crd-conversion',
  covers: ['CRD-CONV'],
  area: 'apis',
  phase: 'control-plane',
  canBlock: true,
  needs: ['customresourcedefinitions', 'services', 'endpointslices', 'namespaces'],
  sources: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#webhook-conversion',
  ],
  run({ customresourcedefinitions, services, endpointslices, namespaces, snapshot }) {
    const backendOf = backends(services, endpointslices, namespaces);
    const subjects = customresourcedefinitions.flatMap((definition): readonly SubjectDraft[] => {
      const { conversion, group = '', names } = definition.spec ?? {};
      const client = conversion?.strategy === 'Webhook' ? conversion.webhook?.clientConfig : undefined;
      const reason = problem(client?.service, backendOf) ?? expired(client?.caBundle, snapshot.takenAt);
      if (client === undefined || reason === undefined) return [];
      const instances = snapshot.instances[`${names?.plural ?? ''}.${group}`];
      const count = instances?.state === 'read' ? instances.value : null;
      const args = { name: definition.metadata.name, reason, count: count ?? 0 };
      const [state, key] = !isNeeded(definition)
        ? (['info', 'unneeded'] as const)
        : count === null
          ? (['warn', 'uncounted'] as const)
          : count === 0
            ? (['warn', 'empty'] as const)
            : (['fail', 'broken'] as const);
      return [
        about('customresourcedefinitions', definition, {
          state,
          message: message(`${ID}.${key}`, args),
          evidence: [
            field('status.storedVersions', (definition.status?.storedVersions ?? []).join(', ')),
            ...(count === null ? [] : [message(`${ID}.objects`, { count })]),
          ],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function problem(ref: ServiceRef | undefined, backendOf: ReturnType<typeof backends>): Message | undefined {
  if (ref === undefined) return undefined;
  const backend = backendOf(ref);
  if (backend === 'ready' || backend === 'untold') return undefined;
  const { namespace = '', name = '', port = 443 } = ref;
  return message(`check.webhook-backend.${backend}`, { service: `${namespace}/${name}`, namespace, port });
}

function expired(bundle: Parameters<typeof bundleState>[0] | undefined, takenAt: string): Message | undefined {
  const fate = bundle === undefined ? undefined : bundleState(bundle, takenAt);
  return fate?.state === 'expired' && 'until' in fate ? message(`${ID}.expired`, { until: fate.until }) : undefined;
}

/** Whether any request has something to convert. */
function isNeeded({ spec, status }: KindObject<'customresourcedefinitions'>): boolean {
  const versions = spec?.versions ?? [];
  const storage = versions.find(version => version.storage === true)?.name;
  return (
    versions.some(version => version.served === true && version.storage !== true) ||
    (status?.storedVersions ?? []).some(name => name !== storage)
  );
}
