/** Which targets are offered, in which order. Knows no VS Code. */
import { compareMinors } from '../core/verdict/target';

/** The oldest release worth planning for: the first that stopped serving something. */
const OLDEST = 16;
/** Releases after the newest known one that can be chosen already. */
const AHEAD = 2;

export interface TargetList {
  /** Newest first. */
  readonly released: readonly string[];
  /** Newer than the data. */
  readonly beyond: readonly string[];
}

/** With today's version known, only what lies ahead of it. A chosen version is always in the list. */
export function targetList(newest: string, current: string | null, chosenVersion: string): TargetList {
  const last = Number(newest.slice(2));
  const released: string[] = [];
  for (let minor = last; minor >= OLDEST; minor--) released.push(`1.${minor}`);
  const beyond = Array.from({ length: AHEAD }, (_, index) => `1.${last + index + 1}`);
  const wanted = (version: string): boolean =>
    current === null || compareMinors(version, current) > 0 || version === chosenVersion;
  const list = compareMinors(chosenVersion, newest) > 0 ? beyond : released;
  if (!list.includes(chosenVersion)) list.push(chosenVersion);
  return { released: released.filter(wanted), beyond: beyond.filter(wanted) };
}
