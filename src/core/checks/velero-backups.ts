/** Whether there is a fresh backup by Velero; nothing can be said of other programs. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { minutesSince } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { about, field, getYaml, named } from '../readiness/subjects';

const ID = 'check.velero-backups';
const DAY = 24 * 60;

export default defineCheck({
  id: 'velero-backups',
  covers: ['BACKUP-VELERO'],
  area: 'storage',
  phase: 'control-plane',
  canBlock: false,
  needs: ['customresourcedefinitions', 'velerobackups', 'veleroschedules', 'backupstoragelocations'],
  sources: ['https://velero.io/docs/main/api-types/'],
  run({ customresourcedefinitions, velerobackups, veleroschedules, backupstoragelocations, snapshot }) {
    const remediation = message(`${ID}.fix`);
    if (!customresourcedefinitions.some(({ metadata }) => metadata.name === 'backups.velero.io')) {
      return {
        state: 'info',
        message: message(`${ID}.none`),
        evidence: [field('customresourcedefinitions', '-')],
        remediation,
      };
    }
    const subjects: SubjectDraft[] = [];
    const completed = velerobackups
      .filter(({ status }) => status?.phase === 'Completed')
      .sort((a, b) => (b.status?.completionTimestamp ?? '').localeCompare(a.status?.completionTimestamp ?? ''));
    const [newest] = completed;
    const age = newest === undefined ? null : minutesSince(newest.status?.completionTimestamp, snapshot.takenAt);
    if (newest === undefined) {
      return {
        state: 'warn',
        message: message(`${ID}.never`, { count: velerobackups.length }),
        evidence: [field('backups', velerobackups.length)],
        remediation,
      };
    }
    if (age === null || age > DAY) {
      subjects.push(
        about('velerobackups', newest, {
          state: 'warn',
          message: message(`${ID}.old`, { ...named(newest.metadata), hours: Math.floor((age ?? 0) / 60) }),
          evidence: [field('status.completionTimestamp', newest.status?.completionTimestamp ?? '-')],
          commands: [getYaml('velerobackups', newest.metadata)],
        }),
      );
    }
    for (const location of backupstoragelocations) {
      const { phase } = location.status ?? {};
      if (phase === 'Available') continue;
      const said = message(`${ID}.location`, { ...named(location.metadata), phase: phase ?? '-' });
      const evidence = [field('status.phase', phase ?? '-')];
      subjects.push(about('backupstoragelocations', location, { state: 'warn', message: said, evidence }));
    }
    for (const schedule of veleroschedules.filter(({ spec }) => spec?.paused === true)) {
      const said = message(`${ID}.paused`, named(schedule.metadata));
      subjects.push(
        about('veleroschedules', schedule, { state: 'warn', message: said, evidence: [field('spec.paused', true)] }),
      );
    }
    return found(subjects, { remediation });
  },
});
