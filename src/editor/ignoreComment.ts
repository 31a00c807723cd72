/** Where "Ignore this rule here" writes its comment. Knows no VS Code. */
import { type Edit, type Span } from '../core/model/text';
import { type Syntax } from '../core/model/document';

const MARK = 'kube-upgrade-ignore';

/**
 * The edit that makes `ruleId` ignored at `span`; undefined for JSON, which has no comments.
 * A line that ends in a comment of its own keeps it: ours goes to the line above, with the same indentation.
 */
export function ignoreEdit(text: string, span: Span, ruleId: string, syntax: Syntax): Edit | undefined {
  if (syntax === 'json') return undefined;
  const [open, close] = syntax === 'helm' ? ['{{/* ', ' */}}'] : ['# ', ''];
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = endOfLine(text, span.end);
  const rest = text.slice(span.end, lineEnd);

  const existing = new RegExp(`${MARK}[ \\t]+([\\w-]+(?:[ \\t]*,[ \\t]*[\\w-]+)*)`).exec(rest);
  if (existing !== null) {
    const at = span.end + existing.index + existing[0].length;
    return { start: at, end: at, newText: `, ${ruleId}` };
  }
  if (/(?:^|[\s,}\]])#/.test(rest) || rest.includes('{{')) {
    const indent = /^[ \t]*/.exec(text.slice(lineStart, span.start))![0];
    const eol = text[lineEnd] === '\r' ? '\r\n' : '\n';
    return { start: lineStart, end: lineStart, newText: `${indent}${open}${MARK} ${ruleId}${close}${eol}` };
  }
  const blanks = /[ \t]*$/.exec(rest)![0].length;
  return { start: lineEnd - blanks, end: lineEnd, newText: ` ${open}${MARK} ${ruleId}${close}` };
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}
