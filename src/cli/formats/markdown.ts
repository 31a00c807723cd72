/** For a pull request or a wiki page. */
import { type ReportFinding, type ScanResult } from '../report';
import { type Session } from '../session';
import { place, resourceName, summaryLines } from './text';

export function formatMarkdown({ report }: ScanResult, session: Session): string {
  const { say, options } = session;
  const lines = [`# ${say('cli.markdown.title')}`];
  if (!options.quiet) lines.push('', ...summaryLines(report, session).map(line => `- ${escape(line)}`));
  const byFile = new Map<string, ReportFinding[]>();
  for (const finding of report.findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  for (const [file, findings] of byFile) {
    lines.push('', `## ${escape(file)}`, '');
    lines.push(
      row((['line', 'severity', 'resource', 'finding', 'fix'] as const).map(key => say(`cli.markdown.${key}`))),
    );
    lines.push(row(['---:', '---', '---', '---', '---']));
    for (const finding of findings) {
      lines.push(
        row([
          String(finding.range.start.line + 1),
          say(`cli.severity.${finding.severity}`),
          escape(resourceName(finding.resource)),
          `${escape(finding.message)} [${finding.ruleId}](${finding.documentation})`,
          say(`cli.fix.${finding.fix}`),
        ]),
      );
    }
  }
  if (report.problems.length > 0) {
    lines.push('', `## ${say('cli.table.problems')}`, '');
    for (const { file, range, message } of report.problems) {
      const where = `${file ?? say('cli.table.wholeRun')}${range === null ? '' : `:${place(range.start)}`}`;
      lines.push(`- ${escape(where)}: ${escape(message)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What a manifest or a file name says must not become markup. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');
}
