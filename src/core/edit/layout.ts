/** Where things stand in the text: lines, columns, and the extent of a pair with what belongs to it. */
import { Lexer, type Pair } from 'yaml';
import { type Span } from '../model/text';
import { isCollection, isMap, isScalar, type Node, type ParsedDocument } from '../yaml/parse';
import { isSequence, keyStart } from '../yaml/view';

interface Token {
  readonly type: string;
  readonly offset: number;
  readonly source?: string;
}
interface PairTokens {
  readonly start?: readonly Token[];
  readonly sep?: readonly Token[];
}

/** A comment with its `#`, up to the end of its line. */
export interface Comment {
  readonly at: number;
  readonly text: string;
}

/** What the lexer says between pieces of text: document start, end of a broken flow, start of a scalar. */
const MARKS = new Set(['\x02', '\x18', '\x1f']);

export class Layout {
  readonly text: string;
  readonly eol: string;

  constructor(readonly document: ParsedDocument) {
    this.text = document.masked;
    this.eol = document.eol;
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Offset of the line's end, its line break left out. */
  lineEnd(offset: number): number {
    const newline = this.text.indexOf('\n', offset);
    if (newline < 0) return this.text.length;
    return this.text[newline - 1] === '\r' && newline > offset ? newline - 1 : newline;
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  isFirstOnLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  /** Offset just after the last character of the pair's value (or of its colon when it has none). */
  pairEnd(pair: Pair): number {
    const value = pair.value as Node | null;
    const end = value ? this.#contentEnd(value) : undefined;
    if (end !== undefined) return end;
    const sep = ((pair as { srcToken?: PairTokens }).srcToken?.sep ?? []).filter(
      token => !['space', 'newline', 'comment'].includes(token.type),
    );
    const last = sep.at(-1);
    const key = pair.key as Node;
    return last ? last.offset + (last.source?.length ?? 1) : (key.range?.[1] ?? 0);
  }

  /** End of the line on which the pair ends, its trailing comment included. */
  pairLineEnd(pair: Pair): number {
    return this.lineEnd(this.pairEnd(pair));
  }

  #contentEnd(node: Node): number | undefined {
    if (isCollection(node) && !node.flow) {
      const last = node.items.at(-1) as unknown;
      if (isMap(node)) return last ? this.pairEnd(last as Pair) : node.range?.[1];
      if (isSequence(node)) return this.#itemEnd(last, node.range?.[1]);
    }
    const range = node.range;
    if (!range) return undefined;
    if (isScalar(node) && range[0] === range[1]) return undefined;
    if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
      const keep = /^[|>][^\r\n]*\+/.test(this.text.slice(range[0], range[0] + 4));
      const end = this.text.slice(0, range[1]).replace(keep ? /\r?\n$/ : /[\s]+$/, '').length;
      return Math.max(end, this.lineEnd(range[0]));
    }
    return range[1];
  }

  #itemEnd(item: unknown, fallback: number | undefined): number | undefined {
    const node = item as Node | null;
    if (!node?.range) return fallback;
    return this.#contentEnd(node) ?? node.range[1];
  }

  /** Whether the key is written plainly: no `? `, no anchor or tag before it, on the line of its colon. */
  hasPlainKey(pair: Pair): boolean {
    const tokens = (pair as { srcToken?: PairTokens }).srcToken;
    const unusual = ['explicit-key-ind', 'anchor', 'tag'];
    const key = pair.key as Node & { anchor?: string; tag?: string };
    return !tokens?.start?.some(token => unusual.includes(token.type)) && !key.anchor && isScalar(key);
  }

  /** Start of the comment lines that stand directly above the pair and belong to it, or of its own line. */
  pairLead(pair: Pair): number {
    let start = this.lineStart(keyStart(pair) ?? 0);
    while (start > 0) {
      const above = this.lineStart(start - 1);
      // Read in the source: a masked action line would look like a comment.
      if (!/^[ \t]*(?:#|\/\/)/.test(this.document.source.slice(above, start))) break;
      start = above;
    }
    return start;
  }

  /** The pair with the comment lines above it and, in block style, the comment behind it. */
  pairSpan(pair: Pair, flow: boolean): Span {
    const start = keyStart(pair) ?? 0;
    return {
      start: this.isFirstOnLine(start) ? this.pairLead(pair) : start,
      end: flow ? this.pairEnd(pair) : this.pairLineEnd(pair),
    };
  }

  /** Comments that lie in a stretch of text, without their indentation. */
  comments(start: number, end: number): Comment[] {
    const found: Comment[] = [];
    let at = 0;
    for (const lexeme of new Lexer().lex(this.text)) {
      if (at >= end) break;
      if (MARKS.has(lexeme)) continue;
      // Read in the source: a masked action would look like a comment.
      if (lexeme.startsWith('#') && at >= start && this.document.source[at] === '#') found.push({ at, text: lexeme });
      at += lexeme.length;
    }
    return found;
  }

  /** Offset just after a comma that follows; undefined when there is none. */
  commaEnd(offset: number): number | undefined {
    const comma = /^\s*,/.exec(this.text.slice(offset, offset + 1000));
    return comma ? offset + comma[0].length : undefined;
  }

  /** Whether nothing but a comment follows on the line. */
  isRestComment(offset: number): boolean {
    return /^[ \t]*(?:#|\/\/|\r?\n|$)/.test(this.text.slice(offset, this.lineEnd(offset) + 2));
  }

  /** Length of the line break that starts at an offset. */
  newlineAt(offset: number): number {
    return this.text.startsWith('\r\n', offset) ? 2 : this.text[offset] === '\n' ? 1 : 0;
  }

  /** Length of the line break that ends at an offset. */
  newlineBefore(offset: number): number {
    return this.text.startsWith('\r\n', offset - 2) ? 2 : this.text[offset - 1] === '\n' ? 1 : 0;
  }

  /** Spaces from a key to the dash of its list's items: what the document's first block list uses. */
  get dash(): number {
    const match = /^( *(?:- +)*)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)- /m.exec(
      this.text,
    );
    const dash = match ? match[2]!.length - match[1]!.length : 0;
    return dash >= 0 && dash <= 8 ? dash : 0;
  }

  /** Line starts after the first line of a span: where to insert when it is moved to the right. Blank lines are left alone. */
  innerLines(start: number, end: number): number[] {
    const starts: number[] = [];
    for (let at = this.text.indexOf('\n', start); at >= 0 && at + 1 < end; at = this.text.indexOf('\n', at + 1)) {
      const next = this.text[at + 1];
      if (next !== '\n' && next !== '\r') starts.push(at + 1);
    }
    return starts;
  }

  /** Spaces per level: what the document's first nested block map uses. */
  get step(): number {
    const match = /^( *)(?:- )?[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s#-]/m.exec(
      this.text,
    );
    const step = match ? match[2]!.length - match[1]!.length : 2;
    return step >= 1 && step <= 8 ? step : 2;
  }
}
