/** Where "Ignore this rule here" writes its comment. Knows no VS Code. */
import { type Edit, type Span } from '../core/model/text';
import { type Syntax } from '../core/model/document';

const MARK = 'kube-upgrade-ignore';
/** A list of rules that this line ignores already. */
const EXISTING = new RegExp(`${MARK}[ \\t]+([\\w-]+(?:[ \\t]*,[ \\t]*[\\w-]+)*)`);

/**
 * The edit that makes `ruleId` ignored on the line of `span`; undefined for JSON, which has no comments.
 * It goes to the end of the line, after a comment that stands there already: above the first key it would cover the
 * whole document.
 */
export function ignoreEdit(text: string, span: Span, ruleId: string, syntax: Syntax): Edit | undefined {
  if (syntax === 'json') return undefined;
  const [open, close] = syntax === 'helm' ? ['{{/* ', ' */}}'] : ['# ', ''];
  const lineEnd = endOfLine(text, span.end);
  const rest = text.slice(span.end, lineEnd);
  const existing = EXISTING.exec(rest);
  if (existing !== null) {
    const at = span.end + existing.index + existing[0].length;
    return { start: at, end: at, newText: `, ${ruleId}` };
  }
  const blanks = /[ \t]*$/.exec(rest)![0].length;
  return { start: lineEnd - blanks, end: lineEnd, newText: ` ${open}${MARK} ${ruleId}${close}` };
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}
