/** LeaseCandidate coordination.k8s.io/v1alpha1 → v1alpha2 and v1beta1: one strategy instead of a list. */
import { defineConversion } from '../convert/conversion';
import { message } from '../model/message';
import { isScalar } from '../yaml/parse';
import { isSequence } from '../yaml/view';

export default defineConversion({
  id: 'leasecandidate',
  kinds: ['LeaseCandidate'],
  from: ['coordination.k8s.io/v1alpha1'],
  to: ['coordination.k8s.io/v1alpha2', 'coordination.k8s.io/v1beta1'],
  changes: [
    message('change.rename', { from: 'spec.preferredStrategies', to: 'spec.strategy' }),
    message('change.required', { field: 'spec.binaryVersion', value: '…' }),
  ],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    if (!c.has(spec, 'binaryVersion')) c.manual(message('fix.missing', { field: 'binaryVersion' }));
    const field =
      c.field(spec, 'preferredStrategies') ?? c.manual(message('fix.missing', { field: 'preferredStrategies' }));
    if (c.isEmpty(spec, 'preferredStrategies')) c.manual(message('fix.missing', { field: 'preferredStrategies' }));
    const list = field.pair.value;
    const items = isSequence(list as never) ? (list as { items: unknown[] }).items : [];
    const only = items[0];
    if (items.length !== 1) c.manual(message('manual.strategies'));
    const range =
      (isScalar(only) && !only.type?.startsWith('BLOCK') ? only.range : null) ?? c.manual(message('fix.unusual'));
    const raw = c.resource.document.source.slice(range[0], range[1]);
    // The API server demands it for the strategy that compares it.
    if (isScalar(only) && only.value === 'OldestEmulationVersion' && !c.has(spec, 'emulationVersion')) {
      c.manual(message('fix.missing', { field: 'emulationVersion' }));
    }
    c.edits.replacePair(spec, field.pair, [
      { key: 'strategy', rawKey: c.edits.keyLike(field.pair, 'strategy'), value: { raw } },
    ]);
  },
});
