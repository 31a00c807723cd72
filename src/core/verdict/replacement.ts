/** Which version to use instead: one that both today's and the target version serve, or the steps that lead there. */
import { type Alternative, type ApiEntry, type Catalog, type GroupVersionKind, toApiVersion } from '../catalog/catalog';
import { type Target } from '../model/context';
import { compareMinors } from './target';

/**
 * `both`: today's and the target version serve it. `today-unknown`: the target serves it, today's version is unknown.
 * `in-steps`: nothing serves both, see `hops`. `not-yet`: every successor comes after the target. `gone`: every successor
 * is gone at the target too. `no-successor`: there never was one.
 */
export type ReplacementReason = 'both' | 'today-unknown' | 'in-steps' | 'not-yet' | 'gone' | 'no-successor';

export interface Hop {
  readonly use: Alternative;
  /** Version of the path from which to use it. */
  readonly from: string;
  /** Whether that version still serves what was used before; else the change and the upgrade must happen together. */
  readonly overlaps: boolean;
}

export interface ReplacementChoice {
  /** Null unless the reason is `both` or `today-unknown`. */
  readonly replacement: Alternative | null;
  readonly reason: ReplacementReason;
  /** Set when the replacement, or the last hop, has another kind. */
  readonly replacementKind: string | null;
  /** For `in-steps`: what to use from which version of the path, the first one being what today's version serves. */
  readonly hops: readonly Hop[];
}

/** Never the entry itself as `replacement`; a `hops` list may begin with it: keep it until then. */
export function chooseReplacement(entry: ApiEntry, target: Target, catalog: Catalog): ReplacementChoice {
  const candidates = successors(entry, catalog);
  const none = (reason: ReplacementReason): ReplacementChoice => ({
    replacement: null,
    reason,
    replacementKind: null,
    hops: [],
  });
  if (candidates.length === 0) return none('no-successor');
  const serves = serving(catalog);
  const ranked = candidates.filter(at => serves(at, target.version)).sort(preference(entry, target.version));
  const { current } = target;
  // What must be switched on first is offered only where nothing else will do.
  const enabled = ranked.filter(candidate => !candidate.offByDefault);
  const usable = enabled.length > 0 ? enabled : ranked;
  const [best] = usable;
  if (best === undefined) {
    const later = candidates.some(candidate => compareMinors(candidate.available, target.version) > 0);
    return none(later ? 'not-yet' : 'gone');
  }
  const chosen = current === null ? best : usable.find(candidate => serves(candidate, current));
  if (chosen !== undefined) {
    const reason = current === null ? 'today-unknown' : 'both';
    return { replacement: chosen, reason, replacementKind: renamed(entry, chosen), hops: [] };
  }
  const hops = hopsTo(best, entry, candidates, target, serves);
  return { replacement: null, reason: 'in-steps', replacementKind: renamed(entry, best), hops };
}

function renamed(entry: ApiEntry, other: GroupVersionKind): string | null {
  return other.kind === entry.kind ? null : other.kind;
}

type Serves = (candidate: Alternative, version: string) => boolean;

/** A removal after the newest release is nobody's announcement (upstream keeps moving those): it takes nothing away here. */
function serving(catalog: Catalog): Serves {
  return ({ available, removed }, version) =>
    compareMinors(available, version) <= 0 &&
    (removed === null || compareMinors(removed, catalog.newest) > 0 || compareMinors(version, removed) < 0);
}

/** Every version that the entry's replacements lead to, each once, without the entry itself. */
function successors(entry: ApiEntry, catalog: Catalog): readonly Alternative[] {
  const found = new Map<string, Alternative>();
  const queue: ApiEntry[] = [entry];
  const seen = new Set<string>([key(entry)]);
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    for (const candidate of ownSuccessors(from, catalog)) {
      if (seen.has(key(candidate))) continue;
      seen.add(key(candidate));
      found.set(key(candidate), candidate);
      const next = catalog.find(toApiVersion(candidate), candidate.kind);
      if (next !== undefined) queue.push(next);
    }
  }
  return [...found.values()].filter(candidate => stability(candidate.version) >= stability(entry.version));
}

