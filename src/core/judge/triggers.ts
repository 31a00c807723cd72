/**
 * Finds which of many trigger words a text holds, in one pass: an alternation of a hundred words is slow in any regular
 * expression engine, and most documents hold none.
 */

/** Letters, digits and `_`: a trigger must begin where one of these follows something else, or the text's start. */
const WORD = new Uint8Array(128);
for (let code = 0; code < 128; code++) WORD[code] = /\w/.test(String.fromCharCode(code)) ? 1 : 0;

/** A trigger's least length: the first characters are what the table is keyed by. */
const LEAST = 4;

export class TriggerMatcher {
  /** First two characters → whether any trigger begins so. */
  readonly #pairs = new Uint8Array(128 * 128);
  /** First four characters → triggers. */
  readonly #byPrefix = new Map<string, { readonly word: string; readonly owner: number }[]>();

  /** `owners[i]` are the trigger words of owner i. Throws for a trigger that the table cannot hold: a rule's bug. */
  constructor(owners: readonly (readonly string[])[]) {
    owners.forEach((words, owner) => {
      for (const word of words) {
        if (!/^[\t\n\r\x20-\x7e]{4,}$/.test(word) || !/^\w/.test(word))
          throw new Error(`trigger “${word}” must be at least 4 characters and begin with a letter or digit`);
        this.#pairs[word.charCodeAt(0) * 128 + word.charCodeAt(1)] = 1;
        const prefix = word.slice(0, LEAST);
        const list = this.#byPrefix.get(prefix);
        if (list) list.push({ word, owner });
        else this.#byPrefix.set(prefix, [{ word, owner }]);
      }
    });
  }

  /** Owners of the triggers found. */
  find(text: string): ReadonlySet<number> {
    const found = new Set<number>();
    const last = text.length - LEAST;
    let inside = 0;
    for (let at = 0; at <= last; at++) {
      const code = text.charCodeAt(at);
      const isWord = code < 128 ? WORD[code]! : 0;
      if (isWord === 1 && inside === 0) {
        const next = text.charCodeAt(at + 1);
        if (next < 128 && this.#pairs[code * 128 + next] === 1) this.#match(text, at, found);
      }
      inside = isWord;
    }
    return found;
  }

  #match(text: string, at: number, found: Set<number>): void {
    const candidates = this.#byPrefix.get(text.slice(at, at + LEAST));
    if (!candidates) return;
    for (const { word, owner } of candidates) if (text.startsWith(word, at)) found.add(owner);
  }
}
