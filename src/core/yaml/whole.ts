/**
 * Tells without a parse that a text is well-formed YAML, for the style nearly every manifest is written in: block maps and
 * lists, quoted, plain and block scalars, flow collections on one line. What it does not know, it leaves to the parser.
 */
import { TextCursor } from './textCursor';
import { flowLength, isWholeJson } from './wholeFlow';

/** True only when the parser would find neither an error nor a duplicate key; a fuzz test compares. */
export function isPlainlyWhole(text: string): boolean {
  if (/^(?:---)?\s*\{/.test(text)) return isWholeJson(text);
  return new LineReader(text).read();
}

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;
const BACKSLASH = 92;

/** Characters that begin something else than plain text, whatever follows. */
const INDICATORS = new Set([...'&*!|>%@`"\'{}[],#'].map(each => each.charCodeAt(0)));
const ESCAPES = new Set([...'0abtnvfre "/\\N_LP\n\r'].map(each => each.charCodeAt(0)));

interface Level {
  readonly column: number;
  readonly list: boolean;
  readonly keys: Set<string>;
}

class LineReader extends TextCursor {
  readonly #levels: Level[] = [];
  /** The last entry has no value yet: a nested collection may follow. */
  #open = true;
  /** Column of the entry whose plain value may go on, on deeper lines; -1 for none. */
  #plain = -1;

  read(): boolean {
    const text = this.text;
    let begun = false;
    while (this.at < text.length) {
      const start = this.at;
      const column = this.skipSpaces();
      const code = text.charCodeAt(this.at);
      if (code === HASH) {
        if (begun && this.#plain >= 0) this.#plain = -1;
        this.toLineEnd();
      } else if (!this.isLineEnd(this.at)) {
        if (column === 0 && this.#isMarker(start)) {
          if (begun || !/^---[ ]*(?:#.*)?\r?$/.test(text.slice(start, this.lineEnd(start)))) return false;
          this.toLineEnd();
        } else if (begun && this.#plain >= 0 && column > this.#plain) {
          if (!this.#plainText(false)) return false;
        } else if (!this.#line(start)) return false;
        begun = true;
      }
      if (!this.newline()) return false;
    }
    return true;
  }

  #isMarker(start: number): boolean {
    const { charCodeAt } = String.prototype;
    const first = charCodeAt.call(this.text, start);
    return first === 37 || this.text.startsWith('---', start) || this.text.startsWith('...', start);
  }

  /** One entry: dashes, a key, a value. */
  #line(lineStart: number): boolean {
    const text = this.text;
    this.#plain = -1;
    let column = this.at - lineStart;
    let dash = -1;
    while (text.charCodeAt(this.at) === DASH && this.isBlank(this.at + 1)) {
      if (!this.#enter(column, true)) return false;
      this.#open = true;
      dash = column;
      this.at++;
      this.skipSpaces();
      if (this.endsHere()) return true;
      column = this.at - lineStart;
    }
    const from = this.at;
    const key = this.#key();
    if (key === undefined) {
      if (dash < 0) return false;
      this.at = from;
      this.#open = false;
      return this.#value(dash);
    }
    if (!this.#enter(column, false)) return false;
    const { keys } = this.#levels.at(-1)!;
    if (keys.has(key)) return false;
    keys.add(key);
    this.skipSpaces();
    if (this.endsHere()) {
      this.#open = true;
      return true;
    }
    this.#open = false;
    return this.#value(column);
  }

  /** Makes the collection at this column the current one; false when nothing can stand there. */
  #enter(column: number, list: boolean): boolean {
    const levels = this.#levels;
    const before = levels.length;
    while (levels.length > 0 && levels.at(-1)!.column > column) levels.pop();
    const open = this.#open && levels.length === before;
    let top = levels.at(-1);
    if (top?.column === column && top.list && !list) {
      levels.pop();
      top = levels.at(-1);
      if (top?.column !== column) return false;
    }
    if (top?.column === column) {
      if (top.list === list) return true;
      if (!list || !open) return false;
    } else if (!open) return false;
    levels.push({ column, list, keys: new Set() });
    return true;
  }

  /** The key at the current place, the place moved behind its colon; undefined when there is none. */
  #key(): string | undefined {
    const text = this.text;
    const start = this.at;
    const first = text.charCodeAt(start);
    if (first === QUOTE || first === APOSTROPHE) {
      const close = text.indexOf(text[start]!, start + 1);
      const key = close < 0 ? '\n' : text.slice(start + 1, close);
      if (/[\n\r\\]/.test(key) || text.charCodeAt(close + 1) === first) return undefined;
      this.at = close + 1;
      this.skipSpaces();
      if (text.charCodeAt(this.at) !== COLON || !this.isBlank(this.at + 1)) return undefined;
      this.at++;
      return key;
    }
    if (INDICATORS.has(first) || this.#isLoneIndicator(start)) return undefined;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE || code === RETURN || code === TAB) return undefined;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
      if (code !== COLON || !this.isBlank(at + 1)) continue;
      this.at = at + 1;
      return at - start > 1000 ? undefined : text.slice(start, at).trimEnd();
    }
    return undefined;
  }

  /** A value that begins here and belongs to an entry at `column`. */
  #value(column: number): boolean {
    const text = this.text;
    const rest = (): string => text.slice(this.at, this.lineEnd(this.at));
    switch (text[this.at]) {
      case '|':
      case '>':
        return /^[|>][+-]?[ ]*(?: #.*)?\r?$/.test(rest()) && this.#blockScalar(column);
      case '"':
      case "'":
        return this.#quoted(column) && this.endsHere();
      case '{':
      case '[':
        return this.#flow() && this.endsHere();
      case '*': {
        const alias = /^\*[\w-]+(?=[ \r]|$)/.exec(rest());
        this.at += alias?.[0].length ?? 0;
        return alias !== null && this.endsHere();
      }
      case '&': {
        const anchor = /^&[\w-]+ *(?=[^ ]|$)/.exec(rest());
        if (!anchor) return false;
        this.at += anchor[0].length;
        this.#open = this.endsHere();
        return this.#open || (anchor[0].endsWith(' ') && !'&*'.includes(text[this.at]!) && this.#value(column));
      }
      default:
        if (INDICATORS.has(text.charCodeAt(this.at)) || this.#isLoneIndicator(this.at)) return false;
        this.#plain = column;
        return this.#plainText(true);
    }
  }

  /** Plain text to the end of its line; false when a colon in it makes it something else. */
  #plainText(mayHaveComment: boolean): boolean {
    const text = this.text;
    for (let at = this.at; ; at++) {
      if (this.isLineEnd(at)) {
        this.at = at;
        return true;
      }
      const code = text.charCodeAt(at);
      if (code === TAB || (code === COLON && this.isBlank(at + 1))) return false;
      if (code !== HASH || text.charCodeAt(at - 1) !== SPACE) continue;
      this.at = at;
      this.#plain = -1;
      return mayHaveComment && this.endsHere();
    }
  }

  /** Skips the content of a block scalar, up to the line end before what follows. */
  #blockScalar(column: number): boolean {
    const text = this.text;
    this.toLineEnd();
    let indent = -1;
    let blanks = 0;
    for (;;) {
      const end = this.at;
      const next = this.afterNewline(end);
      if (next === end || next >= text.length) return true;
      this.at = next;
      const spaces = this.skipSpaces();
      if (this.isLineEnd(this.at)) {
        if (indent < 0) blanks = Math.max(blanks, spaces);
      } else if (spaces > column && (indent < 0 || spaces >= indent)) {
        if (indent < 0 && (blanks > spaces || text.charCodeAt(this.at) === TAB)) return false;
        if (indent < 0) indent = spaces;
        if (spaces === 0 && this.#isMarker(next)) return false;
      } else {
        this.at = end;
        return indent >= 0 || blanks === 0;
      }
      this.toLineEnd();
    }
  }

  /** Skips a quoted scalar; its further lines must be indented. */
  #quoted(column: number): boolean {
    const text = this.text;
    const quote = text.charCodeAt(this.at);
    for (let at = this.at + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === QUOTE || text.charCodeAt(at + 1) !== APOSTROPHE) {
          this.at = at + 1;
          return true;
        }
        at++;
      } else if (code === BACKSLASH && quote === QUOTE) {
        at++;
        if (!ESCAPES.has(text.charCodeAt(at))) return false;
        if (text.charCodeAt(at) <= RETURN) at--;
      } else if (code === NEWLINE) {
        this.at = at + 1;
        const spaces = this.skipSpaces();
        if (text.charCodeAt(this.at) === TAB || (!this.isLineEnd(this.at) && spaces <= column)) return false;
        at = this.at - 1;
      }
    }
    return false;
  }

  #flow(): boolean {
    const length = flowLength(this.text.slice(this.at, this.lineEnd(this.at)));
    this.at += length;
    return length > 0;
  }

  /** `-`, `?` or `:` with a blank behind it. */
  #isLoneIndicator(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return (code === DASH || code === 63 || code === COLON) && this.isBlank(at + 1);
  }
}
