/** Judgement of one apiVersion and kind, shared by the rules on removed, deprecated and unavailable APIs. */
import { type Alternative, type ApiEntry, toApiVersion } from '../catalog/catalog';
import { convert } from '../convert/engine';
import { manualReason } from '../convert/manualReasons';
import { branchAt, placeOf, releasesWhere, stepsOf } from '../helm/branches';
import { textAt } from '../helm/follow';
import { type Context, type Target } from '../model/context';
import { type FixMode, type Lifecycle } from '../model/finding';
import { type Fix } from '../model/fix';
import { message, type Message } from '../model/message';
import { type Span } from '../model/text';
import { chooseReplacement, type ReplacementChoice } from '../verdict/replacement';
import { verdict, type Verdict } from '../verdict/verdict';
import { type ApiVersionRead, readApiVersions, type Resource } from '../yaml/resources';
import { type MapView } from '../yaml/view';
import { type Subject } from './rule';

/** An apiVersion with the kind it speaks of: the object's own, or one it refers to. */
export interface ApiUse {
  readonly apiVersion: ApiVersionRead;
  readonly kind: string;
  readonly entry: ApiEntry;
  readonly verdict: Verdict;
  /** Map that holds a reference; null for the object's own apiVersion. */
  readonly reference: MapView | null;
  /** A condition on the cluster under which this apiVersion is rendered, where it cannot be worked out. */
  readonly capability: string | null;
  /** The releases that take the branch it stands in, where the template has one for the cluster. */
  readonly releases: Message | null;
}

/** Fields by which built-in kinds refer to another object's API, and that are looked up by version. */
const REFERENCES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  HorizontalPodAutoscaler: [
    ['spec', 'scaleTargetRef'],
    ['spec', 'scaleRef'],
  ],
  Event: [['involvedObject'], ['regarding'], ['related']],
};

/** Every use of an API in a resource that the data knows something about. */
export function apiUses(subject: Subject): ApiUse[] {
  const { resource, context } = subject;
  const own = resource.document.template ? resource.apiVersions : resource.apiVersions.slice(-1);
  const uses = own.flatMap(read => useOf(subject, read, resource.kind, null) ?? []);
  if (!context.catalog.isBuiltIn(resource.ref.apiVersion)) return uses;
  for (const path of REFERENCES[resource.kind] ?? []) {
    const reference = path.reduce<MapView | undefined>((map, key) => map?.peekMap(key), resource.map);
    const kind = reference?.peekText('kind');
    if (!reference || kind === undefined) continue;
    uses.push(...readApiVersions(reference).flatMap(read => useOf(subject, read, kind, reference) ?? []));
  }
  return uses;
}

/** In a template the branch at the target decides, and before that each step of the way: what breaks there comes first. */
function useOf(subject: Subject, read: ApiVersionRead, kind: string, reference: MapView | null): ApiUse | undefined {
  const { catalog, target } = subject.context;
  const rendered = subject.resource.document.template || subject.branch.length > 0 ? renderings(subject, read) : null;
  const use = (text: string, at: Target, facts: Pick<ApiUse, 'capability' | 'releases'>): ApiUse | undefined => {
    const entry = catalog.find(text, kind);
    if (!entry || entry.category === 'payload') return undefined;
    const apiVersion = text === read.text ? read : { ...read, text };
    return { apiVersion, kind, entry, verdict: verdict(entry, at, catalog), reference, ...facts };
  };
  if (rendered === null) return use(read.text, target, { capability: null, releases: null });
  for (const { text, version, capability, releases } of rendered) {
    if (text === undefined) continue;
    const path = target.path.slice(0, target.path.indexOf(version) + 1);
    const found = use(text, { ...target, version, path }, { capability, releases: releases() });
    if (found && (version === target.version || found.verdict.state === 'removed')) return found;
  }
  return undefined;
}

interface Rendering {
  readonly text: string | undefined;
  readonly version: string;
  readonly capability: string | null;
  releases(): Message | null;
}

