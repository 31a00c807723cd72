/** The flow half of telling well-formed YAML without a parse: JSON texts, and collections in brackets on one line. */

/** JSON without a key that stands twice in one object. */
export function isWholeJson(text: string): boolean {
  // A key that stands twice in one object would be swallowed; JSON.parse does not tell, so objects keep their size.
  if (/^---|\t|\r(?!\n)/.test(text)) return false;
  try {
    return countKeys(JSON.parse(text) as unknown) === countColons(text);
  } catch {
    return false;
  }
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const inner of Object.values(value)) count += countKeys(inner);
  return count;
}

/** Colons after keys: those outside strings. */
function countColons(text: string): number {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
}

/** Blanks, brackets, commas, quoted texts on one line, colons, plain words. */
const FLOW_TOKEN =
  / +|[[\]{},]|"(?:[^"\\\r\n]|\\["\\/nt])*"|'(?:[^'\r\n]|'')*'|:(?= |$|[,\]}])|(?:[^\s,[\]{}:"']|:(?![\s,[\]{}]|$))(?:[^\s,[\]{}:#]|:(?![\s,[\]{}]|$)|(?<=\S)#| +(?=[^\s,[\]{}:#]))*|[^]/g;
/** A quoted text, or a plain word that begins with a letter, a digit or what is as harmless. */
const FLOW_WORD = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\w./$~+=<(^\\][^]*|-[^\s-][^]*)$/;

/** Length of the flow collection with which a line begins, if it ends there and holds only plain words, quoted texts and further ones; else 0. */
export function flowLength(line: string): number {
  const stack: string[] = [];
  // What may come: a value, a separator, or (after a key's colon) a value only.
  let after: 'start' | 'comma' | 'colon' | 'value' = 'start';
  let word = '';
  /** Keys of each open collection, and whether the current entry has had its colon. */
  const keys: Set<string>[] = [];
  let hasColon = false;
  const outer: boolean[] = [];
  for (const match of line.matchAll(FLOW_TOKEN)) {
    const token = match[0];
    const first = token[0]!;
    if (first === ' ') continue;
    if (first === '{' || first === '[') {
      if (after === 'value') return 0;
      stack.push(first);
      keys.push(new Set());
      outer.push(hasColon);
      hasColon = false;
      after = 'start';
    } else if (first === '}' || first === ']') {
      if (stack.pop() !== (first === '}' ? '{' : '[')) return 0;
      keys.pop();
      hasColon = outer.pop() ?? false;
      word = '';
      after = 'value';
      if (stack.length === 0) return match.index + token.length;
    } else if (first === ',') {
      if (after !== 'value') return 0;
      hasColon = false;
      after = 'comma';
    } else if (token === ': ' || token === ':') {
      const seen = keys.at(-1);
      if (after !== 'value' || stack.at(-1) === '[' || hasColon || !seen || seen.has(word)) return 0;
      seen.add(word);
      hasColon = true;
      after = 'colon';
    } else if (after === 'value' || !FLOW_WORD.test(token)) return 0;
    else {
      word = /^["']/.test(token) ? token.slice(1, -1) : token;
      after = 'value';
    }
  }
  return 0;
}
