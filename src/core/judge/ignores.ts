/** Ignore comments: `# kube-upgrade-ignore <rule>[, <rule>] [until YYYY-MM-DD] [reason]`, in templates in an action comment. */
import { type Problem } from '../model/finding';
import { message } from '../model/message';

export interface Ignore {
  readonly rules: readonly string[];
  /** Last day on which it holds; null for always. */
  readonly until: string | null;
  /** Offsets of the text it covers. */
  readonly start: number;
  readonly end: number;
}

const WORD = 'kube-upgrade-ignore';
const COMMENT =
  /(?:^|(?<=\s))#[ \t]*kube-upgrade-ignore\b([^\r\n]*)|\{\{-?\s*\/\*[ \t]*kube-upgrade-ignore\b([\s\S]*?)\*\//gm;
const RULES = /^\s+([a-z][\w-]*(?:\s*,\s*[a-z][\w-]*)*)(?:\s+until\s+(\S+))?/;

/** Ignores of a document, and problems with comments that name no rule or no date. */
export function readIgnores(text: string): { ignores: Ignore[]; problems: Problem[] } {
  const ignores: Ignore[] = [];
  const problems: Problem[] = [];
  if (!text.includes(WORD)) return { ignores, problems };
  const firstKey = firstKeyOffset(text);
  for (const match of text.matchAll(COMMENT)) {
    const start = match.index;
    const end = start + match[0].length;
    const parsed = RULES.exec(match[1] ?? match[2] ?? '');
    if (!parsed || (parsed[2] !== undefined && !isDate(parsed[2]))) {
      problems.push({ start, end, message: message(parsed ? 'problem.ignoreDate' : 'problem.ignoreRule') });
      continue;
    }
    const rules = parsed[1]!.split(/\s*,\s*/);
    ignores.push({ rules, until: parsed[2] ?? null, ...coverage(text, start, end, firstKey) });
  }
  return { ignores, problems };
}

/** An end-of-line comment covers its line, one of its own the next line of content, one before the first key everything. */
function coverage(text: string, start: number, end: number, firstKey: number): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^(?:---)?\s*$/.test(text.slice(lineStart, start))) return { start: lineStart, end: lineEnd(text, end) };
  if (end <= firstKey) return { start: 0, end: text.length };
  let next = lineEnd(text, end) + 1;
  while (next < text.length && /^[ \t]*(?:#|\r?$)/.test(text.slice(next, lineEnd(text, next))))
    next = lineEnd(text, next) + 1;
  return { start: next, end: lineEnd(text, next) };
}

/** Offset of the first line that is neither blank, comment, marker nor a template action. */
function firstKeyOffset(text: string): number {
  for (let at = 0; at < text.length; at = lineEnd(text, at) + 1) {
    if (!/^\s*(?:#.*|---.*|%.*|\{\{.*|\*\/.*)?$/.test(text.slice(at, lineEnd(text, at)))) return at;
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

function isDate(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text);
}

/** Whether an ignore holds on this day for this rule at this offset. */
export function isIgnored(ignores: readonly Ignore[], ruleId: string, offset: number, today: string): boolean {
  return ignores.some(
    ignore =>
      ignore.rules.includes(ruleId) &&
      offset >= ignore.start &&
      offset <= ignore.end &&
      (ignore.until === null || today <= ignore.until),
  );
}
