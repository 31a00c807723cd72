/**
 * Job extensions/v1beta1 → batch/v1: the selector was the user's own unless autoSelector said otherwise; now it is
 * automatic unless manualSelector says otherwise.
 */
import { defineConversion } from '../convert/conversion';
import { addAboveTemplate, selectorEntries } from '../convert/workload';
import { message } from '../model/message';

export default defineConversion({
  id: 'job',
  kinds: ['Job'],
  from: ['extensions/v1beta1'],
  to: ['batch/v1'],
  changes: [message('change.autoSelector', { from: 'spec.autoSelector' })],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    const auto = c.scalar(spec, 'autoSelector');
    if (auto && auto.type !== 'bool') c.manual(message('fix.unexpected', { field: 'autoSelector' }));
    const isAuto = /^(?:y|yes|true|on)$/i.test(auto?.scalar.source ?? '');
    if (auto) c.edits.remove(spec, auto.pair);
    if (isAuto) {
      const selector = c.field(spec, 'selector');
      if (selector) c.edits.remove(spec, selector.pair);
      return;
    }
    addAboveTemplate(c, spec, [{ key: 'manualSelector', value: true }, ...selectorEntries(c, spec)]);
    c.pin('manualSelector: true');
  },
});
