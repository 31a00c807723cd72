/** Keys and values of a resource with their place in the text, merge keys followed. */
import { type Pair } from 'yaml';
import { type Span } from '../model/text';
import { armAt, isWithin } from '../yaml/mask';
import { isAlias, isMap, isScalar, type Node } from '../yaml/parse';
import { mapsOf } from '../yaml/resources';
import { asMap, isSequence, keyText, type MapView, type Reached, resolve, scalarText } from '../yaml/view';

/** A key with its value, and the map in which it stands. */
export interface Entry {
  readonly view: MapView;
  readonly pair: Pair;
  readonly key: string;
  readonly value: Reached | null;
}

const MAX_MERGES = 20;

/** Every entry with a literal key, in order; then those that a merge key brings in. */
export function entriesOf(view: MapView | undefined, depth = 0): Entry[] {
  if (!view || depth > MAX_MERGES) return [];
  const { document } = view;
  const own: Entry[] = [];
  const merged: Entry[] = [];
  for (const pair of view.pairs) {
    const key = keyText(document, pair);
    if (key === undefined) continue;
    const value = resolve(document, pair.value, view.via);
    if (key !== '<<') {
      own.push({ view, pair, key, value });
      continue;
    }
    const sources =
      value && isSequence(value.node) ? value.node.items.map(item => resolve(document, item, value.via)) : [value];
    for (const source of sources) merged.push(...entriesOf(asMap(document, source), depth + 1));
  }
  const keys = new Set(own.map(entry => entry.key));
  return [...own, ...merged.filter(entry => !keys.has(entry.key))];
}

/** The entries with one key: several where branches of a template each have their own. */
export function entriesAt(view: MapView | undefined, ...path: readonly string[]): Entry[] {
  if (!view) return [];
  const [key, ...rest] = path;
  const found = entriesOf(view).filter(entry => entry.key === key);
  if (rest.length === 0) return found;
  return found.flatMap(entry => entriesAt(asMap(view.document, entry.value), ...rest));
}

/** The entries at a path in which `*` stands for the items of a list. */
export function entriesAlong(view: MapView | undefined, path: readonly string[]): Entry[] {
  const star = path.indexOf('*');
  if (star < 0) return entriesAt(view, ...path);
  return listAt(view, ...path.slice(0, star)).flatMap(item => entriesAlong(item, path.slice(star + 1)));
}

/** The map at a path, as far as it can be seen. */
export function mapAt(view: MapView | undefined, ...path: readonly string[]): MapView | undefined {
  return path.reduce<MapView | undefined>((map, key) => map?.peekMap(key), view);
}

/** The maps in a list at a path. */
export function listAt(view: MapView | undefined, ...path: readonly string[]): MapView[] {
  const map = mapAt(view, ...path.slice(0, -1));
  return map ? mapsOf(map.document, map.peekItems(path.at(-1)!)) : [];
}

export function keySpan(entry: Entry): Span {
  return spanOf(entry.pair.key as Node);
}

/** The value as written: an alias where one stands. The key where there is no value. */
export function valueSpan(entry: Entry): Span {
  const node = entry.pair.value as Node | null;
  return node?.range && (isAlias(node) || node.range[0] < node.range[1]) ? spanOf(node) : keySpan(entry);
}

/** The string Kubernetes reads; undefined for other types and for template expressions. */
export function textOf(entry: Entry | undefined): string | undefined {
  const node = entry?.value?.node;
  return node && isScalar(node) ? scalarText(entry.view.document, node) : undefined;
}

/** The strings of a list with their places. */
export function stringsAt(
  view: MapView | undefined,
  ...path: readonly string[]
): { text: string; span: Span; node: Node; view: MapView }[] {
  const map = mapAt(view, ...path.slice(0, -1));
  if (!map) return [];
  return map.peekItems(path.at(-1)!).flatMap(({ node }) => {
    const text = isScalar(node) ? scalarText(map.document, node) : undefined;
    return text === undefined ? [] : [{ text, span: spanOf(node), node, view: map }];
  });
}

/** Whether the value is a map or a list with something in it, or a scalar that is not null. */
export function isGiven(entry: Entry): boolean {
  const node = entry.value?.node;
  if (!node) return false;
  if (isMap(node) || isSequence(node)) return node.items.length > 0 || entry.view.document.open.has(node);
  return textOf(entry) !== '' && !(isScalar(node) && node.value === null);
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** Whether two entries can be rendered at once: in a template, neither stands in a branch that the other is not in. */
export function areTogether(a: Entry, b: Entry): boolean {
  const { arms } = a.view.document;
  const [one, other] = [a, b].map(entry => armAt(arms, keySpan(entry).start));
  return isWithin(one ?? null, other ?? null) || isWithin(other ?? null, one ?? null);
}

/** Spellings of a key that may begin a longer word: what may follow it where it is a key of its own. */
export function keyTriggers(...keys: readonly string[]): string[] {
  return keys.flatMap(key => [':', '"', "'", ' ', '\t', '\r', '\n'].map(after => key + after));
}
