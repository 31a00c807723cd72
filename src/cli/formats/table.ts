/** For a person at a terminal: findings by file, the message first, the rest below it. */
import { type Severity } from '../../core';
import { type ReportFinding, type ScanResult } from '../report';
import { type Session, type Terminal } from '../session';
import { displayWidth, place, resourceName, summaryLines, wrap } from './text';

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };
const BOLD = 1;
const DIM = 90;

export function formatTable({ report }: ScanResult, session: Session, terminal: Terminal): string {
  const { say, options } = session;
  const paint = (code: number, text: string): string => (terminal.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  const places = report.findings.map(finding => place(finding.range.start).length);
  const severities = report.findings.map(finding => displayWidth(say(`cli.severity.${finding.severity}`)));
  const placeWidth = places.reduce((a, b) => Math.max(a, b), 0);
  const severityWidth = severities.reduce((a, b) => Math.max(a, b), 0);
  const indent = 2 + placeWidth + 2 + severityWidth + 2;
  const room = terminal.width === null ? Infinity : Math.max(20, terminal.width - indent);

  const entry = (finding: ReportFinding): void => {
    const severity = say(`cli.severity.${finding.severity}`);
    const head =
      `  ${place(finding.range.start).padEnd(placeWidth)}  ` +
      `${paint(COLOURS[finding.severity], severity)}${' '.repeat(severityWidth - displayWidth(severity))}  `;
    wrap(finding.message, room).forEach((line, at) => lines.push(at === 0 ? head + line : ' '.repeat(indent) + line));
    const details = [resourceName(finding.resource), finding.ruleId, say(`cli.fix.${finding.fix}`)].join(' · ');
    for (const line of wrap(details, room)) lines.push(' '.repeat(indent) + paint(DIM, line));
  };

  let file: string | undefined;
  for (const finding of report.findings) {
    if (finding.file !== file) {
      if (file !== undefined) lines.push('');
      file = finding.file;
      lines.push(paint(BOLD, file));
    }
    entry(finding);
  }
  if (report.problems.length > 0) {
    if (lines.length > 0) lines.push('');
    lines.push(paint(BOLD, say('cli.table.problems')));
    for (const { file: name, range, message } of report.problems) {
      const where = `${name ?? say('cli.table.wholeRun')}${range === null ? '' : `:${place(range.start)}`}`;
      lines.push(`  ${where}  ${message}`);
    }
  }
  if (!options.quiet) {
    if (lines.length > 0) lines.push('');
    lines.push(...summaryLines(report, session));
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
