/** One deprecated or removed thing inside an object, with its dates, and what it means for a target version. */
import { type Target } from '../model/context';
import { type Lifecycle, type Severity } from '../model/finding';
import { compareMinors } from '../verdict/target';

/** What the end of a field's life looks like to whoever applies the manifest. */
export type End =
  /** Accepted, but nothing acts on it any more. */
  | 'no-effect'
  /** No longer in the schema: dropped, or refused where fields are validated. */
  | 'unknown'
  /** The API server answers with an error. */
  | 'refused'
  /** Another component has taken it over; it goes on working while that is installed. */
  | 'redirected';

/** Versions are minors such as "1.22"; null means never, or not known. */
export interface FieldRow {
  /** Field path, annotation or label key, or value, as the reader knows it. */
  readonly name: string;
  /** Kinds that hold it, for the page. */
  readonly where: string;
  readonly deprecated: string | null;
  readonly ends: string | null;
  readonly end: End | null;
  /** First release whose API server answers with a warning; null where every server is silent. */
  readonly warns: string | null;
  readonly replacement: string | null;
  /** Release that brought the replacement. */
  readonly since: string | null;
  /** Something that works today stops to work at the end. */
  readonly breaks?: boolean;
  readonly sources: readonly string[];
}

export interface FieldState {
  readonly severity: Severity;
  /** A server warns about it, or refuses it. */
  readonly deprecated: boolean;
  readonly ended: boolean;
}

/** Servers from here on can tell a client about fields they do not know (`fieldValidation`). */
const FIELD_VALIDATION = '1.25';
/** Up to here servers drop unknown fields without a word. */
const SILENT = '1.20';

/** What a row means for the target; undefined below the release in which it starts. `silent`: the server does not warn at this place. */
export function stateOf(row: FieldRow, target: Target, silent = false): FieldState | undefined {
  // Bound to a date, not to a release.
  if (row.deprecated === null && row.ends === null && row.warns === null) {
    return { severity: 'information', deprecated: false, ended: false };
  }
  const reached = (version: string | null): boolean => version !== null && compareMinors(target.version, version) >= 0;
  if (!reached(row.deprecated) && !reached(row.ends) && !reached(row.warns)) return undefined;
  const ended = reached(row.ends);
  const brokenToday = ended && target.current !== null && compareMinors(target.current, row.ends!) >= 0;
  if (ended && row.end === 'refused') return { severity: 'error', deprecated: true, ended };
  if (ended && row.end === 'unknown' && !silent) {
    if (reached(FIELD_VALIDATION)) return { severity: brokenToday ? 'warning' : 'error', deprecated: true, ended };
    const severity = compareMinors(target.version, SILENT) > 0 ? 'warning' : 'information';
    return { severity, deprecated: false, ended };
  }
  if (!reached(row.warns) || silent) return { severity: 'information', deprecated: false, ended };
  const breaks = ended && row.breaks === true && !brokenToday;
  return { severity: breaks ? 'error' : 'warning', deprecated: true, ended };
}

/** Index in the target's path at which the row ends; null when it does not end on the path. */
export function stepOf(row: FieldRow, target: Target): number | null {
  const { ends } = row;
  if (ends === null || row.end === 'redirected') return null;
  const step = target.path.findIndex(version => compareMinors(version, ends) >= 0);
  return step < 0 ? null : step;
}

/** The same thing at a place, or with a value, that the API server refuses from a release on. */
export function refusedFrom(row: FieldRow, version: string): FieldRow {
  return { ...row, ends: version, end: 'refused' };
}

export function lifecycleOf(row: FieldRow): Lifecycle {
  return {
    deprecatedIn: row.deprecated ?? row.warns,
    removedIn: row.end === 'redirected' ? null : row.ends,
    removalExpected: false,
    replacement: row.replacement,
    replacementKind: null,
    replacementSince: row.since,
    sources: row.sources,
  };
}
