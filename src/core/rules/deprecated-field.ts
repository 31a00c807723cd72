/** Fields that are still in the schema, but deprecated or without effect. */
import { defineFieldRule } from '../fields/fieldRule';
import { deprecatedFields } from '../fields/deprecatedFields';
import { specHits } from '../fields/fieldSpec';
import { keyTriggers } from '../fields/places';

export default defineFieldRule({
  id: 'deprecated-field',
  triggers: [
    ...keyTriggers('serviceAccount', 'externalID', 'selfLink'),
    'loadBalancerIP',
    'externalIPs',
    'configSource',
    'deprecatedTopology',
    'postStart',
    'preStop',
    'pkixPublicKey',
    'proofOfPossession',
  ],
  page: { severity: 'information', rows: deprecatedFields, example: 'block' },
  find: subject => specHits(deprecatedFields, subject),
});
