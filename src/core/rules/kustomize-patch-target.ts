/** A selector of a kustomization that names an API version on its way out: it selects nothing once the object is converted. */
import { type Alternative, type ApiEntry, toApiVersion } from '../catalog/catalog';
import { Converter } from '../convert/converter';
import { NeedsPerson } from '../edit/needsPerson';
import { defineRule, type Subject } from '../judge/rule';
import { isKustomization, mayBeKustomization } from '../kustomize/kustomization';
import { type Fix } from '../model/fix';
import { message } from '../model/message';
import { type Span } from '../model/text';
import { chooseReplacement } from '../verdict/replacement';
import { verdict, type Verdict } from '../verdict/verdict';
import { isScalar } from '../yaml/parse';
import { mapsOf } from '../yaml/resources';
import { type MapView } from '../yaml/view';

interface Selector extends Span {
  readonly view: MapView;
  readonly entry: ApiEntry;
  readonly verdict: Verdict;
}

export default defineRule({
  id: 'kustomize-patch-target',
  triggers: [],
  mayApply: (scan, _table, context) => mayBeKustomization(scan, context),
  *check(subject) {
    const { target } = subject.context;
    for (const { start, end, entry, verdict: judged } of selectorsOf(subject)) {
      const { kind } = entry;
      const gone = judged.state === 'removed';
      yield {
        start,
        end,
        severity: gone ? 'warning' : 'hint',
        deprecated: false,
        message: message(gone ? 'overlay.target' : 'overlay.targetDeprecated', {
          kind,
          apiVersion: toApiVersion(entry),
          version: (gone ? entry.removed : entry.deprecated) ?? '',
          target: target.version,
        }),
        step: judged.step,
      };
    }
  },
  fix: fixOf,
});

function selectorsOf(subject: Subject): Selector[] {
  if (!isKustomization(subject)) return [];
  const { document, map } = subject.resource;
  const items = (view: MapView, key: string): MapView[] => mapsOf(document, view.peekItems(key));
  const views = [
    ...[...items(map, 'patches'), ...items(map, 'patchesJson6902')].map(patch => patch.peekMap('target')),
    ...items(map, 'vars').map(variable => variable.peekMap('objref')),
    ...items(map, 'replacements').flatMap(replacement => [
      replacement.peekMap('source'),
      ...items(replacement, 'targets').map(target => target.peekMap('select')),
    ]),
  ];
  return views.flatMap(view => (view ? (selectorOf(view, subject) ?? []) : []));
}

function selectorOf(view: MapView, { context }: Subject): Selector | undefined {
  const whole = view.peekText('apiVersion');
  const [group, version] = [view.peekText('group'), view.peekText('version')];
  const apiVersion =
    whole ?? (group === undefined || version === undefined ? undefined : toApiVersion({ group, version }));
  const kind = view.peekText('kind');
  const node = view.peek(whole === undefined ? 'version' : 'apiVersion')?.node;
  if (apiVersion === undefined || kind === undefined || !isScalar(node) || !node.range) return undefined;
  const { catalog, target } = context;
  const entry = catalog.find(apiVersion, kind);
  if (entry?.kind !== kind || entry.category !== 'resource') return undefined;
  const judged = verdict(entry, target, catalog);
  if (judged.state !== 'removed' && judged.state !== 'deprecated') return undefined;
  return { view, entry, verdict: judged, start: node.range[0], end: node.range[1] };
}

function fixOf(subject: Subject, span: Span): Fix {
  const found = selectorsOf(subject).find(({ start }) => start === span.start);
  if (!found) return { kind: 'manual', reason: message('fix.stale') };
  const { entry, view } = found;
  const { resource, context } = subject;
  const to = chooseReplacement(entry, context.target, context.catalog).replacement;
  if (to?.kind !== entry.kind) return { kind: 'manual', reason: message('fix.noSuccessor', { kind: entry.kind }) };
  if (resource.document.broken) return { kind: 'manual', reason: message('fix.broken') };
  try {
    const converter = new Converter(resource, resource.ref.apiVersion, resource.ref.apiVersion, 'preferred');
    select(converter, view, to);
    return {
      kind: 'edits',
      edits: converter.edits.finish(),
      title: message('overlay.title', { field: toApiVersion(entry), replacement: toApiVersion(to) }),
      certainty: 'choice',
      pinned: [],
      notes: [message('overlay.together')],
    };
  } catch (error) {
    if (error instanceof NeedsPerson) return { kind: 'manual', reason: error.reason };
    throw error;
  }
}

function select(c: Converter, view: MapView, to: Alternative): void {
  const whole = c.scalar(view, 'apiVersion');
  if (whole) c.edits.setScalar(view, whole.scalar, toApiVersion(to));
  for (const key of ['group', 'version'] as const) {
    const field = c.scalar(view, key);
    if (field && field.text !== to[key]) c.edits.setScalar(view, field.scalar, to[key]);
  }
}
