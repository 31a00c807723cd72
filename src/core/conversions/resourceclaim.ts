/** ResourceClaim and ResourceClaimTemplate resource.k8s.io/v1alpha3 and v1beta1 → v1: a plain request stands under `exactly`. */
import { defineConversion } from '../convert/conversion';
import { type Member } from '../edit/builder';
import { message } from '../model/message';

const MOVED = ['deviceClassName', 'selectors', 'allocationMode', 'count', 'adminAccess', 'tolerations', 'capacity'];
const GROUP = 'resource.k8s.io';

export default defineConversion({
  id: 'resourceclaim',
  kinds: ['ResourceClaim', 'ResourceClaimTemplate'],
  from: [`${GROUP}/v1alpha3`, `${GROUP}/v1beta1`],
  to: [`${GROUP}/v1`, `${GROUP}/v1beta2`, `${GROUP}/v1beta1`],
  changes: MOVED.slice(0, 5).map(field =>
    message('change.rename', { from: `requests[].${field}`, to: `requests[].exactly.${field}` }),
  ),
  convert(c) {
    if (c.to === `${GROUP}/v1beta1`) return;
    const top = c.map(c.root, 'spec');
    const spec = c.resource.kind === 'ResourceClaimTemplate' ? top && c.map(top, 'spec') : top;
    const devices = spec && c.map(spec, 'devices');
    for (const request of devices ? c.list(devices, 'requests') : []) {
      if (c.has(request, 'firstAvailable') || c.has(request, 'exactly')) continue;
      const members = MOVED.flatMap((key): Member[] => {
        const field = c.field(request, key);
        return field ? [{ pair: field.pair, path: [key] }] : [];
      });
      if (!c.has(request, 'deviceClassName')) c.manual(message('fix.missing', { field: 'deviceClassName' }));
      c.edits.nest(request, 'exactly', members);
    }
  },
});
