/**
 * Edits on the source text, one small operation at a time. Each edit remembers the map it belongs to and the aliases
 * through which that map was reached, so that an anchored node is edited once, and only if all its uses agree.
 */
import { type Pair } from 'yaml';
import { message, type Message } from '../model/message';
import { type Edit, sortEdits } from '../model/text';
import { armAt } from '../yaml/mask';
import { type Alias, isAlias, isScalar, type Node, type ParsedDocument, type Scalar } from '../yaml/parse';
import { keyStart, type MapView } from '../yaml/view';
import { type Entry, type Quoting, writeBlockEntry, writeFlowEntry, writeFlowLines, writeKey, writeString } from './emit';
import { Layout } from './layout';

/** Thrown inside a conversion when a person has to decide; the engine turns it into a manual fix. */
export class NeedsPerson extends Error {
  constructor(readonly reason: Message) {
    super(reason.key);
  }
}

/** A pair that moves under a new key: `path` is its new name, or names when it is nested deeper. */
export interface Member {
  readonly pair: Pair;
  readonly path: readonly [string, ...string[]];
}

interface OwnedEdit extends Edit {
  readonly owner: Node;
  readonly via: readonly Alias[];
}

export class EditBuilder {
  readonly layout: Layout;
  readonly #edits: OwnedEdit[] = [];

  constructor(readonly document: ParsedDocument) {
    this.layout = new Layout(document);
  }

  /** Replaces a scalar's text, keeping the kind of its quotes. */
  setScalar(view: MapView, scalar: Scalar, text: string): void {
    const [start, end] = scalar.range ?? [0, 0];
    let newText = writeString(text, 'plain');
    if (scalar.type === 'QUOTE_DOUBLE') newText = JSON.stringify(text);
    else if (scalar.type === 'QUOTE_SINGLE') newText = `'${text.replaceAll("'", "''")}'`;
    else if (scalar.type !== 'PLAIN') throw new NeedsPerson(message('fix.unusual'));
    this.#push(view, { start, end, newText });
  }

  /** Replaces a scalar's text by text as given. */
  replaceRaw(view: MapView, node: Node, newText: string): void {
    const [start, end] = node.range ?? [0, 0];
    this.#push(view, { start, end, newText });
  }

  rename(view: MapView, pair: Pair, key: string): void {
    const { start, end } = this.#plainKey(pair);
    this.#push(view, { start, end, newText: this.#keyLike(pair, key) });
  }

