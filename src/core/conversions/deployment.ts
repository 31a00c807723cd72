/**
 * Deployment extensions/v1beta1 and apps/v1beta1 → apps/v1: the selector has to be stated, rollbackTo is gone.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#deployment-v116
 */
import { defineConversion } from '../convert/conversion';
import { addAboveTemplate, pinNumber, pinRollingUpdate, selectorEntries, UNLIMITED } from '../convert/workload';
import { message } from '../model/message';

export default defineConversion({
  id: 'deployment',
  kinds: ['Deployment'],
  from: ['extensions/v1beta1', 'apps/v1beta1'],
  to: ['apps/v1', 'apps/v1beta2'],
  changes: [
    message('change.required', { field: 'spec.selector', value: 'spec.template.metadata.labels' }),
    message('change.removed', { from: 'spec.rollbackTo' }),
    message('change.defaultOnly', { field: 'spec.revisionHistoryLimit', to: '10' }),
    message('change.defaultOnly', { field: 'spec.progressDeadlineSeconds', to: '600' }),
    message('change.defaultOnly', { field: 'spec.strategy.rollingUpdate', to: '25%' }),
  ],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    const entries = selectorEntries(c, spec);
    if (c.mode === 'keepDefaults') {
      const extensions = c.from === 'extensions/v1beta1';
      entries.push(...pinNumber(c, spec, 'revisionHistoryLimit', extensions ? UNLIMITED : 2));
      if (extensions) {
        entries.push(...pinNumber(c, spec, 'progressDeadlineSeconds', UNLIMITED), ...pinRollingUpdate(c, spec));
      }
    }
    c.drop(spec, 'rollbackTo');
    addAboveTemplate(c, spec, entries);
  },
});
