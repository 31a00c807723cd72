/** What becomes of one API on the way to the target: facts only, severity and words are the rules' business. */
import { type ApiEntry, type Catalog, type UncertainField } from '../catalog/catalog';
import { type Target } from '../model/context';
import { compareMinors } from './target';

/**
 * The gravest fact that holds, in this order: `removed` (the target no longer serves it), `removal-expected` (neither, by
 * upstream's rule, but no shipped release did it), `deprecated` at the target, `unavailable` today, `served`.
 */
export type VerdictState = 'removed' | 'removal-expected' | 'deprecated' | 'unavailable' | 'served';

/** Why today's version does not serve it: it does not exist there yet, or it must be switched on. */
export type Unavailability = 'too-new' | 'off-by-default';

export interface Verdict {
  readonly state: VerdictState;
  /** The release that decides: first without it, first to deprecate it, first with it; null for the rest. */
  readonly since: string | null;
  /** Index in the target's path of the first version without it; null when the target still has it. */
  readonly step: number | null;
  /** Also set when a graver state wins; null when today serves it, did so once, or is unknown. */
  readonly unavailable: Unavailability | null;
  /** `since` follows from upstream's rule and lies after the newest shipped release. */
  readonly expected: boolean;
  /** The same for the entry's removal, whatever the state: a later release without it is a rule's outcome, not an announcement. */
  readonly removalExpected: boolean;
  /** `since` is stated by the data, but nobody verified it. */
  readonly uncertain: boolean;
}

/** Judges one entry; a `payload` is always `served`, because manifests cannot hold one. */
export function verdict(entry: ApiEntry, target: Target, catalog: Catalog): Verdict {
  const unavailable = entry.category === 'payload' ? null : unavailability(entry, target);
  const removalExpected = entry.removalComputed && isAfter(entry.removed, catalog.newest);
  const decide = (
    state: VerdictState,
    field: UncertainField,
    computed = false,
    step: number | null = null,
  ): Verdict => ({
    state,
    since: entry[field],
    step,
    unavailable,
    expected: computed && isAfter(entry[field], catalog.newest),
    removalExpected,
    uncertain: entry.uncertain.includes(field),
  });
  if (entry.category !== 'payload') {
    if (isReached(entry.removed, target.version)) {
      const step = target.path.findIndex(version => isReached(entry.removed, version));
      const gone = decide('removed', 'removed', entry.removalComputed, step);
      return gone.expected ? { ...gone, state: 'removal-expected' } : gone;
    }
    if (isReached(entry.deprecated, target.version))
      return decide('deprecated', 'deprecated', entry.deprecationComputed);
    if (unavailable === 'too-new') return decide('unavailable', 'introduced');
  }
  const state = unavailable === null ? 'served' : 'unavailable';
  return { state, since: null, step: null, unavailable, expected: false, removalExpected, uncertain: false };
}

function unavailability(entry: ApiEntry, target: Target): Unavailability | null {
  if (target.current === null || isReached(entry.removed, target.current)) return null;
  if (isAfter(entry.introduced, target.current) && !entry.uncertain.includes('introduced')) return 'too-new';
  return entry.offByDefault ? 'off-by-default' : null;
}

function isReached(release: string | null, version: string): boolean {
  return release !== null && compareMinors(release, version) <= 0;
}

function isAfter(release: string | null, version: string): boolean {
  return release !== null && compareMinors(release, version) > 0;
}
