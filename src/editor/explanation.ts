/** The hover's Markdown. Text that may come from the user's file is escaped, so that it can neither format nor link. */
import { type Explanation } from '../core/model/fix';
import { type Message } from '../core/model/message';
import { type Phrases } from './phrases';

/**
 * Table, what changes, what is in this file, advice, sources. Not the title: it is the finding's message, which
 * VS Code shows in the same hover.
 */
export function explanationMarkdown(explanation: Omit<Explanation, 'title'>, phrases: Phrases): string {
  const text = (message: Message): string => escapeMarkdown(phrases.of(message));
  const blocks: string[] = [];
  if (explanation.rows.length > 0) {
    // VS Code draws tables without padding: the longest label would touch its value.
    const rows = explanation.rows.map(({ label, value }) => `| ${text(label)}&nbsp;&nbsp; | ${text(value)} |`);
    blocks.push(['| | |', '|:--|:--|', ...rows].join('\n'));
  }
  const list = (heading: string, items: readonly string[]): void => {
    if (items.length > 0) blocks.push(`**${escapeMarkdown(heading)}**\n\n${items.map(item => `- ${item}`).join('\n')}`);
  };
  list(phrases.say('editor.hover.changes'), explanation.changes.map(text));
  list(phrases.say('editor.hover.onThisFile'), explanation.onThisFile.map(text));
  list(phrases.say('editor.hover.advice'), explanation.advice.map(text));
  list(phrases.say('editor.hover.sources'), explanation.sources.map(sourceLink));
  return blocks.join('\n\n');
}

/**
 * Plain text as Markdown: what stands between two backticks becomes code, everything that Markdown or HTML could
 * act on elsewhere is made literal, addresses do not turn into links, and a line end becomes a space.
 */
export function escapeMarkdown(text: string): string {
  const parts = text.replace(/\s*[\r\n]+\s*/g, ' ').split('`');
  if (parts.length % 2 === 0) return parts.map(escapeProse).join('\\`');
  return parts.map((part, index) => (index % 2 === 0 ? escapeProse(part) : code(part))).join('');
}

function escapeProse(text: string): string {
  return text
    .replace(/[\\*_{}[\]()#+!|~$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, match => `${match.slice(0, 3)}\\.`)
    .replace(/^(\s*\d*)([-.])(?=\s)/, '$1\\$2');
}

function code(text: string): string {
  return text.trim() === '' ? text : `\`${text.replace(/\|/g, '\\|')}\``;
}

/** A link only to what is a plain web address; anything else is shown as text. */
export function sourceLink(source: string): string {
  if (!/^https:\/\/[^\s<>()[\]\\]+$/.test(source)) return escapeMarkdown(source);
  return `[${escapeMarkdown(source.replace(/^https:\/\//, ''))}](${source})`;
}
