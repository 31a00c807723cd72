/** Claims that name no class: with no default they wait for ever, with several the newest decides. */
import { message } from '../model/message';
import { defineCheck, notApplicable } from '../readiness/define';
import { field } from '../readiness/subjects';

const ID = 'check.default-storage-class';
const ANNOTATIONS = ['storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class'];

export default defineCheck({
  id: 'default-storage-class',
  covers: ['SC-DEFAULT'],
  area: 'storage',
  phase: 'any',
  canBlock: false,
  needs: ['storageclasses'],
  sources: ['https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass'],
  run({ storageclasses }) {
    if (storageclasses.length === 0) return notApplicable(`${ID}.noClass`);
    const defaults = storageclasses.filter(({ metadata }) =>
      ANNOTATIONS.some(name => metadata.annotations?.[name] === 'true'),
    );
    if (defaults.length === 1) return {};
    const names = (defaults.length === 0 ? storageclasses : defaults).map(({ metadata }) => metadata.name).join(', ');
    return {
      state: defaults.length === 0 ? 'info' : 'warn',
      message: message(`${ID}.${defaults.length === 0 ? 'none' : 'several'}`, { names, count: defaults.length }),
      evidence: [field('storageclasses', names)],
      remediation: message(`${ID}.fix`),
    };
  },
});
