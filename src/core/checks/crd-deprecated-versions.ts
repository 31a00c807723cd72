/** Versions of custom resources that their definition marks as deprecated and still serves. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';

const ID = 'check.crd-deprecated-versions';

export default defineCheck({
  id: 'crd-deprecated-versions',
  covers: ['CRD-DEPRECATED'],
  area: 'apis',
  phase: 'any',
  canBlock: false,
  needs: ['customresourcedefinitions'],
  sources: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#version-deprecation',
  ],
  run({ customresourcedefinitions }) {
    const subjects = customresourcedefinitions.flatMap(definition => {
      const old = (definition.spec?.versions ?? []).filter(version => version.deprecated === true && version.served);
      if (old.length === 0) return [];
      const versions = old.map(({ name = '' }) => name).join(', ');
      return [
        about('customresourcedefinitions', definition, {
          state: 'warn',
          message: message(`${ID}.served`, { name: definition.metadata.name, versions }),
          evidence: old.map(({ name = '', deprecationWarning = '' }) =>
            field(`spec.versions[${name}].deprecated`, deprecationWarning === '' ? 'true' : deprecationWarning),
          ),
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
