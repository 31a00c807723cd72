/** Markdown that reads well as it is: what a cluster or a file says never becomes markup. */
import { type CheckResult, type Subject } from '../model/check';
import { message } from '../model/message';
import { accessWords } from '../readiness/run';
import { objectName, type ReportInput, type Say } from './input';
import { type ReportEntry, reportSections } from './sections';

/** The whole report. */
export function reportMarkdown(input: ReportInput, say: Say): string {
  const { title, verdict, facts, notices, blockers, steps, notChecked, footer } = reportSections(input, say);
  const lines = [`# ${escape(title)}`, '', `**${escape(verdict)}**`, ''];
  for (const [name, value] of facts) lines.push(`- ${escape(name)}: ${escape(value)}`);
  for (const notice of notices) lines.push('', `> ${escape(notice)}`);
  if (blockers.bars.length > 0) {
    lines.push('', `## ${escape(blockers.title)}`, '');
    for (const { label, value } of blockers.bars)
      lines.push(`- ${escape(label)}: ${value} ${'■'.repeat(Math.min(value, 40))}`);
  }
  for (const step of steps) {
    lines.push('', `## ${escape(step.title)}`, '', escape(step.summary));
    for (const part of step.entries) lines.push(...entryLines(part, say));
    if (step.passed.length > 0)
      lines.push('', `### ${escape(say(message('report.passed', { count: step.passed.length })))}`, '');
    for (const line of step.passed) lines.push(`- ${escape(line)}`);
    if (step.notApplicable.length > 0)
      lines.push('', `### ${escape(say(message('report.notApplicable', { count: step.notApplicable.length })))}`, '');
    for (const line of step.notApplicable) lines.push(`- ${escape(line)}`);
  }
  if (notChecked.lines.length > 0) {
    lines.push('', `## ${escape(notChecked.title)}`, '');
    for (const line of notChecked.lines) lines.push(`- ${escape(line)}`);
  }
  lines.push('', escape(footer), '');
  return lines.join('\n');
}

/** One check, or one of its objects, with all that is known of it. */
export function explainMarkdown(result: CheckResult, subject: Subject | null, say: Say): string {
  const key = (name: string, args?: Parameters<typeof message>[1]): string => say(message(`report.${name}`, args));
  const state = say(message(`cluster.state.${subject?.state ?? result.state}`));
  const lines = [`# ${escape(subject === null ? say(result.title) : objectName(subject))}`, ''];
  if (subject !== null) lines.push(`${escape(say(result.title))} (${result.checkId})`, '');
  lines.push(`**${escape(state)}** · ${escape(say(subject?.message ?? result.message))}`);
  if (subject?.owner) lines.push('', escape(key('belongsTo', { owner: objectName(subject.owner) })));
  if (result.reason !== null) {
    lines.push('', `## ${escape(key('notCheckedWhy'))}`);
    if (subject !== null || result.reason !== result.message) lines.push('', escape(say(result.reason)));
    if (result.missing.length > 0) lines.push('', `${escape(key('missing'))}`, '');
    for (const access of result.missing) lines.push(`- ${code(accessWords(access))}`);
  }
  const evidence = [...(subject?.evidence ?? []), ...result.evidence];
  if (evidence.length > 0) lines.push('', `## ${escape(key('evidence'))}`, '');
  for (const item of evidence) lines.push(`- ${escape(say(item))}`);
  if (subject === null && result.subjects.length > 0) {
    lines.push('', `## ${escape(key('objects', { count: result.subjects.length }))}`, '');
    for (const item of result.subjects.slice(0, 500)) {
      const itemState = say(message(`cluster.state.${item.state}`));
      lines.push(`- ${escape(itemState)}: ${escape(objectName(item))}: ${escape(say(item.message))}`);
    }
    const more = result.subjects.length - 500;
    if (more > 0) lines.push(`- ${escape(say(message('cluster.report.more', { count: more })))}`);
  }
  const concerned = result.subjects.length > 0;
  if (result.remediation !== null && concerned)
    lines.push('', `## ${escape(key('fix'))}`, '', escape(say(result.remediation)));
  const commands = subject?.commands ?? [...new Set(result.subjects.flatMap(item => item.commands))].slice(0, 20);
  if (commands.length > 0) lines.push('', `## ${escape(key('commands'))}`, '', ...fence(commands));
  lines.push('', `## ${escape(key('sources'))}`, '');
  for (const source of [result.documentation, ...result.sources]) lines.push(`- ${link(source)}`);
  lines.push('');
  return lines.join('\n');
}

function entryLines(entry: ReportEntry, say: Say): readonly string[] {
  const key = (name: string): string => escape(say(message(`report.${name}`)));
  const lines = ['', `### ${escape(entry.stateText)}: ${escape(entry.title)}`, '', escape(entry.text)];
  if (entry.reason !== null) lines.push('', `${key('notCheckedWhy')}${key('colon')}${escape(entry.reason)}`);
  if (entry.evidence.length > 0) lines.push('', `${key('evidence')}:`, '');
  for (const item of entry.evidence) lines.push(`- ${escape(item)}`);
  if (entry.owners.length > 0) lines.push('');
  for (const { name, objects } of entry.owners) {
    const indent = name === null ? '' : '  ';
    if (name !== null) lines.push(`- ${escape(name)}`);
    for (const object of objects) {
      lines.push(`${indent}- ${escape(object.name)}: ${escape(object.text)}`);
      for (const item of object.evidence) lines.push(`${indent}  - ${escape(item)}`);
    }
  }
  if (entry.more !== null) lines.push(`- ${escape(entry.more)}`);
  if (entry.fix !== null) lines.push('', `${key('fix')}${key('colon')}${escape(entry.fix)}`);
  if (entry.commands.length > 0) lines.push('', ...fence(entry.commands));
  lines.push('', `${key('sources')}${key('colon')}${entry.sources.map(link).join(', ')}`);
  return lines;
}

/** One line, without control characters, and nothing in it that Markdown or HTML would act on. */
function escape(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').replace(/[\\`*_[\]<>|#~&]/g, '\\$&');
}

function code(text: string): string {
  return `\`${text.replace(/[`\u0000-\u001f]/g, ' ')}\``;
}

function fence(commands: readonly string[]): readonly string[] {
  return ['```sh', ...commands.map(command => command.replace(/[\u0000-\u001f]+/g, ' ').replace(/```/g, "'''")), '```'];
}

/** Only addresses of the project's own data come here; anything else is shown as text. */
function link(source: string): string {
  return /^https:\/\/[^\s<>]+$/.test(source) ? `<${source}>` : escape(source);
}
