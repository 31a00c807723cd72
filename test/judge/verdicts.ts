// Our side of the agreement: what the product says of a kind's smallest manifest, and whether a server's answer fits.
import { type ApiEntry, type Catalog, toApiVersion } from '../../src/core/catalog/catalog';
import { analyse, splitDocuments, type Context } from '../../src/core';
import { verdict } from '../../src/core/verdict/verdict';
import { targetOf } from '../unit/catalogData';
import { minimalManifest } from './discovery';

/** `unlisted`: the data do not know the kind. */
export type Ours = 'served' | 'off by default' | 'deprecated' | 'removed' | 'too new' | 'unlisted';

/** `refused`: 404. */
export type Theirs = 'served' | 'deprecated' | 'refused';

export interface Judged {
  readonly ours: Ours;
  /** Must be switched on, whatever else is true of it. */
  readonly offByDefault: boolean;
  readonly entry: ApiEntry | undefined;
  /** Where the verdict and the findings of the manifest contradict each other. */
  readonly contradiction: string | undefined;
}

const RULE_OF: Readonly<Record<Ours, string | undefined>> = {
  served: undefined,
  'off by default': 'unavailable-api',
  deprecated: 'deprecated-api',
  removed: 'removed-api',
  'too new': 'unavailable-api',
  unlisted: undefined,
};

/** Judges a kind for a cluster of this version that stays there. */
export function judge(apiVersion: string, kind: string, version: string, catalog: Catalog): Judged {
  const target = targetOf(catalog, version, version);
  const entry = catalog.find(apiVersion, kind);
  const { state, unavailable } = entry === undefined ? UNLISTED : verdict(entry, target, catalog);
  const context: Context = { target, catalog, settings: { severity: {} }, today: catalog.asOf };
  const text = minimalManifest({ apiVersion, kind, namespaced: true });
  const rules = splitDocuments(text, 'yaml').flatMap(slice =>
    analyse(slice, context).findings.map(each => each.ruleId),
  );
  const ours = nameOf(state, unavailable);
  const expected = RULE_OF[ours];
  const contradicts = expected === undefined ? rules.length > 0 : !rules.includes(expected);
  return {
    ours,
    offByDefault: unavailable === 'off-by-default',
    entry,
    contradiction: contradicts ? `${ours}, but the manifest has [${rules.join(', ')}]` : undefined,
  };
}

const UNLISTED = { state: 'unlisted', unavailable: null } as const;

function nameOf(state: ReturnType<typeof verdict>['state'] | 'unlisted', unavailable: string | null): Ours {
  if (state === 'unavailable') return unavailable === 'too-new' ? 'too new' : 'off by default';
  return state === 'removal-expected' ? 'removed' : state;
}

/** `everything`: the server was told to serve what is off by default too. Saying nothing of what it refuses is right. */
export function fits(judged: Judged, theirs: Theirs, everything: boolean): boolean {
  const { ours, offByDefault } = judged;
  const absent = ours === 'removed' || ours === 'too new' || (offByDefault && !everything);
  if (theirs === 'refused') return absent || ours === 'unlisted';
  if (absent) return false;
  return theirs === 'deprecated' ? ours === 'deprecated' : ours === 'served' || ours === 'off by default';
}

const WARNING = /^\S+ \S+ is deprecated in v(1\.\d+)\+(?:, unavailable in v(1\.\d+)\+)?(?:; use (\S+ \S+))?$/;

/** The deprecation warning among a server's warnings. */
export function deprecationIn(warnings: readonly string[]): RegExpExecArray | undefined {
  return warnings.map(text => WARNING.exec(text)).find(match => match !== null) ?? undefined;
}

/** Facts that a warning states and that the data state otherwise; a warning may leave out the replacement. */
export function differences(entry: ApiEntry, warning: RegExpExecArray): readonly string[] {
  const [, deprecated, removed, use] = warning;
  const { replacement } = entry;
  const ours = replacement === null ? undefined : `${toApiVersion(replacement)} ${replacement.kind}`;
  return [
    ...(deprecated === entry.deprecated ? [] : [`deprecated in ${deprecated}, ours ${entry.deprecated}`]),
    ...((removed ?? null) === entry.removed ? [] : [`unavailable in ${removed}, ours ${entry.removed}`]),
    ...(use === undefined || use === ours ? [] : [`use ${use}, ours ${ours}`]),
  ];
}