/** An alternative of a beta may be an older alpha: never a way forward. */
function stability(version: string): number {
  if (version.includes('alpha')) return 0;
  return version.includes('beta') ? 1 : 2;
}

function ownSuccessors(entry: ApiEntry, catalog: Catalog): readonly Alternative[] {
  const named = [
    [entry.replacement, entry.replacementAvailable],
    [entry.finalReplacement, entry.finalReplacementAvailable],
  ] as const;
  return [
    ...entry.alternatives,
    ...named.flatMap(([gvk, available]) =>
      gvk === null || available === null ? [] : [withWindow(gvk, available, catalog)],
    ),
  ];
}

function withWindow(gvk: GroupVersionKind, available: string, catalog: Catalog): Alternative {
  const entry = catalog.find(toApiVersion(gvk), gvk.kind);
  return {
    group: gvk.group,
    version: gvk.version,
    kind: gvk.kind,
    available,
    deprecated: entry?.deprecated ?? null,
    removed: entry?.removed ?? null,
    offByDefault: entry?.offByDefault ?? false,
  };
}

/** On by default, not deprecated at the target, named as the replacement (another of equal rank may mean something else), stable, newest. */
function preference(entry: ApiEntry, version: string): (a: Alternative, b: Alternative) => number {
  const named = [entry.finalReplacement, entry.replacement].flatMap(gvk => (gvk === null ? [] : [key(gvk)]));
  const rank = (candidate: Alternative): readonly number[] => {
    const deprecated = candidate.deprecated !== null && compareMinors(candidate.deprecated, version) <= 0;
    return [
      candidate.offByDefault ? 1 : 0,
      deprecated ? 1 : 0,
      -stability(candidate.version),
      named.includes(key(candidate)) ? named.indexOf(key(candidate)) : named.length,
      -Number(candidate.available.slice(2)),
    ];
  };
  return (a, b) => {
    const ranksB = rank(b);
    return (
      rank(a)
        .map((value, index) => value - (ranksB[index] ?? 0))
        .find(difference => difference !== 0) ?? 0
    );
  };
}

/** Begins with the entry itself where that outlasts today, stays as long as it lasts, bridges with what lasts longest, ends with `last`. */
function hopsTo(
  last: Alternative,
  entry: ApiEntry,
  candidates: readonly Alternative[],
  target: Target,
  serves: Serves,
): readonly Hop[] {
  const { path } = target;
  const own = ownWindow(entry);
  const pool = [...(own === null ? [] : [own]), ...candidates].filter(
    candidate => candidate === last || entry.offByDefault || !candidate.offByDefault,
  );
  const lasts = (candidate: Alternative): number => path.map(version => serves(candidate, version)).lastIndexOf(true);
  const longestAt = (version: string): Alternative | undefined => {
    const there = pool.filter(candidate => serves(candidate, version));
    if (own !== null && version === path[0] && there.includes(own) && lasts(own) > 0) return own;
    const end = Math.max(...there.map(lasts));
    return there.find(candidate => lasts(candidate) === end);
  };
  const hops: Hop[] = [];
  path.forEach((version, index) => {
    const before = hops.at(-1)?.use;
    if (before === last) return;
    const overlaps = before === undefined || serves(before, version);
    const use = serves(last, version) ? last : longestAt(version);
    if (use === undefined) return;
    const bridges = before === undefined || (lasts(before) <= index && lasts(use) > lasts(before));
    if (use === last || bridges) hops.push({ use, from: version, overlaps });
  });
  return hops;
}

function ownWindow(entry: ApiEntry): Alternative | null {
  const { introduced } = entry;
  return introduced === null
    ? null
    : {
        group: entry.group,
        version: entry.version,
        kind: entry.kind,
        available: introduced,
        deprecated: entry.deprecated,
        removed: entry.removed,
        offByDefault: entry.offByDefault,
      };
}

function key(gvk: GroupVersionKind): string {
  return `${toApiVersion(gvk)} ${gvk.kind}`;
}
