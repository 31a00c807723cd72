/** A list answered as JSON, taken apart while it comes: one object in memory at a time instead of a page. */
import { isRaw } from '../core/readiness';
import { ClusterFailure } from './failure';

const QUOTE = 34;
const BACKSLASH = 92;

/** Fed with pieces of text in order. Everything but the items is left for `rest`. */
export class ItemStream {
  readonly #item: (item: unknown) => void;
  #outside = '';
  #text = '';
  #at = 0;
  #depth = 0;
  #inString = false;
  /** Where the current item began in `#text`; -1 outside of one. */
  #start = -1;
  #inItems = false;

  constructor(item: (item: unknown) => void) {
    this.#item = item;
  }

  take(chunk: string): void {
    this.#text += chunk;
    this.#scan();
    // Outside of the items there is little; within them only what is not done with yet is kept.
    if (!this.#inItems) return;
    const from = this.#start >= 0 ? this.#start : this.#at;
    this.#text = this.#text.slice(from);
    this.#at -= from;
    if (this.#start >= 0) this.#start = 0;
  }

  /** The list without its items. Throws a ClusterFailure when it is none, or broke off. */
  rest(): unknown {
    const text = this.#outside + this.#text;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new ClusterFailure(/^\s*</.test(text) ? 'not-kubernetes' : 'truncated', { status: 200 });
    }
  }

  #scan(): void {
    const text = this.#text;
    const { length } = text;
    // In locals: this loop sees every character that a cluster sends.
    let at = this.#at;
    let inString = this.#inString;
    for (; at < length; at += 1) {
      if (inString) {
        at = text.indexOf('"', at);
        if (at < 0) at = length;
        else if (!isEscaped(text, at)) inString = false;
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === QUOTE) inString = true;
      else if (code === 123 || code === 91) this.#open(code, at);
      else if ((code === 125 || code === 93) && this.#close(at)) return this.#scan();
    }
    this.#at = length;
    this.#inString = inString;
  }

  /** Whether the items have ended there: then what follows is the text. */
  #close(at: number): boolean {
    this.#depth -= 1;
    if (!this.#inItems || this.#depth > 2) return false;
    if (this.#depth === 2) {
      if (this.#start >= 0) this.#item(parse(this.#text.slice(this.#start, at + 1)));
      this.#start = -1;
      return false;
    }
    this.#inItems = false;
    // The closing bracket of the list that was emptied.
    this.#outside += ']';
    this.#text = this.#text.slice(at + 1);
    this.#at = 0;
    this.#inString = false;
    return true;
  }

  #open(code: number, at: number): void {
    this.#depth += 1;
    if (this.#inItems && this.#depth === 3) this.#start = at;
    else if (code === 91 && this.#depth === 2 && /"items"\s*:\s*$/.test(this.#text.slice(Math.max(0, at - 20), at))) {
      this.#inItems = true;
      this.#outside += this.#text.slice(0, at + 1);
    }
  }
}

function isEscaped(text: string, quote: number): boolean {
  let before = quote - 1;
  while (before >= 0 && text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (quote - 1 - before) % 2 === 1;
}

function parse(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return isRaw(value) ? value : undefined;
  } catch {
    throw new ClusterFailure('truncated');
  }
}
