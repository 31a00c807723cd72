/** Custom resources that may still be stored in versions which their definition is about to drop. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';

const ID = 'check.crd-stored-versions';

export default defineCheck({
  id: 'crd-stored-versions',
  covers: ['CRD-STORED'],
  area: 'apis',
  phase: 'any',
  canBlock: false,
  needs: ['customresourcedefinitions'],
  sources: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#upgrade-existing-objects-to-a-new-stored-version',
  ],
  run({ customresourcedefinitions }) {
    const subjects = customresourcedefinitions.flatMap(definition => {
      const { versions = [] } = definition.spec ?? {};
      const stored = definition.status?.storedVersions ?? [];
      const storage = versions.find(version => version.storage === true)?.name;
      const old = stored.filter(name => name !== storage);
      if (old.length === 0) return [];
      const leaving = old.filter(name => {
        const version = versions.find(given => given.name === name);
        return version === undefined || version.served !== true || version.deprecated === true;
      });
      const args = { name: definition.metadata.name, storage: storage ?? '' };
      const [key, names] = leaving.length > 0 ? ['leaving', leaving] : ['several', old];
      return [
        about('customresourcedefinitions', definition, {
          state: leaving.length > 0 ? 'warn' : 'info',
          message: message(`${ID}.${key}`, { ...args, versions: names.join(', ') }),
          evidence: [field('status.storedVersions', stored.join(', '))],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
