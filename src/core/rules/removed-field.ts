/** Fields that are no longer in the schema: the API server drops them, or refuses the object where it validates fields. */
import { defineFieldRule } from '../fields/fieldRule';
import { removedFields } from '../fields/removedFields';
import { keyTriggers } from '../fields/places';
import { specHits } from '../fields/fieldSpec';

/** Small kinds that are looked at whenever they are met: the words of their fields are too common to look for. */
const KINDS = ['NetworkPolicy', 'Event', 'DeviceTaintRule'];

export default defineFieldRule({
  id: 'removed-field',
  triggers: [
    ...keyTriggers('ipFamily', 'ephemeral', 'clusterName', 'initializers'),
    'topologyKeys',
    'resourceClaims',
    'workloadRef',
    'resizeStatus',
    'rollbackTo',
    'templateGeneration',
  ],
  mayApply: scan => KINDS.some(kind => scan.kinds.has(kind)),
  page: { severity: 'error', rows: removedFields, example: 'block' },
  find: subject => specHits(removedFields, subject),
});
