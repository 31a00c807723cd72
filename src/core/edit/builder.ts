/**
 * Edits on the source text, one small operation at a time. Each edit remembers the map it belongs to and the aliases
 * through which that map was reached, so that an anchored node is edited once, and only if all its uses agree.
 */
import { type Pair } from 'yaml';
import { message } from '../model/message';
import { applyEdits, type Edit, shift, type Span } from '../model/text';
import { armAt } from '../yaml/mask';
import { isAlias, isScalar, type Node, type ParsedDocument, type Scalar } from '../yaml/parse';
import { keyStart, type MapView } from '../yaml/view';
import {
  comma,
  type Copied,
  type Entry,
  type Quoting,
  type Style,
  writeBlockEntry,
  writeFlowEntry,
  writeFlowLines,
  writeKey,
  writeString,
} from './emit';
import { checkClosed, checkMovable, checkUnshared } from './guards';
import { Layout } from './layout';
import { NeedsPerson } from './needsPerson';
import { type Member, nest } from './nest';
import { Removals } from './remove';
import { type OwnedEdit, settle } from './settle';

export { NeedsPerson } from './needsPerson';
export { type Member } from './nest';

export class EditBuilder {
  readonly layout: Layout;
  readonly #edits: OwnedEdit[] = [];
  readonly #removals = new Removals();

  constructor(readonly document: ParsedDocument) {
    this.layout = new Layout(document);
  }

  /** Replaces a scalar's text, keeping the kind of its quotes. */
  setScalar(view: MapView, scalar: Scalar, text: string): void {
    let newText = writeString(text, 'plain');
    if (scalar.type === 'QUOTE_DOUBLE') newText = JSON.stringify(text);
    else if (scalar.type === 'QUOTE_SINGLE') newText = `'${text.replaceAll("'", "''")}'`;
    else if (scalar.type !== 'PLAIN') throw new NeedsPerson(message('fix.unusual'));
    this.replaceRaw(view, scalar, newText);
  }

  /** Replaces a node's text by text as given. An empty value has no text: it is written right after its colon or dash. */
  replaceRaw(view: MapView, node: Node, newText: string): void {
    const [start, end] = node.range ?? [0, 0];
    if (start < end) return this.push(view, { start, end, newText });
    const at = this.layout.text.slice(0, start).trimEnd().length;
    if (!/[:-]$/.test(this.layout.text.slice(0, at))) throw new NeedsPerson(message('fix.unusual'));
    this.push(view, { start: at, end: at, newText: ` ${newText}` });
  }

  /** Writes text around a node. */
  wrap(view: MapView, node: Node, before: string, after: string): void {
    const [start, end] = node.range ?? [0, 0];
    this.push(view, { start, end: start, newText: before });
    this.push(view, { start: end, end, newText: after });
  }

  rename(view: MapView, pair: Pair, key: string): void {
    const { start, end } = this.plainKey(pair);
    this.push(view, { start, end, newText: this.keyLike(pair, key) });
  }

  /** Adds entries after `sibling`, a pair of the map that no branch hides. */
  addAfter(view: MapView, sibling: Pair, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const { layout } = this;
    this.plainKey(sibling);
    const at = keyStart(sibling) ?? 0;
    const column = layout.column(at);
    const style = this.style(view);
    const { eol } = style;
    if (!view.node.flow) {
      const end = layout.pairLineEnd(sibling);
      this.sameArm(view, end);
      const lines = entries.map(entry => `${eol}${' '.repeat(column)}${writeBlockEntry(entry, column, style)}`);
      this.push(view, { start: end, end, newText: lines.join('') });
      return;
    }
    const end = layout.pairEnd(sibling);
    this.sameArm(view, end);
    if (!layout.isFirstOnLine(at)) {
      this.push(view, {
        start: end,
        end,
        newText: entries.map(entry => comma(style) + writeFlowEntry(entry, style)).join(''),
      });
      return;
    }
    const after = layout.commaEnd(end);
    const lineEnd = layout.isRestComment(after ?? end) ? layout.lineEnd(after ?? end) : (after ?? end);
    const lines = entries.map(entry => `${eol}${' '.repeat(column)}${writeFlowLines(entry, column, style)}`);
    if (after === undefined) this.push(view, { start: end, end, newText: ',' });
    this.push(view, { start: lineEnd, end: lineEnd, newText: lines.join(',') + (after === undefined ? '' : ',') });
  }

