/** Ages, counted from when the snapshot was taken: the machine's own clock may be wrong. */
import { type Condition } from '../snapshot/kinds';

/** Minutes since a time; null when it is missing or no time. */
export function minutesSince(time: string | undefined, takenAt: string): number | null {
  const then = Date.parse(time ?? '');
  return Number.isNaN(then) ? null : (Date.parse(takenAt) - then) / 60_000;
}

/** Whether a time lies at least so many minutes back. What has no time is taken for old. */
export function isOlderThan(minutes: number, time: string | undefined, takenAt: string): boolean {
  const age = minutesSince(time, takenAt);
  return age === null || age >= minutes;
}

/** Whole days until a time; negative when it has passed, null when it is no time. */
export function daysUntil(time: string | undefined, takenAt: string): number | null {
  const minutes = minutesSince(time, takenAt);
  return minutes === null ? null : Math.floor(-minutes / 1440);
}

export function conditionOf(conditions: readonly Condition[] | undefined, type: string): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}
