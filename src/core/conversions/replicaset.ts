/**
 * ReplicaSet extensions/v1beta1 → apps/v1: the selector has to be stated.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#replicaset-v116
 */
import { defineConversion } from '../convert/conversion';
import { addAboveTemplate, selectorEntries } from '../convert/workload';
import { message } from '../model/message';

export default defineConversion({
  id: 'replicaset',
  kinds: ['ReplicaSet'],
  from: ['extensions/v1beta1'],
  to: ['apps/v1', 'apps/v1beta2'],
  changes: [message('change.required', { field: 'spec.selector', value: 'spec.template.metadata.labels' })],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    addAboveTemplate(c, spec, selectorEntries(c, spec));
  },
});