/** What the template writes at each step of the way, as far as it takes the branch there. */
function renderings(subject: Subject, read: ApiVersionRead): Rendering[] {
  const { start } = read.span;
  const place = placeOf(subject);
  const follow = (version: string): string | undefined =>
    read.helper === undefined ? read.text : textAt(place, read.span, version);
  return stepsOf(subject).flatMap(version => {
    const branch = branchAt(subject, start, version);
    if (branch.state === 'never') return [];
    const text = follow(version);
    const same = (minor: string): boolean =>
      branchAt(subject, start, minor).state !== 'never' && follow(minor) === text;
    return {
      text,
      version,
      capability: branch.state === 'unknown' ? branch.condition : null,
      releases: () =>
        branch.state === 'taken' || read.helper !== undefined
          ? releasesWhere(same, version, subject.context.catalog.newest)
          : null,
    };
  });
}

export function replacementOf(use: ApiUse, context: Context): ReplacementChoice {
  return chooseReplacement(use.entry, context.target, context.catalog);
}

export function lifecycleOf(use: ApiUse, choice: ReplacementChoice): Lifecycle {
  const { entry } = use;
  const next = choice.replacement ?? choice.hops.at(-1)?.use ?? null;
  return {
    deprecatedIn: entry.deprecated,
    removedIn: entry.removed,
    removalExpected: use.verdict.removalExpected,
    replacement: next ? toApiVersion(next) : null,
    replacementKind: choice.replacementKind,
    replacementSince: next?.available ?? null,
    sources: entry.sources,
  };
}

/** "Use networking.k8s.io/v1." and its relatives: what to do, in one sentence. */
export function useInstead(use: ApiUse, choice: ReplacementChoice): Message {
  const name = (other: Alternative): string =>
    choice.replacementKind ? `${other.kind} (${toApiVersion(other)})` : toApiVersion(other);
  if (choice.replacement) return message('api.use', { replacement: name(choice.replacement) });
  const [first, ...later] = choice.hops;
  const last = later.at(-1);
  if (choice.reason === 'in-steps' && first) {
    const keep = toApiVersion(first.use) === use.apiVersion.text && first.use.kind === use.kind;
    if (last && keep) return message('api.keepUntil', { later: name(last.use), version: last.from });
    return last
      ? message('api.useInSteps', { now: name(first.use), later: name(last.use), version: last.from })
      : message('api.useFrom', { replacement: name(first.use), version: first.from });
  }
  return message(choice.reason === 'not-yet' ? 'api.useNotYet' : 'api.useNothing');
}

/** The conversion of the object, or of the reference that the span underlines. */
export function fixApiUse(subject: Subject, span: Span, mode: FixMode): Fix {
  const use = apiUses(subject).find(
    each => each.apiVersion.span.start === span.start && each.apiVersion.span.end === span.end,
  );
  if (!use) return { kind: 'manual', reason: message('fix.stale') };
  if (use.capability !== null) return { kind: 'manual', reason: message('fix.capability') };
  const { context, branch } = subject;
  const choice = replacementOf(use, context);
  if (use.apiVersion.helper !== undefined)
    return { kind: 'manual', reason: message('helm.helper', { helper: use.apiVersion.helper }) };
  const to = choice.replacement;
  if (!to) return { kind: 'manual', reason: noReplacement(subject, use, choice) };
  const resource = use.reference ? referenceAsResource(subject.resource, use) : subject.resource;
  return convert(
    {
      resource,
      apiVersion: use.apiVersion,
      to: toApiVersion(to),
      toKind: to.kind,
      mode,
      branch,
      referenceOnly: use.reference !== null,
    },
    context.catalog,
  );
}

function noReplacement(subject: Subject, use: ApiUse, choice: ReplacementChoice): Message {
  if (choice.reason === 'in-steps') return message('fix.inSteps');
  const known = use.reference ? undefined : manualReason(subject.resource, use.apiVersion.text);
  return known ?? message('fix.noSuccessor', { kind: use.kind });
}

function referenceAsResource(resource: Resource, use: ApiUse): Resource {
  return { ...resource, map: use.reference ?? resource.map, apiVersions: [use.apiVersion], kind: use.kind };
}
