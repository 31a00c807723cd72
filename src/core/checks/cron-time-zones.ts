/** Schedules with a time zone in the text: existing ones go on, new ones are refused since 1.29. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';

const ID = 'check.cron-time-zones';

export default defineCheck({
  id: 'cron-time-zones',
  covers: ['CRON-CONTROLLER'],
  area: 'workloads',
  phase: 'control-plane',
  canBlock: false,
  needs: ['cronjobs'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#unsupported-timezone-specification'],
  run({ cronjobs }) {
    const subjects = cronjobs.flatMap(job => {
      const { schedule = '' } = job.spec ?? {};
      if (!/(?:^|\s)(?:CRON_)?TZ=/.test(schedule)) return [];
      return [
        about('cronjobs', job, {
          state: 'warn',
          message: message(`${ID}.inText`, named(job.metadata)),
          evidence: [field('spec.schedule', schedule)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
