/** The Kubernetes objects of a document: at its root, and as items of lists, each with its apiVersion and kind scalars. */
import { type Span } from '../model/text';
import { type ResourceRef } from '../model/finding';
import { isMap, isScalar, type ParsedDocument, type Scalar } from './parse';
import { asMap, isSequence, MapView, type Reached, resolve, scalarText } from './view';

/** One spelling of an object's apiVersion: in a template each branch may have its own. */
export interface ApiVersionRead {
  readonly text: string;
  readonly scalar: Scalar;
  /** Where to underline: the alias when one stands there, else the scalar. */
  readonly span: Span;
  /** Reached through an alias or a merge key. */
  readonly indirect: boolean;
  /** The template expression that it comes from: `text` is what the target version would get. */
  readonly helper?: string;
}

export interface Resource {
  readonly document: ParsedDocument;
  readonly map: MapView;
  readonly apiVersions: readonly ApiVersionRead[];
  /** Kind as judged: for an item of a list it is the item's own. */
  readonly kind: string;
  readonly ref: ResourceRef;
  /** True when the object stands alone in its document. */
  readonly isRoot: boolean;
}

const MAX_ITEMS = 20_000;

/** Objects in source order. Maps without a literal kind are none of ours. */
export function readResources(document: ParsedDocument): Resource[] {
  const found: Resource[] = [];
  for (const root of document.roots) {
    const reached = resolve(document, root, []);
    if (reached) visit(document, reached, true, 0, found);
  }
  return found;
}

function visit(document: ParsedDocument, reached: Reached, isRoot: boolean, depth: number, found: Resource[]): void {
  const map = asMap(document, reached);
  if (!map || depth > 8 || found.length >= MAX_ITEMS) return;
  const kind = lastText(document, map.peekAll('kind'));
  if (kind === undefined) return;
  const apiVersions = readApiVersions(map);
  const metadata = map.peekMap('metadata');
  found.push({
    document,
    map,
    apiVersions,
    kind,
    isRoot,
    ref: {
      apiVersion: apiVersions.at(-1)?.text ?? '',
      kind,
      namespace: metadata?.peekText('namespace') ?? null,
      name: metadata?.peekText('name') ?? metadata?.peekText('generateName') ?? null,
    },
  });
  if (!kind.endsWith('List')) return;
  for (const items of map.peekAll('items')) {
    if (!isSequence(items.node)) continue;
    for (const item of items.node.items) {
      const itemReached = resolve(document, item, items.via);
      if (itemReached) visit(document, itemReached, false, depth + 1, found);
    }
  }
}

/** Every literal apiVersion of a map, in order. */
export function readApiVersions(map: MapView): ApiVersionRead[] {
  const { document } = map;
  return map.peekAll('apiVersion').flatMap(reached => {
    if (!isScalar(reached.node)) return [];
    const text = scalarText(document, reached.node);
    const range = reached.node.range;
    if (text === undefined || !range) return [];
    const alias = reached.via.find(each => map.pairs.some(pair => pair.value === each));
    const [start, end] = alias?.range ?? range;
    return [
      {
        text,
        scalar: reached.node,
        span: { start, end },
        indirect: !map.pairs.some(pair => pair.value === reached.node),
      },
    ];
  });
}

function lastText(document: ParsedDocument, values: readonly Reached[]): string | undefined {
  for (const reached of [...values].reverse()) {
    const text = isScalar(reached.node) ? scalarText(document, reached.node) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Whether a node is a map; for rules that walk lists of objects. */
export function mapsOf(document: ParsedDocument, items: readonly Reached[]): MapView[] {
  return items.flatMap(item => (isMap(item.node) ? new MapView(document, item.node, item.via) : []));
}
