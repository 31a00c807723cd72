/** Admission policies that may refuse the pods of kube-system. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { matches } from '../readiness/selectors';
import { about, field } from '../readiness/subjects';
import { covers, isEmpty } from '../readiness/webhooks';

const ID = 'check.admission-policies';

export default defineCheck({
  id: 'admission-policies',
  covers: ['VAP-BINDING'],
  area: 'admission',
  phase: 'any',
  canBlock: false,
  needs: ['validatingadmissionpolicies', 'validatingadmissionpolicybindings', 'namespaces'],
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/'],
  run({ validatingadmissionpolicies, validatingadmissionpolicybindings, namespaces }) {
    const system = namespaces.find(({ metadata }) => metadata.name === 'kube-system');
    const subjects = validatingadmissionpolicybindings.flatMap(binding => {
      const { policyName = '', validationActions = [], matchResources } = binding.spec ?? {};
      if (!validationActions.includes('Deny')) return [];
      const constraints = validatingadmissionpolicies.find(({ metadata }) => metadata.name === policyName)?.spec
        ?.matchConstraints;
      if (constraints === undefined) return [];
      const pods = (constraints.resourceRules ?? []).some(rule => covers(rule, '/pods', true));
      const lets = [constraints.namespaceSelector, matchResources?.namespaceSelector].every(
        selector => isEmpty(selector) || matches(selector, system?.metadata.labels),
      );
      if (!pods || !lets) return [];
      return [
        about('validatingadmissionpolicybindings', binding, {
          state: 'info',
          message: message(`${ID}.system`, { name: binding.metadata.name, policy: policyName }),
          evidence: [field('spec.validationActions', validationActions.join(', '))],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
