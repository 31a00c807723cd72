/** ScheduledJob batch/v2alpha1 → CronJob: the first name of the same kind. */
import { defineConversion } from '../convert/conversion';
import { message } from '../model/message';

export default defineConversion({
  id: 'scheduledjob',
  kinds: ['ScheduledJob'],
  from: ['batch/v2alpha1'],
  to: ['batch/v1', 'batch/v1beta1'],
  changes: [message('change.rename', { from: 'kind: ScheduledJob', to: 'kind: CronJob' })],
  convert(c) {
    const kind = c.scalar(c.root, 'kind') ?? c.manual(message('fix.missing', { field: 'kind' }));
    c.edits.setScalar(c.root, kind.scalar, 'CronJob');
  },
});
