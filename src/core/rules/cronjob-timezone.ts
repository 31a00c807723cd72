/** A time zone inside a CronJob's schedule: refused on create since 1.29, `spec.timeZone` says it. */
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { entriesAt, textOf, valueSpan } from '../fields/places';
import { type FieldRow } from '../fields/row';
import { pull } from '../fields/sources';
import { type Converter } from '../convert/converter';
import { type Subject } from '../judge/rule';
import { message } from '../model/message';
import { compareMinors } from '../verdict/target';

const FIELD_SINCE = '1.25';
const ZONED = /^\s*(?:CRON_)?TZ=(\S+)\s+(\S.*)$/;

const row: FieldRow = {
  name: 'spec.schedule: TZ=, CRON_TZ=',
  where: 'CronJob',
  deprecated: '1.23',
  ends: '1.29',
  end: 'refused',
  warns: '1.23',
  replacement: 'spec.timeZone',
  since: FIELD_SINCE,
  sources: [
    pull(106455),
    pull(116252),
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones',
  ],
};

export default defineFieldRule({
  id: 'cronjob-timezone',
  triggers: ['CRON_TZ='],
  mayApply: scan => scan.kinds.has('CronJob'),
  page: { severity: 'error', rows: [row], example: 'block' },
  *find(subject): Iterable<Hit> {
    const { resource } = subject;
    if (resource.kind !== 'CronJob') return;
    for (const entry of entriesAt(resource.map, 'spec', 'schedule')) {
      const schedule = textOf(entry);
      if (schedule === undefined || !schedule.includes('TZ=')) continue;
      yield {
        span: valueSpan(entry),
        row,
        what: message('fields.what.value', {
          path: 'spec.schedule',
          value: /(?:CRON_)?TZ=\S*/.exec(schedule)?.[0] ?? schedule,
        }),
        fix: fixOf(subject),
      };
    }
  },
});

function fixOf({ resource, context: { target } }: Subject): Hit['fix'] {
  if (resource.ref.apiVersion !== 'batch/v1') return message('fields.manual.convertFirst', { to: 'batch/v1' });
  if (target.current !== null && compareMinors(target.current, FIELD_SINCE) < 0) {
    return message('fields.manual.tooNew', { field: 'spec.timeZone', version: FIELD_SINCE });
  }
  return move;
}

function move(c: Converter): void {
  const spec = c.need(c.root, 'spec');
  const schedule = c.scalar(spec, 'schedule') ?? c.manual(message('fix.stale'));
  const [, zone = '', rest = ''] = ZONED.exec(schedule.text ?? '') ?? [];
  if (zone === '' || zone === 'Local' || rest === '')
    c.manual(message('fields.manual.value', { value: schedule.text ?? '' }));
  const given = c.scalar(spec, 'timeZone');
  if (given && given.text !== zone) c.manual(message('fields.manual.differs', { field: 'spec.timeZone' }));
  c.edits.setScalar(spec, schedule.scalar, rest.trimEnd());
  if (!given) c.edits.addAfter(spec, schedule.pair, [{ key: 'timeZone', value: zone }]);
  c.notes.push(message('fields.note.since', { field: 'spec.timeZone', version: FIELD_SINCE }));
}
