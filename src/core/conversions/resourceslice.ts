/** ResourceSlice resource.k8s.io/v1alpha3 and v1beta1 → v1: what stood under `basic` stands in the device itself. */
import { defineConversion } from '../convert/conversion';
import { type Converter } from '../convert/converter';
import { hoist } from '../convert/hoist';
import { EditBuilder } from '../edit/builder';
import { message } from '../model/message';
import { isScalar } from '../yaml/parse';
import { keyText, type MapView } from '../yaml/view';

const GROUP = 'resource.k8s.io';

export default defineConversion({
  id: 'resourceslice',
  kinds: ['ResourceSlice'],
  from: [`${GROUP}/v1alpha3`, `${GROUP}/v1beta1`],
  to: [`${GROUP}/v1`, `${GROUP}/v1beta2`, `${GROUP}/v1beta1`],
  changes: [
    message('change.rename', { from: 'devices[].basic', to: 'devices[]' }),
    message('change.rename', { from: 'devices[].basic.capacity.*', to: 'devices[].capacity.*.value' }),
  ],
  convert(c) {
    const spec = c.map(c.root, 'spec');
    for (const device of spec ? c.list(spec, 'devices') : []) {
      const hoisted = c.to !== `${GROUP}/v1beta1`;
      const inner = hoisted ? new EditBuilder(c.resource.document) : c.edits;
      const basic = c.map(device, 'basic');
      if (basic && c.from === `${GROUP}/v1alpha3`) wrapCapacity(c, basic, inner);
      if (hoisted) hoist(c, device, 'basic', undefined, inner);
    }
  },
});

/** v1alpha3 has bare quantities; later versions put each under `value`. */
function wrapCapacity(c: Converter, basic: MapView, edits: EditBuilder): void {
  const capacity = c.map(basic, 'capacity');
  for (const pair of capacity?.pairs ?? []) {
    const key = keyText(capacity!.document, pair);
    if (key === undefined || key === '<<') c.manual(message('fix.unknown.template', { field: 'capacity' }));
    const value = c.scalar(capacity!, key, { copyOnly: true })?.scalar;
    if (!value || !isScalar(pair.value) || value.type?.startsWith('BLOCK')) c.manual(message('fix.unusual'));
    const { quoting, tight } = edits.style(capacity!);
    edits.wrap(capacity!, value, `{${quoting === 'json' ? '"value"' : 'value'}:${tight ? '' : ' '}`, '}');
  }
}
