/** KubeSchedulerConfiguration kubescheduler.config.k8s.io/v1beta3 → v1: registered with the same kinds, plugin settings not compared. */
import { defineConversion } from '../convert/conversion';
import { message } from '../model/message';

export default defineConversion({
  id: 'kubeschedulerconfiguration',
  kinds: ['KubeSchedulerConfiguration'],
  from: ['kubescheduler.config.k8s.io/v1beta3'],
  to: ['kubescheduler.config.k8s.io/v1'],
  changes: [],
  convert(c) {
    c.choiceReason = message('choice.scheduler');
  },
});
