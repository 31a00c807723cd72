/** What a migration did, as a document: Markdown that nobody has to save. Knows no VS Code. */
import { type Phrases } from '../editor/phrases';

export interface SummaryLine {
  readonly uri: string;
  readonly label: string;
  /** From 0. */
  readonly line: number;
  readonly text: string;
}

export interface Summary {
  /** Null where the files have several targets. */
  readonly version: string | null;
  readonly converted: number;
  readonly files: number;
  readonly kept: readonly SummaryLine[];
  readonly left: readonly SummaryLine[];
}

/** One sentence for the status bar. */
export function summarySentence({ converted, files, left }: Summary, phrases: Phrases): string {
  const done = phrases.say('workspace.migrate.done', {
    count: converted,
    files,
  });
  const rest = left.length === 0 ? '' : phrases.say('workspace.migrate.left', { count: left.length });
  return [done, rest].filter(part => part !== '').join(phrases.language === 'en' ? ' ' : '');
}

export function summaryDocument(summary: Summary, phrases: Phrases): string {
  const { version, kept, left } = summary;
  const heading =
    version === null
      ? phrases.say('workspace.summary.headingMany')
      : phrases.say('workspace.summary.heading', { version });
  const rows = [`# ${heading}`, '', summarySentence(summary, phrases), '', phrases.say('workspace.summary.undo')];
  if (kept.length > 0)
    rows.push(
      '',
      `## ${phrases.say('workspace.summary.kept')}`,
      '',
      ...kept.map(row => `* ${code(row.label)}: ${escape(row.text)}`),
    );
  rows.push('', `## ${phrases.say('workspace.summary.left')}`, '');
  if (left.length === 0) rows.push(phrases.say('workspace.summary.leftNothing'));
  for (const { label, uri, line, text } of left) {
    const place = phrases.say('workspace.summary.line', { line: line + 1 });
    rows.push(`* [${escape(label)}, ${place}](<${uri}#L${line + 1}>): ${escape(text)}`);
  }
  return `${rows.join('\n')}\n`;
}

function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
