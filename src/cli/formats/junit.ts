/** For test reports of CI systems: a suite per file, a case per finding; what `--fail-on` lets pass is a passed case. */
import { countsAsFailure, type ReportFinding, type ReportProblem, type ScanResult } from '../report';
import { type Session } from '../session';
import { place, resourceName } from './text';

export function formatJunit({ report, checkedFiles }: ScanResult, session: Session): string {
  const { failOn } = session.options;
  const findings = groupBy(report.findings, finding => finding.file);
  const problems = groupBy(report.problems, problem => problem.file ?? session.say('cli.table.wholeRun'));
  const names = [...new Set([...checkedFiles, ...findings.keys(), ...problems.keys()])].sort();
  const total = { tests: 0, failures: 0, errors: 0 };
  const suites = names.map(name => {
    const found = findings.get(name) ?? [];
    const broken = problems.get(name) ?? [];
    const failures = found.filter(finding => countsAsFailure(finding.severity, failOn)).length;
    const cases = [
      ...found.map(finding => findingCase(finding, countsAsFailure(finding.severity, failOn))),
      ...broken.map(problem => problemCase(name, problem)),
    ];
    if (cases.length === 0) cases.push(`    <testcase classname="${xml(name)}" name="${xml(name)}"/>`);
    total.tests += cases.length;
    total.failures += failures;
    total.errors += broken.length;
    const counts = `tests="${cases.length}" failures="${failures}" errors="${broken.length}"`;
    return [`  <testsuite name="${xml(name)}" ${counts}>`, ...cases, '  </testsuite>'].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kube-upgrade-readiness" tests="${total.tests}" failures="${total.failures}" errors="${total.errors}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function findingCase(finding: ReportFinding, failed: boolean): string {
  const where = place(finding.range.start);
  const name = `${finding.ruleId}: ${resourceName(finding.resource)} (${where})`;
  const text = xml(`${finding.file}:${where} ${finding.message} ${finding.documentation}`);
  const body = failed
    ? `<failure type="${xml(finding.severity)}" message="${xml(finding.message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${xml(finding.file)}" name="${xml(name)}">${body}</testcase>`;
}

function problemCase(suite: string, { message, range }: ReportProblem): string {
  const name = range === null ? suite : `${suite}:${place(range.start)}`;
  const error = `<error type="problem" message="${xml(message)}"/>`;
  return `    <testcase classname="${xml(suite)}" name="${xml(name)}">${error}</testcase>`;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Characters that XML 1.0 cannot hold, even escaped, become the replacement character. */
function xml(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, character => ENTITIES[character]!);
}
