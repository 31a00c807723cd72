/** What becomes of a custom resource's apiVersion: judged by the component's own version, or by its definition. */
import { fromApiVersion, toApiVersion } from '../catalog/catalog';
import { branchAt } from '../helm/branches';
import { type Subject } from '../judge/rule';
import { type Context } from '../model/context';
import { type ApiVersionRead } from '../yaml/resources';
import { type Scan } from '../yaml/scan';
import { compareReleases, type CustomLifecycle, type CustomReplacement } from './catalog';
import { type CustomKind } from './definitions';

/** `perhaps-…`: which version of the component runs is not known. */
export type CustomState = 'removed' | 'deprecated' | 'perhaps-removed' | 'perhaps-deprecated';

export interface CustomUse {
  readonly apiVersion: ApiVersionRead;
  readonly kind: string;
  readonly state: CustomState;
  /** Null when the definition itself decides. */
  readonly lifecycle: CustomLifecycle | null;
  readonly definition: CustomKind | null;
  /** Version of the component, null when it is not known. */
  readonly running: string | null;
  /** The condition under which a template renders it, where that cannot be worked out. */
  readonly condition: string | null;
}

/** Whether a document may hold a custom resource that is known here; asks for data only where a group is not Kubernetes' own. */
export function mayBeCustom(scan: Scan, context: Context): boolean {
  for (const apiVersion of scan.apiVersions) {
    if (!isCustom(apiVersion, context)) continue;
    if (scan.unsure) return true;
    for (const kind of scan.kinds) if (kind.endsWith('List') || factsOf(apiVersion, kind, context)) return true;
  }
  return false;
}

/** Uses of a resource's own apiVersion that something is known of. */
export function customUses(subject: Subject): CustomUse[] {
  const { resource, context } = subject;
  const reads = resource.document.template ? resource.apiVersions : resource.apiVersions.slice(-1);
  return reads.flatMap(apiVersion => {
    const facts = isCustom(apiVersion.text, context) && factsOf(apiVersion.text, resource.kind, context);
    if (!facts) return [];
    const branch = branchAt(subject, apiVersion.span.start, context.target.version);
    const judged = branch.state === 'never' ? undefined : judge(facts, context);
    const condition = branch.state === 'unknown' ? branch.condition : null;
    return judged ? { apiVersion, kind: resource.kind, ...judged, condition } : [];
  });
}

type Facts = Pick<CustomUse, 'lifecycle' | 'definition'>;

function isCustom(apiVersion: string, context: Context): boolean {
  return apiVersion.includes('/') && !context.catalog.isBuiltIn(apiVersion);
}

/** A definition of the workspace speaks for itself, then comes the user's own table, then the data. */
function factsOf(apiVersion: string, kind: string, context: Context): Facts | undefined {
  const { group, version } = fromApiVersion(apiVersion);
  const names = (row: { group: string; version: string; kind: string }): boolean =>
    row.group === group && row.version === version && (row.kind === kind || `${row.kind}List` === kind);
  const definition = context.customKinds?.find(names);
  if (definition) return { definition, lifecycle: null };
  const lifecycle = context.additional?.rows.find(names) ?? context.ecosystem?.find(apiVersion, kind);
  return lifecycle && { definition: null, lifecycle };
}

function judge(
  { lifecycle, definition }: Facts,
  context: Context,
): Pick<CustomUse, keyof Facts | 'state' | 'running'> | undefined {
  if (definition) return { definition, lifecycle, running: null, state: definition.served ? 'deprecated' : 'removed' };
  if (!lifecycle) return undefined;
  const running = runningOf(lifecycle.component, context);
  const reached = (release: string | null): boolean => isReached(release, running);
  const { removed, deprecated } = lifecycle;
  const facts = { definition, lifecycle, running };
  if (running === null) {
    if (removed !== null) return { ...facts, state: 'perhaps-removed' };
    return deprecated === null ? undefined : { ...facts, state: 'perhaps-deprecated' };
  }
  if (reached(removed)) return { ...facts, state: 'removed' };
  return reached(deprecated) ? { ...facts, state: 'deprecated' } : undefined;
}

/** Version of a component as the user or the cluster states it; Kubernetes' own is the target. */
function runningOf(component: string, { target, components, additional }: Context): string | null {
  if (component === 'k8s') return target.version;
  const stated = components?.[component] ?? additional?.components[component];
  return stated !== undefined && compareReleases(stated, '0') !== undefined ? stated : null;
}

function isReached(release: string | null, running: string | null): boolean {
  return release !== null && running !== null && (compareReleases(release, running) ?? 1) <= 0;
}

/** What to use instead, or why nothing can be offered. */
export type CustomChoice =
  | { readonly kind: 'use'; readonly to: CustomReplacement; readonly certain: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-served'; readonly to: CustomReplacement };

/** The last replacement that the running component serves; while its version is unknown, the last of all. */
export function chooseCustom({ lifecycle, definition, running, kind }: CustomUse, context: Context): CustomChoice {
  if (definition) {
    const { group, replacement, sameShape } = definition;
    if (replacement === null) return { kind: 'none' };
    return { kind: 'use', to: { group, version: replacement, kind, available: null }, certain: sameShape };
  }
  const all = lifecycle?.replacements ?? [];
  const last = all.at(-1);
  if (!lifecycle || !last) return { kind: 'none' };
  if (running === null) return { kind: 'use', to: last, certain: false };
  const given = context.additional?.rows.includes(lifecycle) === true;
  const served = (to: CustomReplacement): boolean => {
    if (to.available === null) return given;
    const gone = factsOf(toApiVersion(to), to.kind, context)?.lifecycle?.removed ?? null;
    return isReached(to.available, running) && !isReached(gone, running);
  };
  const to = [...all].reverse().find(served);
  return to ? { kind: 'use', to, certain: lifecycle.sameShape } : { kind: 'not-served', to: last };
}
