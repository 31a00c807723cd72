/** Removing pairs: a block pair goes with its line and its comments, a flow pair with the comma that parts it. */
import { type Pair } from 'yaml';
import { message } from '../model/message';
import { type Node } from '../yaml/parse';
import { keyStart, type MapView } from '../yaml/view';
import { type Layout } from './layout';
import { NeedsPerson } from './needsPerson';
import { type OwnedEdit } from './settle';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Collects the pairs to remove, because what one removal takes depends on whether its neighbour goes too. */
export class Removals {
  readonly #maps = new Map<string, { view: MapView; pairs: Set<Pair> }>();

  add(view: MapView, pair: Pair): void {
    const id = idOf(view);
    const entry = this.#maps.get(id) ?? { view, pairs: new Set<Pair>() };
    entry.pairs.add(pair);
    this.#maps.set(id, entry);
  }

  has(view: MapView, pair: Pair): boolean {
    return this.#maps.get(idOf(view))?.pairs.has(pair) ?? false;
  }

  edits(layout: Layout): OwnedEdit[] {
    return [...this.#maps.values()].flatMap(({ view, pairs }) => {
      if (pairs.size === view.pairs.length) throw new NeedsPerson(message('fix.unusual'));
      const spans = view.node.flow
        ? runs(view, pairs).flatMap(run => flowRun(layout, view, run))
        : [...pairs].map(pair => blockPair(layout, view, pair));
      return spans.map(span => ({ ...span, newText: '', owner: view.node as Node, via: view.via, whole: true }));
    });
  }
}

function idOf(view: MapView): string {
  return `${view.node.range?.[0]}@${view.via.map(alias => alias.range?.[0]).join('/')}`;
}

/** Index spans [first, last] of neighbouring pairs that all go. */
function runs(view: MapView, pairs: ReadonlySet<Pair>): [number, number][] {
  const found: [number, number][] = [];
  view.pairs.forEach((pair, index) => {
    if (!pairs.has(pair)) return;
    const last = found.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  });
  return found;
}

function blockPair(layout: Layout, view: MapView, pair: Pair): Span {
  const start = keyStart(pair) ?? 0;
  const end = layout.pairLineEnd(pair);
  if (!layout.isFirstOnLine(start)) {
    const next = keyStart(view.pairs[view.pairs.indexOf(pair) + 1]);
    if (next === undefined || layout.text.slice(end, next).trim() !== '') throw new NeedsPerson(message('fix.unusual'));
    return { start, end: next };
  }
  const lead = layout.pairLead(pair);
  const newline = layout.newlineAt(end);
  return newline > 0 || lead === 0
    ? { start: lead, end: end + newline }
    : { start: lead - layout.newlineBefore(lead), end };
}

function flowRun(layout: Layout, view: MapView, [first, last]: [number, number]): Span[] {
  const start = keyStart(view.pairs[first]) ?? 0;
  const end = layout.pairEnd(view.pairs[last]!);
  const comma = layout.commaEnd(end);
  const next = keyStart(view.pairs[last + 1]);
  const rest = comma ?? end;
  if (layout.isFirstOnLine(start) && layout.isRestComment(rest)) {
    const lineEnd = layout.lineEnd(rest);
    const whole = { start: layout.pairLead(view.pairs[first]!), end: lineEnd + layout.newlineAt(lineEnd) };
    if (comma !== undefined) return [whole];
    const before = layout.commaEnd(layout.pairEnd(view.pairs[first - 1]!));
    return before === undefined ? [whole] : [{ start: before - 1, end: before }, whole];
  }
  const from = next === undefined ? layout.pairEnd(view.pairs[first - 1]!) : start;
  const to = next ?? end;
  // A brace of ours right before an action's braces would be read as one of them.
  if (layout.document.source.startsWith('{{', to)) throw new NeedsPerson(message('fix.template'));
  if (/(?:^|\s)(?:#|\/\/)/.test(layout.text.slice(from, start) + layout.text.slice(end, to)))
    throw new NeedsPerson(message('fix.unusual'));
  return [{ start: from, end: to }];
}
