/** Go template actions in a text, found the way Go's own lexer ends them (golang/go src/text/template/parse/lex.go). */
import { type Span } from '../model/text';

export type ActionKind = 'comment' | 'open' | 'else' | 'end' | 'assign' | 'output';

export interface Action extends Span {
  /** `open` starts a block (if, with, range, define, block); `output` may write text. */
  readonly kind: ActionKind;
  /** First word, such as `if` or `include`. */
  readonly word: string;
  /** What stands between the delimiters, trim markers and blanks left out. */
  readonly body: string;
}

const OPENERS = new Set(['if', 'with', 'range', 'define', 'block']);

/** Actions in order. An unclosed `{{` is no action: it and all after it stay text. */
export function findActions(text: string): Action[] {
  const actions: Action[] = [];
  let at = text.indexOf('{{');
  while (at >= 0) {
    const end = actionEnd(text, at + 2);
    if (end === undefined) break;
    actions.push(classify(text, at, end));
    at = text.indexOf('{{', end);
  }
  return actions;
}

/** Offset just after the closing `}}`; undefined when there is none. */
function actionEnd(text: string, from: number): number | undefined {
  const comment = /^-?\s*\/\*/.exec(text.slice(from, from + 8));
  if (comment) {
    const close = text.indexOf('*/', from);
    if (close < 0) return undefined;
    const end = text.indexOf('}}', close + 2);
    return end < 0 ? undefined : end + 2;
  }
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '}' && text[at + 1] === '}') return at + 2;
    // No action holds a brace: this one was never closed, and Go refuses the template.
    if (character === '{') return undefined;
    if (character === '"' || character === "'") {
      at = stringEnd(text, at, character);
      if (at < 0) return undefined;
    } else if (character === '`') {
      at = text.indexOf('`', at + 1);
      if (at < 0) return undefined;
    }
  }
  return undefined;
}

/** Offset of the closing quote; a line end or the end of the text ends nothing, as in Go, which then refuses the template. */
function stringEnd(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
    else if (text[at] === '\n') return -1;
  }
  return -1;
}

function classify(text: string, start: number, end: number): Action {
  const body = text
    .slice(start + 2, end - 2)
    .replace(/^-(?=\s)/, '')
    .replace(/(?<=\s)-$/, '')
    .trim();
  const word = /^[\w$.]+/.exec(body)?.[0] ?? '';
  return { start, end, word, body, kind: kindOf(body, word) };
}

function kindOf(body: string, word: string): ActionKind {
  if (body.startsWith('/*')) return 'comment';
  if (OPENERS.has(word)) return 'open';
  if (word === 'else') return 'else';
  if (word === 'end') return 'end';
  return /^\$\w*\s*:?=(?!=)/.test(body) ? 'assign' : 'output';
}