  /** Adds entries before `sibling`, above the comment lines that belong to it. */
  addBefore(view: MapView, sibling: Pair, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const { layout } = this;
    const { start } = this.plainKey(sibling);
    const column = layout.column(start);
    const style = this.style(view);
    const newLine = style.eol + ' '.repeat(column);
    const own = layout.isFirstOnLine(start);
    if (view.node.flow && !own) {
      this.push(view, {
        start,
        end: start,
        newText: entries.map(entry => writeFlowEntry(entry, style) + comma(style)).join(''),
      });
      return;
    }
    this.sameArm(view, start);
    const mark = view.node.flow ? ',' : '';
    const lines = entries.map(
      entry => (mark === '' ? writeBlockEntry(entry, column, style) : writeFlowLines(entry, column, style)) + mark,
    );
    // A list item's first key stands behind its dash: the new entry takes its place there.
    const at = own ? layout.pairLead(sibling) : start;
    const newText = own
      ? lines.map(line => ' '.repeat(column) + line + style.eol).join('')
      : lines.map(line => line + newLine).join('');
    this.push(view, { start: at, end: at, newText });
  }

  /** Adds entries at the end of a map; an empty `{}` is filled. */
  append(view: MapView, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const { arms } = this.document;
    const { arm } = view;
    const open = view.pairs.filter(pair => arms.length === 0 || armAt(arms, keyStart(pair) ?? 0) === arm);
    const last = open.filter(pair => !this.#removals.has(view, pair)).at(-1);
    if (last) return this.addAfter(view, last, entries);
    if (view.pairs.length > 0 || !view.node.flow) throw new NeedsPerson(message('fix.unusual'));
    const style = this.style(view);
    this.replaceRaw(view, view.node, `{${entries.map(entry => writeFlowEntry(entry, style)).join(comma(style))}}`);
  }

  /** Puts pairs of a map under a new key, each under its new name, with `before` written first. Those that stand apart move. */
  nest(view: MapView, key: string, members: readonly Member[], before: readonly Entry[] = []): void {
    nest(this, view, key, members, before);
  }

  /** Removes a pair with its line, its trailing comment and the comment lines directly above it. */
  remove(view: MapView, pair: Pair): void {
    this.plainKey(pair);
    checkClosed(this.layout, pair);
    checkUnshared(this.layout, pair);
    this.#removals.add(view, pair);
  }

  /**
   * Writes entries in a pair's place. Comments of its text go along with what they belong to: to an entry, or away with
   * one of the `gone` spans; the others go on top.
   */
  replacePair(view: MapView, pair: Pair, entries: readonly Entry[], gone: readonly Span[] = []): void {
    const { layout } = this;
    const { start, end: keyEnd } = this.plainKey(pair);
    checkClosed(this.layout, pair);
    checkUnshared(this.layout, pair);
    if (entries.length === 0) return this.remove(view, pair);
    const style = this.style(view);
    const column = layout.column(start);
    if (view.node.flow) {
      const lines = layout.isFirstOnLine(start);
      const end = layout.pairEnd(pair);
      if (/(?:^|\s)(?:#|\/\/)/m.test(layout.text.slice(keyEnd, end))) throw new NeedsPerson(message('fix.unusual'));
      const texts = entries.map(entry => (lines ? writeFlowLines(entry, column, style) : writeFlowEntry(entry, style)));
      this.push(view, {
        start,
        end,
        newText: texts.join(lines ? `,${style.eol}${' '.repeat(column)}` : comma(style)),
        whole: true,
      });
      return;
    }
    const end = layout.pairLineEnd(pair);
    const texts = entries.map(entry => writeBlockEntry(entry, column, style));
    const taken = [...entries.flatMap(entry => spanOf(entry) ?? []), ...gone];
    const comments = layout
      .comments(keyEnd, end)
      .filter(({ at }) => !taken.some(span => span.start <= at && at < span.end))
      .map(({ text }) => text);
    const newLine = style.eol + ' '.repeat(column);
    this.push(view, { start, end, newText: [...comments, ...texts].join(newLine), whole: true });
  }

  /** The pair's text for another place, `inner` edits made in it. Its own place stays: remove or replace it besides. */
  copy(view: MapView, pair: Pair, inner?: EditBuilder): Copied {
    const { layout, document } = this;
    const { start, end: keyEnd } = this.plainKey(pair);
    const flow = view.node.flow === true;
    const end = flow ? layout.pairEnd(pair) : layout.pairLineEnd(pair);
    checkUnshared(this.layout, pair);
    checkMovable(layout, pair);
    const edits = (inner?.finish() ?? [])
      .filter(edit => edit.start >= keyEnd && edit.end <= end)
      .map(edit => shift(edit, -keyEnd));
    const own = layout.isFirstOnLine(start);
    return {
      copied: applyEdits(document.source.slice(keyEnd, end), edits),
      column: layout.column(start),
      lead: own ? layout.comments(layout.pairLead(pair), layout.lineStart(start)).map(({ text }) => text) : [],
      flow,
      span: layout.pairSpan(pair, flow),
    };
  }

  /** The key's own spelling under another name. */
  keyLike(pair: Pair, key: string): string {
    const sample = pair.key as Scalar;
    if (sample.type === 'QUOTE_DOUBLE') return JSON.stringify(key);
    if (sample.type === 'QUOTE_SINGLE') return `'${key}'`;
    return writeKey(key, 'plain');
  }

  /** The edits, or NeedsPerson when an anchor's uses disagree or a template action stands in the way. */
  finish(): Edit[] {
    return settle(this.document, [...this.#edits, ...this.#removals.edits(this.layout)]);
  }

  style(view: MapView): Style {
    const { step, dash, eol } = this.layout;
    return { step, dash, eol, quoting: view.node.flow ? this.#quoting(view) : 'plain', tight: this.#isTight(view) };
  }

  push(view: MapView, edit: Edit & { whole?: boolean }): void {
    this.#edits.push({ ...edit, owner: view.node, via: view.via });
  }

  /** The key's span, when it is written plainly. */
  plainKey(pair: Pair): { start: number; end: number } {
    const range = (pair.key as Node | null)?.range;
    if (!range || isAlias(pair.key) || !this.layout.hasPlainKey(pair)) throw new NeedsPerson(message('fix.unusual'));
    return { start: range[0], end: range[1] };
  }

  /** New text may only stand where the map's own branch is. */
  sameArm(view: MapView, offset: number): void {
    const { arms } = this.document;
    if (arms.length > 0 && armAt(arms, offset) !== view.arm) throw new NeedsPerson(message('fix.template'));
  }

  /** Whether the map is written as JSON without blanks. */
  #isTight(view: MapView): boolean {
    const end = (view.pairs[0]?.key as Node | undefined)?.range?.[1];
    return view.node.flow === true && end !== undefined && /^:["[{\d]/.test(this.layout.text.slice(end, end + 2));
  }

  /** How the map's neighbours are quoted: JSON when its keys are, KYAML when only its string values are. */
  #quoting(view: MapView): Quoting {
    const keys = view.pairs.map(pair => pair.key as Scalar);
    if (keys.length > 0 && keys.every(key => isScalar(key) && key.type === 'QUOTE_DOUBLE')) return 'json';
    return /^\s*(?:#[^\n]*\n\s*)*(?:---)?\s*\{/.test(this.layout.text) ? 'strings' : 'plain';
  }
}

/** Where an entry's text comes from, when it is copied; an item of a list counts through its first entry. */
function spanOf({ value }: Entry): Span[] | undefined {
  if (typeof value !== 'object') return undefined;
  if ('copied' in value) return [value.span];
  if ('entries' in value) return value.entries.flatMap(entry => spanOf(entry) ?? []);
  return 'items' in value ? value.items.flatMap(item => spanOf({ key: '', value: item }) ?? []) : undefined;
}