  /** Adds entries after `sibling`, a pair of the map that no branch hides. */
  addAfter(view: MapView, sibling: Pair, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const { layout } = this;
    this.#plainKey(sibling);
    const at = keyStart(sibling) ?? 0;
    const column = layout.column(at);
    const eol = layout.eol;
    if (!view.node.flow) {
      const end = layout.pairLineEnd(sibling);
      this.#sameArm(view, end);
      const lines = entries.map(entry => `${eol}${' '.repeat(column)}${writeBlockEntry(entry, column, layout.step, eol)}`);
      this.#push(view, { start: end, end, newText: lines.join('') });
      return;
    }
    const quoting = this.#quoting(view);
    const end = layout.pairEnd(sibling);
    this.#sameArm(view, end);
    if (!layout.isFirstOnLine(at)) {
      this.#push(view, { start: end, end, newText: entries.map(entry => `, ${writeFlowEntry(entry, quoting)}`).join('') });
      return;
    }
    const comma = /^\s*,/.exec(layout.text.slice(end));
    const after = comma ? end + comma[0].length : end;
    const lineEnd = /^[ \t]*(?:#|\/\/|\r?\n|$)/.test(layout.text.slice(after)) ? layout.lineEnd(after) : after;
    const lines = entries.map(entry => `${eol}${' '.repeat(column)}${writeFlowLines(entry, column, layout.step, eol, quoting)}`);
    if (!comma) this.#push(view, { start: end, end, newText: ',' });
    this.#push(view, { start: lineEnd, end: lineEnd, newText: lines.join(',') + (comma ? ',' : '') });
  }

  /**
   * Puts neighbouring pairs of a map under a new key, each under its new name, with `before` written first.
   * `members` must follow each other in the map.
   */
  nest(view: MapView, key: string, members: readonly Member[], before: readonly Entry[] = []): void {
    const ordered = [...members].sort((a, b) => (keyStart(a.pair) ?? 0) - (keyStart(b.pair) ?? 0));
    const first = view.pairs.indexOf(ordered[0]!.pair);
    if (!ordered.every((member, index) => view.pairs[first + index] === member.pair)) {
      throw new NeedsPerson(message('fix.apart', { fields: ordered.map(member => member.path.join('.')).join(', ') }));
    }
    if (view.node.flow) this.#nestFlow(view, key, ordered, before);
    else this.#nestBlock(view, key, ordered, before);
  }

  #nestBlock(view: MapView, key: string, members: readonly Member[], before: readonly Entry[]): void {
    const { layout } = this;
    const { step, eol } = layout;
    const column = layout.column(keyStart(members[0]!.pair) ?? 0);
    const firstStart = this.#plainKey(members[0]!.pair).start;
    const inner = column + step;
    const head = [`${this.#keyLike(members[0]!.pair, key)}:`, ...before.map(entry => ' '.repeat(inner) + writeBlockEntry(entry, inner, step, eol))];
    members.forEach((member, index) => {
      const { start, end } = this.#plainKey(member.pair);
      const names = member.path.map((name, depth) => ' '.repeat(index === 0 || depth > 0 ? inner + depth * step : step) + this.#keyLike(member.pair, name));
      const lead = index === 0 ? head.join(eol) + eol : '';
      this.#push(view, { start, end, newText: lead + names.join(`:${eol}`) });
      const pairEnd = layout.pairEnd(member.pair);
      this.#shiftLines(view, start, pairEnd, step * member.path.length);
      const next = members[index + 1];
      const nextKey = next ? (keyStart(next.pair) ?? pairEnd) : pairEnd;
      // Own-line comments between two members move with them; the next key's own line is moved by its rename.
      if (next) this.#shiftLines(view, pairEnd, layout.lineStart(nextKey), step);
    });
    this.#sameArm(view, firstStart);
  }

  #nestFlow(view: MapView, key: string, members: readonly Member[], before: readonly Entry[]): void {
    const { layout } = this;
    const quoting = this.#quoting(view);
    const firstKey = this.#plainKey(members[0]!.pair);
    const lines = layout.isFirstOnLine(firstKey.start);
    const { step, eol } = layout;
    const column = layout.column(firstKey.start);
    const gap = (depth: number): string => (lines ? eol + ' '.repeat(column + depth * step) : '');
    members.forEach((member, index) => {
      const { start, end } = this.#plainKey(member.pair);
      const pairEnd = layout.pairEnd(member.pair);
      const names = member.path.map(name => this.#keyLike(member.pair, name));
      let text = '';
      names.forEach((name, depth) => (text += depth === 0 ? name : `: {${gap(depth + 1)}${name}`));
      if (index === 0) {
        const head = before.map(entry => (lines ? writeFlowLines(entry, column + step, step, eol, quoting) : writeFlowEntry(entry, quoting)));
        const glue = lines ? ',' + gap(1) : ', ';
        text = `${this.#keyLike(member.pair, key)}: {${gap(1)}${[...head, text].join(glue)}`;
      } else if (lines) {
        text = ' '.repeat(step) + text;
      }
      this.#push(view, { start, end, newText: text });
      if (lines) this.#shiftLines(view, start, pairEnd, step * member.path.length);
      let close = '';
      for (let depth = member.path.length; depth > 1; depth--) close += `${gap(depth - 1)}}`;
      const last = index === members.length - 1;
      if (last) close += `${gap(0)}}`;
      if (close !== '') this.#push(view, { start: pairEnd, end: pairEnd, newText: close });
      const next = members[index + 1];
      if (lines && next) this.#shiftLines(view, pairEnd, layout.lineStart(keyStart(next.pair) ?? pairEnd), step);
    });
  }

  /** Removes a pair with its line, its trailing comment and the comment lines directly above it. */
  remove(view: MapView, pair: Pair): void {
    this.#plainKey(pair);
    this.#noAnchorInside(pair);
    const index = view.pairs.indexOf(pair);
    if (view.pairs.length === 1) throw new NeedsPerson(message('fix.unusual'));
    if (view.node.flow) this.#removeFlow(view, pair, index);
    else this.#removeBlock(view, pair, index);
  }

  #removeBlock(view: MapView, pair: Pair, index: number): void {
    const { layout } = this;
    const start = keyStart(pair) ?? 0;
    const end = layout.pairLineEnd(pair);
    if (!layout.isFirstOnLine(start)) {
      const next = keyStart(view.pairs[index + 1]);
      if (next === undefined || layout.text.slice(end, next).trim() !== '') throw new NeedsPerson(message('fix.unusual'));
      this.#push(view, { start, end: next, newText: '' });
      return;
    }
    const lead = layout.pairLead(pair);
    const newline = layout.text.startsWith('\r\n', end) ? 2 : layout.text[end] === '\n' ? 1 : 0;
    if (newline > 0) this.#push(view, { start: lead, end: end + newline, newText: '' });
    else this.#push(view, { start: Math.max(0, lead - layout.eol.length), end, newText: '' });
  }

