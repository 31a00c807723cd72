/** Claims that lost their volume, and volumes that failed. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';

const ID = 'check.lost-volumes';

export default defineCheck({
  id: 'lost-volumes',
  covers: ['PV-LOST'],
  area: 'storage',
  phase: 'any',
  canBlock: false,
  needs: ['persistentvolumes', 'persistentvolumeclaims'],
  sources: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#phase'],
  run({ persistentvolumes, persistentvolumeclaims }) {
    const claims = persistentvolumeclaims
      .filter(({ status }) => status?.phase === 'Lost')
      .map(claim => {
        const said = message(`${ID}.lost`, named(claim.metadata));
        return about('persistentvolumeclaims', claim, {
          state: 'warn',
          message: said,
          evidence: [field('status.phase', 'Lost')],
        });
      });
    const volumes = persistentvolumes
      .filter(({ status }) => status?.phase === 'Failed')
      .map(volume => {
        const said = message(`${ID}.failed`, { name: volume.metadata.name });
        return about('persistentvolumes', volume, {
          state: 'warn',
          message: said,
          evidence: [field('status.phase', 'Failed')],
        });
      });
    return found([...claims, ...volumes], { remediation: message(`${ID}.fix`) });
  },
});
