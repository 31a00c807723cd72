/** The cluster half's door: snapshot and target in, results and verdict out. Pure, like `analyse`. */
import { type Catalog } from './catalog/catalog';
import { checks } from './checks';
import { type Check, type CheckResult, type CheckState, type Verdict } from './model/check';
import { type Target } from './model/context';
import { type Snapshot } from './model/snapshot';
import { runCheck } from './readiness/run';
import { minorOf } from './readiness/versions';

export interface AssessContext {
  readonly catalog: Catalog;
}

export type Summary = Readonly<Record<'fail' | 'warn' | 'info' | 'pass' | 'unknown' | 'notApplicable', number>>;

/** One result for each check, what blocks first. Never throws: a check that does is `unknown`. */
export function assess(
  snapshot: Snapshot,
  target: Target,
  context: AssessContext,
  list: readonly Check[] = checks,
): readonly CheckResult[] {
  const { version } = snapshot;
  const current = (version.state === 'read' ? minorOf(version.value.gitVersion) : undefined) ?? target.current;
  const results = list.map(check => runCheck(check, { snapshot, target, current, catalog: context.catalog }));
  return results.sort((a, b) => RANK[a.state] - RANK[b.state]);
}

const RANK: Readonly<Record<CheckState, number>> = {
  fail: 0,
  warn: 1,
  unknown: 2,
  info: 3,
  pass: 4,
  'not-applicable': 5,
};

/** What could not be read is never a pass: it makes the verdict `incomplete` when it could block. */
export function verdictOf(results: readonly CheckResult[]): Verdict {
  const some = (state: CheckState): boolean => results.some(result => result.state === state);
  if (some('fail')) return 'blocked';
  if (results.some(({ state, canBlock, missing }) => canBlock && (state === 'unknown' || missing.length > 0)))
    return 'incomplete';
  return some('warn') ? 'warnings' : 'no-known-blockers';
}

export function summaryOf(results: readonly CheckResult[]): Summary {
  const count = (state: CheckState): number => results.filter(result => result.state === state).length;
  return {
    fail: count('fail'),
    warn: count('warn'),
    info: count('info'),
    pass: count('pass'),
    unknown: count('unknown'),
    notApplicable: count('not-applicable'),
  };
}
