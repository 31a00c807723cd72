/** Putting pairs of a map under a new key: neighbours are indented where they stand, others move to them with their comments. */
import { type Pair } from 'yaml';
import { keyStart, type MapView } from '../yaml/view';
import { type EditBuilder } from './builder';
import { comma, type Entry, type Style, writeBlockEntry, writeFlowEntry, writeFlowLines } from './emit';
import { checkMovable } from './guards';

/** A pair that moves under a new key: `path` is its new name, or names when it is nested deeper. */
export interface Member {
  readonly pair: Pair;
  readonly path: readonly [string, ...string[]];
}

interface Plan {
  readonly builder: EditBuilder;
  readonly view: MapView;
  readonly key: string;
  /** Neighbours, the first member among them: they are indented in place. */
  readonly inPlace: readonly Member[];
  /** Written above them. */
  readonly before: readonly Entry[];
  /** Members from elsewhere in the map, written below them. */
  readonly moved: readonly Entry[];
  readonly style: Style;
}

/** See EditBuilder.nest. */
export function nest(
  builder: EditBuilder,
  view: MapView,
  key: string,
  members: readonly Member[],
  before: readonly Entry[],
): void {
  const ordered = [...members].sort((a, b) => (keyStart(a.pair) ?? 0) - (keyStart(b.pair) ?? 0));
  const first = view.pairs.indexOf(ordered[0]!.pair);
  const inPlace = ordered.filter((member, index) => view.pairs[first + index] === member.pair);
  const moved = ordered.slice(inPlace.length).map(member => {
    const value = builder.copy(view, member.pair);
    builder.remove(view, member.pair);
    const names = member.path.map(name => builder.keyLike(member.pair, name));
    return names.reduceRight<Entry>((inner, rawKey) => ({ key: rawKey, rawKey, value: { entries: [inner] } }), {
      key: '',
      rawKey: names.pop()!,
      value,
    });
  });
  const plan: Plan = { builder, view, key, inPlace, before, moved, style: builder.style(view) };
  for (const { pair } of inPlace) checkMovable(builder.layout, pair);
  if (view.node.flow) nestFlow(plan);
  else nestBlock(plan);
}

function nestBlock({ builder, view, key, inPlace, before, moved, style }: Plan): void {
  const { layout } = builder;
  const { step, eol } = style;
  const firstStart = builder.plainKey(inPlace[0]!.pair).start;
  const inner = layout.column(firstStart) + step;
  const head = [
    `${builder.keyLike(inPlace[0]!.pair, key)}:`,
    ...before.map(entry => ' '.repeat(inner) + writeBlockEntry(entry, inner, style)),
  ];
  inPlace.forEach((member, index) => {
    const { start, end } = builder.plainKey(member.pair);
    const names = member.path.map(
      (name, depth) =>
        ' '.repeat(index === 0 || depth > 0 ? inner + depth * step : step) + builder.keyLike(member.pair, name),
    );
    const lead = index === 0 ? head.join(eol) + eol : '';
    builder.push(view, { start, end, newText: lead + names.join(`:${eol}`) });
    const pairEnd = layout.pairEnd(member.pair);
    shiftLines(builder, view, start, pairEnd, step * member.path.length);
    const next = inPlace[index + 1];
    // Own-line comments between two members move with them; the next key's own line is moved by its rename.
    if (next) shiftLines(builder, view, pairEnd, layout.lineStart(keyStart(next.pair) ?? pairEnd), step);
  });
  const end = layout.pairLineEnd(inPlace.at(-1)!.pair);
  const lines = moved.map(entry => `${eol}${' '.repeat(inner)}${writeBlockEntry(entry, inner, style)}`);
  if (lines.length > 0) builder.push(view, { start: end, end, newText: lines.join('') });
  builder.sameArm(view, firstStart);
}

function nestFlow({ builder, view, key, inPlace, before, moved, style }: Plan): void {
  const { layout } = builder;
  const { step, eol } = style;
  const firstKey = builder.plainKey(inPlace[0]!.pair);
  const lines = layout.isFirstOnLine(firstKey.start);
  const column = layout.column(firstKey.start);
  const gap = (depth: number): string => (lines ? eol + ' '.repeat(column + depth * step) : '');
  const write = (entry: Entry): string =>
    lines ? writeFlowLines(entry, column + step, style) : writeFlowEntry(entry, style);
  const colon = style.tight && !lines ? ':' : ': ';
  const glue = lines ? ',' + gap(1) : comma(style);
  const lastComma = lines && style.quoting === 'strings' ? ',' : '';
  inPlace.forEach((member, index) => {
    const { start, end } = builder.plainKey(member.pair);
    const pairEnd = layout.pairEnd(member.pair);
    const names = member.path.map(name => builder.keyLike(member.pair, name));
    let text = names.map((name, depth) => (depth === 0 ? name : `${colon}{${gap(depth + 1)}${name}`)).join('');
    if (index === 0)
      text = `${builder.keyLike(member.pair, key)}${colon}{${gap(1)}${[...before.map(write), text].join(glue)}`;
    else if (lines) text = ' '.repeat(step) + text;
    builder.push(view, { start, end, newText: text });
    if (lines) shiftLines(builder, view, start, pairEnd, step * member.path.length);
    let close = '';
    for (let depth = member.path.length; depth > 1; depth--) close += `${lastComma}${gap(depth - 1)}}`;
    const next = inPlace[index + 1];
    if (!next) close += `${moved.map(entry => glue + write(entry)).join('')}${lastComma}${gap(0)}}`;
    if (close !== '') builder.push(view, { start: pairEnd, end: pairEnd, newText: close });
    if (lines && next) shiftLines(builder, view, pairEnd, layout.lineStart(keyStart(next.pair) ?? pairEnd), step);
  });
}

function shiftLines(builder: EditBuilder, view: MapView, start: number, end: number, columns: number): void {
  for (const at of builder.layout.innerLines(start, end))
    builder.push(view, { start: at, end: at, newText: ' '.repeat(columns) });
}
