/** HorizontalPodAutoscaler extensions/v1beta1 → autoscaling/v1: other names for the target and for the CPU goal, no default of 80 %. */
import { defineConversion } from '../convert/conversion';
import { hoist } from '../convert/hoist';
import { message } from '../model/message';

export default defineConversion({
  id: 'horizontalpodautoscaler-extensions',
  kinds: ['HorizontalPodAutoscaler'],
  from: ['extensions/v1beta1'],
  to: ['autoscaling/v1'],
  changes: [
    message('change.rename', { from: 'spec.scaleRef', to: 'spec.scaleTargetRef' }),
    message('change.rename', {
      from: 'spec.cpuUtilization.targetPercentage',
      to: 'spec.targetCPUUtilizationPercentage',
    }),
  ],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    const target = c.need(spec, 'scaleRef');
    c.rename(spec, 'scaleRef', 'scaleTargetRef');
    c.drop(target, 'subresource');
    if (c.map(spec, 'cpuUtilization')) {
      hoist(c, spec, 'cpuUtilization', { targetPercentage: 'targetCPUUtilizationPercentage' });
    } else {
      if (c.has(spec, 'cpuUtilization')) c.manual(message('fix.unexpected', { field: 'cpuUtilization' }));
      c.edits.append(spec, [{ key: 'targetCPUUtilizationPercentage', value: 80 }]);
      c.pin('targetCPUUtilizationPercentage: 80');
    }
  },
});
