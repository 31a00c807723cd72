/** The cluster report as table, Markdown and JUnit; the JSON is the report itself. */
import { type ClusterKey, type ClusterReport, type ReportCheck, type ReportSubject } from '../cluster';
import { type MessageArg } from '../core';
import { type ClusterFormat } from './clusterOptions';

export type SayCluster = (key: ClusterKey, args?: Readonly<Record<string, MessageArg>>) => string;

const MOST_SUBJECTS = 20;

export function formatCluster(format: ClusterFormat, report: ClusterReport, quiet: boolean, say: SayCluster): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown':
      return markdown(report, quiet, say);
    case 'junit':
      return junit(report);
    case 'table':
      return table(report, quiet, say);
  }
}

function heading({ cluster, target }: ClusterReport, say: SayCluster): string {
  const version = cluster.version ?? say('cluster.report.unknownVersion');
  return say('cluster.report.title', { ...cluster, version, path: target.path.join(' → ') });
}

function closing({ summary, verdict }: ClusterReport, say: SayCluster): string {
  return `${say(`cluster.verdict.${verdict}`)} ${say('cluster.report.summary', { ...summary })}`;
}

function objectName({ kind, namespace, name }: ReportSubject): string {
  return `${kind} ${namespace === null ? '' : `${namespace}/`}${name}`;
}

/** What a cluster says must not become control characters of the terminal. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

function table(report: ClusterReport, quiet: boolean, say: SayCluster): string {
  const lines = quiet ? [] : [heading(report, say), ''];
  for (const check of report.checks) {
    const state = say(`cluster.state.${check.state}`);
    lines.push(say('cluster.report.row', { state, title: check.title, message: plain(check.message) }));
    if (check.subjects.length > 1) {
      for (const subject of check.subjects.slice(0, MOST_SUBJECTS)) {
        lines.push(`    ${plain(`${objectName(subject)}: ${subject.message}`)}`);
      }
      const more = check.subjects.length - MOST_SUBJECTS;
      if (more > 0) lines.push(`    ${say('cluster.report.more', { count: more })}`);
    }
    if (check.reason !== null && check.reason !== check.message) lines.push(`    ${plain(check.reason)}`);
    if (check.remediation !== null) lines.push(`    → ${plain(check.remediation)}`);
  }
  if (!quiet) lines.push('', closing(report, say));
  return `${lines.join('\n')}\n`;
}

function markdown(report: ClusterReport, quiet: boolean, say: SayCluster): string {
  const lines = [`# ${escapeMarkdown(heading(report, say))}`];
  if (!quiet) lines.push('', closing(report, say));
  for (const check of report.checks) {
    lines.push('', `## ${say(`cluster.state.${check.state}`)}: ${escapeMarkdown(check.title)}`, '');
    lines.push(`${escapeMarkdown(check.message)} [${check.id}](${check.documentation})`);
    if (check.reason !== null && check.reason !== check.message) lines.push('', escapeMarkdown(check.reason));
    if (check.subjects.length > 0) lines.push('');
    for (const subject of check.subjects) {
      lines.push(`- ${escapeMarkdown(objectName(subject))}: ${escapeMarkdown(subject.message)}`);
    }
    if (check.remediation !== null) lines.push('', escapeMarkdown(check.remediation));
  }
  return `${lines.join('\n')}\n`;
}

function escapeMarkdown(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]<>|#]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

function junit({ checks, summary, cluster }: ClusterReport): string {
  const suite = `<testsuite name="${escapeXml(cluster.context)}" tests="${checks.length}" failures="${summary.fail}" skipped="${
    summary.unknown + summary.notApplicable
  }">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suite}\n${checks.map(testCase).join('\n')}\n</testsuite>\n</testsuites>\n`;
}

function testCase(check: ReportCheck): string {
  const start = `<testcase classname="cluster" name="${escapeXml(`${check.id}: ${check.title}`)}">`;
  const text = escapeXml([check.message, ...check.subjects.map(at => `${objectName(at)}: ${at.message}`)].join('\n'));
  if (check.state === 'fail')
    return `${start}<failure message="${escapeXml(check.message)}">${text}</failure></testcase>`;
  if (check.state === 'unknown' || check.state === 'not-applicable') {
    return `${start}<skipped message="${escapeXml(check.reason ?? check.message)}"/></testcase>`;
  }
  return `${start}<system-out>${text}</system-out></testcase>`;
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[&<>"]/g, character => entities[character] ?? '');
}
