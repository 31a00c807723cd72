/** Judgement of one apiVersion and kind, shared by the rules on removed, deprecated and unavailable APIs. */
import { type Alternative, type ApiEntry, toApiVersion } from '../catalog/catalog';
import { convert } from '../convert/engine';
import { type Context } from '../model/context';
import { type FixMode, type Lifecycle } from '../model/finding';
import { type Fix } from '../model/fix';
import { message, type Message } from '../model/message';
import { type Span } from '../model/text';
import { chooseReplacement, type ReplacementChoice } from '../verdict/replacement';
import { verdict, type Verdict } from '../verdict/verdict';
import { armAt } from '../yaml/mask';
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
  /** The condition on the cluster's own capabilities under which this apiVersion is rendered, if there is one. */
  readonly capability: string | null;
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

function useOf(
  subject: Subject,
  apiVersion: ApiVersionRead,
  kind: string,
  reference: MapView | null,
): ApiUse | undefined {
  const { catalog, target } = subject.context;
  const entry = catalog.find(apiVersion.text, kind);
  if (!entry || entry.category === 'payload') return undefined;
  return {
    apiVersion,
    kind,
    entry,
    verdict: verdict(entry, target, catalog),
    reference,
    capability: capabilityAt(subject, apiVersion.span.start),
  };
}

function capabilityAt(subject: Subject, offset: number): string | null {
  const { arms } = subject.resource.document;
  for (let arm = armAt(arms, offset); arm; arm = arm.parent) {
    const condition = arm.actions.find(body => body.includes('.Capabilities'));
    if (condition !== undefined) return arm.actions.join(' / ');
  }
  return subject.branch.find(body => body.includes('.Capabilities')) ?? null;
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
  const to = choice.replacement;
  if (!to) return { kind: 'manual', reason: manualReason(use, choice) };
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

function manualReason(use: ApiUse, choice: ReplacementChoice): Message {
  return choice.reason === 'in-steps' ? message('fix.inSteps') : message('fix.noSuccessor', { kind: use.kind });
}

function referenceAsResource(resource: Resource, use: ApiUse): Resource {
  return { ...resource, map: use.reference ?? resource.map, apiVersions: [use.apiVersion], kind: use.kind };
}
