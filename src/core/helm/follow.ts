/** Follows an apiVersion that a template writes by an expression, when the expression ends in literals. */
import { type Subject } from '../judge/rule';
import { isScalar } from '../yaml/parse';
import { type ApiVersionRead, type Resource } from '../yaml/resources';
import { branchAt, type Place, placeOf, templateOf } from './branches';
import { clusterAt } from './cluster';
import { TemplateScope } from './template';

/** The subject with the apiVersion that the target would get; unchanged where that cannot be told. */
export function followApiVersion(subject: Subject): Subject {
  const { resource, context } = subject;
  if (!resource.document.template) return subject;
  if (resource.apiVersions.length > 0) return withLiveVersion(subject);
  const place = placeOf(subject);
  const reads = resource.map.peekAll('apiVersion').flatMap(({ node, via }): ApiVersionRead[] => {
    const range = node.range;
    if (!isScalar(node) || !range || via.length > 0) return [];
    const [start, end] = range;
    const text = textAt(place, { start, end }, context.target.version);
    const helper = resource.document.source.slice(start, end);
    return text === undefined ? [] : [{ text, scalar: node, span: { start, end }, indirect: false, helper }];
  });
  const last = reads.at(-1);
  if (!last) return subject;
  const followed: Resource = { ...resource, apiVersions: reads, ref: { ...resource.ref, apiVersion: last.text } };
  return { ...subject, resource: followed };
}

/** Where branches have versions of their own, the object is known by the one that the target gets. */
function withLiveVersion(subject: Subject): Subject {
  const { resource, context } = subject;
  const { apiVersions, ref } = resource;
  if (apiVersions.length < 2) return subject;
  const live = apiVersions.filter(
    ({ span }) => branchAt(subject, span.start, context.target.version).state !== 'never',
  );
  const text = live.at(-1)?.text ?? ref.apiVersion;
  return text === ref.apiVersion
    ? subject
    : { ...subject, resource: { ...resource, ref: { ...ref, apiVersion: text } } };
}

/** What the expression at a span writes in a release; undefined where that cannot be told. */
export function textAt(place: Place, span: { start: number; end: number }, minor: string): string | undefined {
  const { actions, source } = place.document;
  const cluster = clusterAt(minor, place.context);
  const inside = actions.filter(action => action.start >= span.start && action.end <= span.end);
  let out = '';
  let at = span.start;
  for (const action of inside) {
    const scope = new TemplateScope(templateOf(place), cluster, action.start);
    const value = scope.read(action.body, scope);
    if (value.kind !== 'known') return undefined;
    out += source.slice(at, action.start) + String(value.value);
    at = action.end;
  }
  const text = (out + source.slice(at, span.end)).replace(/^(["'])(.*)\1$/s, '$2').trim();
  return inside.length > 0 && /^[\w./-]+$/.test(text) ? text : undefined;
}
