/**
 * Event events.k8s.io/v1beta1 → v1: the same shape, more of it required.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#event-v125
 */
import { defineConversion } from '../convert/conversion';
import { message } from '../model/message';

const REQUIRED = ['action', 'reason', 'reportingController', 'reportingInstance', 'eventTime'];
const FORBIDDEN = ['deprecatedFirstTimestamp', 'deprecatedLastTimestamp', 'deprecatedCount', 'deprecatedSource'];

export default defineConversion({
  id: 'event',
  kinds: ['Event'],
  from: ['events.k8s.io/v1beta1'],
  to: ['events.k8s.io/v1'],
  changes: REQUIRED.map(field => message('change.required', { field, value: '…' })),
  convert(c) {
    const refuse = (field: string): never => c.manual(message('manual.event', { field }));
    for (const key of REQUIRED) if (!c.has(c.root, key)) refuse(key);
    for (const key of FORBIDDEN) if (c.has(c.root, key)) refuse(key);
    const type = c.scalar(c.root, 'type')?.text;
    if (type !== 'Normal' && type !== 'Warning') refuse('type');
    const series = c.map(c.root, 'series');
    if (!series) return;
    const count = c.scalar(series, 'count')?.int;
    if (count === undefined || count < 2) refuse('series.count');
    if (!c.has(series, 'lastObservedTime')) refuse('series.lastObservedTime');
  },
});
