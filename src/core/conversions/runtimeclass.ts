/**
 * RuntimeClass node.k8s.io/v1alpha1 → v1: what stood under `spec` stands at the top.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/node/v1alpha1/conversion.go
 */
import { defineConversion } from '../convert/conversion';
import { hoist } from '../convert/hoist';
import { message } from '../model/message';

export default defineConversion({
  id: 'runtimeclass',
  kinds: ['RuntimeClass'],
  from: ['node.k8s.io/v1alpha1'],
  to: ['node.k8s.io/v1', 'node.k8s.io/v1beta1'],
  changes: [
    message('change.rename', { from: 'spec.runtimeHandler', to: 'handler' }),
    message('change.rename', { from: 'spec.overhead', to: 'overhead' }),
    message('change.rename', { from: 'spec.scheduling', to: 'scheduling' }),
  ],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    if (!c.has(spec, 'runtimeHandler')) c.manual(message('fix.missing', { field: 'runtimeHandler' }));
    hoist(c, c.root, 'spec', { runtimeHandler: 'handler', overhead: 'overhead', scheduling: 'scheduling' });
  },
});
