/**
 * DaemonSet extensions/v1beta1 → apps/v1: the selector has to be stated, pods now roll by themselves.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#daemonset-v116
 */
import { defineConversion } from '../convert/conversion';
import { addAboveTemplate, pinOnDelete, selectorEntries } from '../convert/workload';
import { message } from '../model/message';

export default defineConversion({
  id: 'daemonset',
  kinds: ['DaemonSet'],
  from: ['extensions/v1beta1'],
  to: ['apps/v1', 'apps/v1beta2'],
  changes: [
    message('change.required', { field: 'spec.selector', value: 'spec.template.metadata.labels' }),
    message('change.default', { field: 'spec.updateStrategy.type', from: 'OnDelete', to: 'RollingUpdate' }),
    message('change.removed', { from: 'spec.templateGeneration' }),
  ],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    const entries = [...selectorEntries(c, spec), ...pinOnDelete(c, spec)];
    c.drop(spec, 'templateGeneration');
    c.drop(spec, 'rollbackTo');
    addAboveTemplate(c, spec, entries);
  },
});