  #removeFlow(view: MapView, pair: Pair, index: number): void {
    const { layout } = this;
    const start = keyStart(pair) ?? 0;
    const next = view.pairs[index + 1];
    if (next) {
      const nextStart = keyStart(next) ?? 0;
      if (/#|\/\//.test(layout.text.slice(layout.pairEnd(pair), nextStart))) throw new NeedsPerson(message('fix.unusual'));
      this.#push(view, { start, end: nextStart, newText: '' });
      return;
    }
    const previous = layout.pairEnd(view.pairs[index - 1]!);
    if (layout.text.slice(previous, start).includes('#')) throw new NeedsPerson(message('fix.unusual'));
    this.#push(view, { start: previous, end: layout.pairEnd(pair), newText: '' });
  }

  /** The edits, or NeedsPerson when an anchor's uses disagree or a template action stands in the way. */
  finish(): Edit[] {
    for (const edit of this.#edits) {
      if (this.document.actions.some(action => action.start < edit.end && action.end > edit.start)) {
        throw new NeedsPerson(message('fix.template'));
      }
    }
    const kept = new Map<string, OwnedEdit[]>();
    for (const edit of this.#edits) {
      const path = edit.via.map(alias => alias.range?.[0]).join('/');
      const list = kept.get(path);
      if (list) list.push(edit);
      else kept.set(path, [edit]);
    }
    this.#checkAnchors([...kept.values()]);
    return sortEdits(this.#unique([...kept.values()])).map(({ start, end, newText }) => ({ start, end, newText }));
  }

  /** Edits of the first path, and those of later paths whose map no earlier path has edited. */
  #unique(paths: readonly OwnedEdit[][]): OwnedEdit[] {
    const done = new Set<Node>();
    return paths.flatMap(edits => {
      const fresh = edits.filter(edit => !done.has(edit.owner));
      for (const edit of edits) done.add(edit.owner);
      return fresh;
    });
  }

  #checkAnchors(paths: readonly OwnedEdit[][]): void {
    for (const [anchor, uses] of this.document.aliases) {
      const inside = paths
        .map(edits => edits.filter(edit => contains(anchor, edit.owner)))
        .filter(edits => edits.length > 0);
      if (inside.length === 0) continue;
      const places = new Set(inside.map(edits => lastOf(edits[0]!.via, uses)));
      const agree = inside.every(edits => spell(edits) === spell(inside[0]!));
      if (!agree || places.size !== uses.length + 1) throw new NeedsPerson(message('fix.anchor', { anchor: nameOf(anchor) }));
    }
  }

  #noAnchorInside(pair: Pair): void {
    const start = keyStart(pair) ?? 0;
    const end = this.layout.pairEnd(pair);
    for (const anchor of this.document.aliases.keys()) {
      const at = anchor.range?.[0] ?? -1;
      if (at >= start && at < end) throw new NeedsPerson(message('fix.anchor', { anchor: nameOf(anchor) }));
    }
  }

  #shiftLines(view: MapView, start: number, end: number, columns: number): void {
    for (const at of this.layout.innerLines(start, end)) this.#push(view, { start: at, end: at, newText: ' '.repeat(columns) });
  }

  #sameArm(view: MapView, offset: number): void {
    const { arms } = this.document;
    if (arms.length > 0 && armAt(arms, offset) !== view.arm) throw new NeedsPerson(message('fix.template'));
  }

  #plainKey(pair: Pair): { start: number; end: number } {
    const range = (pair.key as Node | null)?.range;
    if (!range || isAlias(pair.key) || !this.layout.hasPlainKey(pair)) throw new NeedsPerson(message('fix.unusual'));
    return { start: range[0], end: range[1] };
  }

  #keyLike(pair: Pair, key: string): string {
    const sample = pair.key as Scalar;
    if (sample.type === 'QUOTE_DOUBLE') return JSON.stringify(key);
    if (sample.type === 'QUOTE_SINGLE') return `'${key}'`;
    return writeKey(key, 'plain');
  }

  /** How the map's neighbours are quoted: JSON when its keys are, KYAML when only its string values are. */
  #quoting(view: MapView): Quoting {
    const keys = view.pairs.map(pair => pair.key as Scalar);
    if (keys.length > 0 && keys.every(key => isScalar(key) && key.type === 'QUOTE_DOUBLE')) return 'json';
    return /^\s*(?:---)?\s*\{/.test(this.layout.text) ? 'strings' : 'plain';
  }

  #push(view: MapView, edit: Edit): void {
    this.#edits.push({ ...edit, owner: view.node, via: view.via });
  }
}

function contains(outer: Node, inner: Node): boolean {
  const a = outer.range;
  const b = inner.range;
  return outer === inner || (!!a && !!b && a[0] <= b[0] && b[1] <= a[1]);
}

function lastOf(via: readonly Alias[], uses: readonly Alias[]): Alias | undefined {
  return [...via].reverse().find(alias => uses.includes(alias));
}

function spell(edits: readonly OwnedEdit[]): string {
  return edits.map(edit => `${edit.start}-${edit.end}=${edit.newText}`).join('\n');
}

function nameOf(node: Node): string {
  return (node as { anchor?: string }).anchor ?? '';
}
