/**
 * First tier: one pass over a document's text finds the apiVersions, kinds and trigger words in it, without a parse.
 * It may be unsure (then the document is parsed), but it must never be wrong: a fuzz test holds it to that.
 */
import { type ResourceRef } from '../model/finding';
import { type Span } from '../model/text';
import { maskTemplate } from './mask';
import { isPlainlyWhole } from './whole';

export interface Scan {
  /** Values of every `apiVersion:` key, at any depth. */
  readonly apiVersions: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  /** Something may hide an apiVersion or a kind (an alias, an escape, a tag, a value on the next line), or the text may be no YAML at all. */
  readonly unsure: boolean;
  /** The object at the root, as far as its first lines tell. */
  readonly root: ScannedRoot | null;
}

/** `ref.apiVersion` is "" where a template expression gives it; the span is that of the value. */
export interface ScannedRoot extends Span {
  readonly ref: ResourceRef;
}

const NOTHING: Scan = { apiVersions: new Set(), kinds: new Set(), unsure: false, root: null };

/** Keys written so that a text search would miss them: escapes in a quoted key, an alias as key, an explicit key. */
const HIDDEN_KEY = /"[^"\n]*\\[xuU][^"\n]*"[ \t]*:|(?:^|[\s{,[?-])\*[^\s,[\]{}]+[ \t]+:|^[ \t-]*\?[ \t\r\n]/m;

export function scanDocument(text: string): Scan {
  const unusual = hasHiddenKey(text);
  if (!unusual && !text.includes('apiVersion')) return NOTHING;
  const apiVersions = new Set<string>();
  const kinds = new Set<string>();
  const sureVersions = collect(text, 'apiVersion', apiVersions);
  const sureKinds = apiVersions.size === 0 && sureVersions ? true : collect(text, 'kind', kinds);
  const whole =
    (apiVersions.size === 0 && sureVersions) || isPlainlyWhole(text.includes('{{') ? maskTemplate(text).text : text);
  return { apiVersions, kinds, unsure: unusual || !sureVersions || !sureKinds || !whole, root: rootOf(text) };
}

function hasHiddenKey(text: string): boolean {
  if (!text.includes('\\') && !text.includes('*') && !text.includes('?')) return false;
  return HIDDEN_KEY.test(text);
}

/** Adds the value of each `key:`; false when one of them cannot be read from its line alone. */
function collect(text: string, key: string, into: Set<string>): boolean {
  let sure = true;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    if (isWordCharacter(text.charCodeAt(at - 1))) continue;
    const colon = colonAfter(text, at + key.length);
    if (colon < 0) {
      // `"apiVersion"` without a colon may be a key all the same to a parser that goes on after an error.
      if (isQuote(text[at + key.length])) sure = false;
      continue;
    }
    const value = valueAfter(text, colon + 1);
    if (value === undefined) sure = false;
    else into.add(value);
  }
  return sure;
}

/** Letters, digits, `_`, `.`, `-` and `/` before a key make it another word. NaN (start of text) is none. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 46 ||
    code === 47
  );
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

function colonAfter(text: string, from: number): number {
  let at = from;
  if (isQuote(text[at])) at++;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === ':' ? at : -1;
}

/** The scalar that ends on this line; undefined when an alias, a tag, a quote's escape or the next line may say more. */
function valueAfter(text: string, from: number): string | undefined {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  const first = text[at];
  if (first === '"' || first === "'") {
    const close = text.indexOf(first, at + 1);
    const value = close < 0 ? '\n' : text.slice(at + 1, close);
    return /[\n\\]/.test(value) || text[close + 1] === "'" ? undefined : value;
  }
  if (first === undefined || '\r\n#&*!|>?%@`[{'.includes(first)) {
    return first === '{' && text[at + 1] === '{' ? '' : undefined;
  }
  let end = at;
  while (end < text.length && !' \t\r\n,}]'.includes(text[end]!)) end++;
  return text.slice(at, end);
}

/** Root object of a block document whose keys stand at column 0, or of a JSON document; what is written otherwise is left to the parser. */
function rootOf(text: string): ScannedRoot | null {
  const flow = /^(?:---)?\s*\{(?!\{)/.test(text);
  const apiVersion = keyValue(text, 'apiVersion', flow);
  const kind = keyValue(text, 'kind', flow);
  if (!apiVersion || !kind || kind.value === '') return null;
  const metadata = flow
    ? undefined
    : /^metadata:[ \t]*(?:#.*)?\r?\n((?:(?:[ \t].*|#.*)?(?:\r?\n|$))*)/m.exec(text)?.[1];
  return {
    start: apiVersion.start,
    end: apiVersion.end,
    ref: {
      apiVersion: apiVersion.value,
      kind: kind.value,
      namespace: fieldOf(metadata, 'namespace'),
      name: fieldOf(metadata, 'name'),
    },
  };
}

/** What follows a colon: one word and at most a comment, and no deeper line that would go on with it. A template's word is told by the parser. */
const ONE_LINE =
  /^[ \t]+(?:[^\s,"']+|"[^"\n]*"|'[^'\n]*'|\{\{.*\}\})[ \t]*(?:[ \t]#.*)?\r?(?:$|\n(?!(?:[ \t]*\r?\n)*[ \t]+[^\s#]))/;

/** Value of the root's first such key: at column 0, or quoted and inside one pair of braces only. */
function keyValue(text: string, key: string, flow: boolean): (Span & { readonly value: string }) | undefined {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const quoted = isQuote(text[at - 1]) ? 1 : 0;
    const atRoot = flow
      ? quoted === 1 && isInOuterBraces(text, at - 1)
      : at - quoted === 0 || text[at - 1 - quoted] === '\n';
    const colon = atRoot ? colonAfter(text, at + key.length) : -1;
    // A quote at one end only is part of another key.
    const closed = isQuote(text[at + key.length]) ? 1 : 0;
    if (colon < 0 || closed !== quoted) continue;
    const value = valueAfter(text, colon + 1);
    const rest = text.slice(colon + 1, colon + 1000);
    if (value === undefined || (!flow && !ONE_LINE.test(rest))) return undefined;
    const start = colon + 1 + /^[ \t]*/.exec(rest)![0].length;
    return { value, start, end: start + value.length + (isQuote(text[start]) ? 2 : 0) };
  }
  return undefined;
}

function isInOuterBraces(text: string, offset: number): boolean {
  let depth = 0;
  for (let at = 0; at < offset; at++) {
    const character = text[at];
    if (character === '"') {
      for (at++; at < offset && text[at] !== '"'; at++) if (text[at] === '\\') at++;
      if (at >= offset) return false;
    } else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
  }
  return depth === 1;
}

/** Only a field of metadata itself: at the least indentation seen. */
function fieldOf(block: string | undefined, field: string): string | null {
  const indent = block === undefined ? undefined : /^([ \t]+)[^\s#]/m.exec(block)?.[1];
  if (block === undefined || indent === undefined) return null;
  const match = new RegExp(`^${indent}${field}:[ \\t]*(.*)$`, 'm').exec(block);
  return match ? (valueAfter(match[1]!, 0) ?? null) : null;
}
