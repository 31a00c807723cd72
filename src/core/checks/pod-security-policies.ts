/** PodSecurityPolicies that somebody may use: with 1.25 they are gone, and with them whatever they forbade. */
import { message } from '../model/message';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { about, field, getYaml } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';
import { type KindObject } from '../snapshot/kinds';

const ID = 'check.pod-security-policies';
const REMOVED = '1.25';
/** What providers put into every cluster; they allow everything. */
const PROVIDER = /^(?:eks\.privileged|ack\.privileged|gce\..+)$/;

type Role = KindObject<'clusterroles'> | KindObject<'roles'>;
type Binding = KindObject<'clusterrolebindings'> | KindObject<'rolebindings'>;

export default defineCheck({
  id: 'pod-security-policies',
  covers: ['PSP'],
  area: 'apis',
  phase: 'control-plane',
  canBlock: true,
  needs: ['podsecuritypolicies'],
  wants: ['clusterroles', 'roles', 'clusterrolebindings', 'rolebindings'],
  partial: true,
  sources: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/migrate-from-psp/',
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#psp-v125',
  ],
  run({ podsecuritypolicies, clusterroles, roles, clusterrolebindings, rolebindings, target, current }) {
    const step = crossedAt(REMOVED, target, current);
    if (step === null) return notApplicable('check.notCrossed', { release: REMOVED });
    const known = clusterroles !== null && roles !== null && clusterrolebindings !== null && rolebindings !== null;
    const usable = known ? usableBy([...clusterroles, ...roles], [...clusterrolebindings, ...rolebindings]) : null;
    const subjects = podsecuritypolicies
      .filter(({ metadata }) => !PROVIDER.test(metadata.name))
      .map(policy => {
        const { name } = policy.metadata;
        const used = usable === null || usable(name);
        return about('podsecuritypolicies', policy, {
          state: used ? 'fail' : 'info',
          step: used ? step : null,
          apiVersion: 'policy/v1beta1',
          message: message(`${ID}.${usable === null ? 'maybe' : used ? 'used' : 'unused'}`, { name }),
          evidence: [field('kind', 'PodSecurityPolicy')],
          commands: [getYaml('podsecuritypolicies', policy.metadata)],
        });
      });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

/** Whether a role lets somebody use a policy and that role is bound to anybody. */
function usableBy(roles: readonly Role[], bindings: readonly Binding[]): (name: string) => boolean {
  const bound = new Set(
    bindings
      .filter(({ subjects = [] }) => subjects.length > 0)
      .map(({ roleRef }) => `${roleRef?.kind ?? ''}/${roleRef?.name ?? ''}`),
  );
  const rules = roles
    .filter(({ metadata }) =>
      bound.has(`${metadata.namespace === undefined ? 'ClusterRole' : 'Role'}/${metadata.name}`),
    )
    .flatMap(({ rules: given = [] }) => given)
    .filter(
      ({ verbs = [], resources = [], apiGroups = [] }) =>
        verbs.some(verb => verb === 'use' || verb === '*') &&
        resources.some(resource => resource === 'podsecuritypolicies' || resource === '*') &&
        apiGroups.some(group => group === 'policy' || group === 'extensions' || group === '*'),
    );
  return name => rules.some(({ resourceNames = [] }) => resourceNames.length === 0 || resourceNames.includes(name));
}
