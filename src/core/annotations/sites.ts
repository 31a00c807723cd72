/** Where ECI's annotations and labels stand in a resource: the pod's own metadata, and the outer metadata that ECI never reads. */
import { type Pair } from 'yaml';
import { podTemplateOf } from '../judge/podTemplates';
import { type Subject } from '../judge/rule';
import { type Span } from '../model/text';
import { isAlias, isScalar, type Node, type Scalar } from '../yaml/parse';
import { type Resource } from '../yaml/resources';
import { isMasked, isSequence, keyText, type MapView, resolve, scalarType } from '../yaml/view';
import { type EciCatalog, type EciRow, mentionsEci } from './catalog';

export type Field = 'annotations' | 'labels';

/** `pod`: what ECI reads; `outer`: a workload's own metadata; the other two are objects of their own. */
export type Role = 'pod' | 'outer' | 'namespace' | 'imageCache';

export interface Site {
  readonly role: Role;
  /** The map that holds `metadata`. */
  readonly owner: MapView;
  readonly metadata: MapView | undefined;
  readonly annotations: MapView | undefined;
  readonly labels: MapView | undefined;
  /** Path of `metadata` in words, such as `spec.template.metadata`. */
  readonly path: string;
}

/** `unknown`: a template expression, a placeholder of another tool, or nothing at all; never judged. */
export type Value =
  | { readonly state: 'text'; readonly text: string; readonly scalar: Scalar }
  | { readonly state: 'wrongType'; readonly scalar: Scalar }
  | { readonly state: 'collection' }
  | { readonly state: 'unknown' };

export interface Entry {
  readonly key: string;
  readonly row: EciRow | undefined;
  readonly field: Field;
  readonly site: Site;
  readonly view: MapView;
  readonly pair: Pair;
  readonly value: Value;
  /** Whether the value stands here itself, not behind an alias. */
  readonly own: boolean;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

export interface EciSites {
  readonly catalog: EciCatalog;
  readonly pod: Site | undefined;
  readonly sites: readonly Site[];
  readonly entries: readonly Entry[];
}

const cache = new WeakMap<Resource, EciSites>();

/** Undefined where the document names nothing of ECI, the data is not there, or the kind is none that ECI reads. */
export function eciSitesOf({ resource, context }: Pick<Subject, 'resource' | 'context'>): EciSites | undefined {
  if (!mentionsEci(resource.document.source)) return undefined;
  const catalog = context.eci;
  if (!catalog) return undefined;
  const known = cache.get(resource);
  if (known?.catalog === catalog) return known;
  const sites = sitesOf(resource).filter(site => site.role !== 'imageCache');
  const found = {
    catalog,
    pod: sites.find(site => site.role === 'pod'),
    sites,
    entries: sites.flatMap(site => [
      ...entriesOf(site, 'annotations', site.annotations, catalog),
      ...entriesOf(site, 'labels', site.labels, catalog),
    ]),
  };
  cache.set(resource, found);
  return found;
}

/** Places for annotations and labels, whether or not anything of ECI stands there. */
export function sitesOf(resource: Resource): Site[] {
  const { map, kind, ref } = resource;
  if (kind === 'Namespace' && ref.apiVersion === 'v1') return [site('namespace', map, [])];
  if (kind === 'ImageCache') return /^eci\./.test(ref.apiVersion) ? [site('imageCache', map, [])] : [];
  const template = podTemplateOf(resource);
  if (template && template.path.length === 0) return [site('pod', map, [])];
  if (template) {
    const outer = [site('outer', map, [])];
    // Between a CronJob and its pods stands a Job, with annotations of its own.
    const job = template.path[1] === 'jobTemplate' ? map.peekMap('spec')?.peekMap('jobTemplate') : undefined;
    if (job) outer.push(site('outer', job, ['spec', 'jobTemplate']));
    return [site('pod', template.owner, template.path), ...outer];
  }
  if (isWorkload(kind, ref.apiVersion)) return [site('outer', map, [])];
  // Workloads of other groups (Knative, OpenKruise …): only what has the shape of a pod template.
  const custom = map.peekMap('spec')?.peekMap('template');
  const containers = custom?.peekMap('spec')?.peek('containers');
  return custom && containers && isSequence(containers.node) ? [site('pod', custom, ['spec', 'template'])] : [];
}

/** A patch may name a workload and leave its template out. */
function isWorkload(kind: string, apiVersion: string): boolean {
  return (
    /^(?:apps|extensions|batch)\//.test(apiVersion) &&
    ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'].includes(kind)
  );
}

function site(role: Role, owner: MapView, path: readonly string[]): Site {
  const metadata = owner.peekMap('metadata');
  return {
    role,
    owner,
    metadata,
    annotations: metadata?.peekMap('annotations'),
    labels: metadata?.peekMap('labels'),
    path: [...path, 'metadata'].join('.'),
  };
}

function entriesOf(site: Site, field: Field, view: MapView | undefined, catalog: EciCatalog): Entry[] {
  return (view?.pairs ?? []).flatMap(pair => {
    const key = keyText(view!.document, pair);
    const range = (pair.key as Node | null)?.range;
    if (key === undefined || !range) return [];
    const keySpan = { start: range[0], end: range[1] };
    const value = pair.value as Node | null;
    const valueRange = value?.range;
    const empty = !valueRange || valueRange[0] === valueRange[1];
    const valueSpan = empty ? keySpan : { start: valueRange[0], end: valueRange[1] };
    const row = catalog.find(key);
    return [
      { key, row, field, site, view: view!, pair, value: read(view!, pair), own: !isAlias(value), keySpan, valueSpan },
    ];
  });
}

function read(view: MapView, pair: Pair): Value {
  const { document } = view;
  const node = resolve(document, pair.value, view.via)?.node;
  if (!node || isMasked(document, node) || document.open.has(node)) return { state: 'unknown' };
  if (!isScalar(node)) return { state: 'collection' };
  const isString = node.tag === 'tag:yaml.org,2002:str' || node.tag === '!!str';
  const type = isString ? 'string' : scalarType(node);
  // `~` and an empty value are the empty string to the API server.
  if (type === 'null' || (node.tag !== undefined && !isString && node.type === 'PLAIN' && hasTag(node)))
    return { state: 'unknown' };
  if (type !== 'string') return { state: 'wrongType', scalar: node };
  const text = typeof node.value === 'string' ? node.value : String(node.source ?? '');
  return isPlaceholder(text) ? { state: 'unknown' } : { state: 'text', text, scalar: node };
}

/** Whether a tag is written, not just resolved. */
function hasTag(scalar: Scalar): boolean {
  const props = (scalar.srcToken as { props?: readonly { type: string }[] } | undefined)?.props;
  return props?.some(token => token.type === 'tag') ?? false;
}

/** What another tool will fill in (`{{ }}`, `${ }`, `<id>`), or a shortened id of a documentation. */
function isPlaceholder(text: string): boolean {
  return text.trim() === '' || /\{\{|\$\{|\$\(|<[^>]*>|\*\*|\.\.\.|x{3,}|\bxx\b|X{2}/.test(text);
}

/** The text of a key beside an entry, or in a site; undefined when absent, null when it cannot be known. */
export function textAt(map: MapView | undefined, key: string): string | null | undefined {
  if (!map) return undefined;
  const lookup = map.get(key);
  if (lookup.state === 'absent') return undefined;
  if (lookup.state === 'unknown') return null;
  const value = read(map, lookup.pair);
  return value.state === 'text' ? value.text : null;
}
