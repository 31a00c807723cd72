/** Values of enumerations that are deprecated, or that a newer version of the kind no longer takes. */
import { defineFieldRule } from '../fields/fieldRule';
import { deprecatedValues } from '../fields/deprecatedValues';
import { specHits } from '../fields/fieldSpec';
import { keyTriggers } from '../fields/places';

export default defineFieldRule({
  id: 'deprecated-value',
  triggers: ['PreferClose', 'Recycle', 'addressType', ...keyTriggers('sideEffects'), 'kubernetes.io/legacy-unknown'],
  page: { severity: 'warning', rows: deprecatedValues, example: 'block' },
  find: subject => specHits(deprecatedValues, subject),
});
