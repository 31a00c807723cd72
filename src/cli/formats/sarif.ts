/** SARIF 2.1.0 for code scanning. Positions start at 1; a fix is given where it is certain. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Severity } from '../../core';
import { type Range } from '../positions';
import { identityOf, type ReportFinding, type ReportProblem, type ScanResult } from '../report';
import { productVersion, type Session } from '../session';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function formatSarif({ report, replacements }: ScanResult, session: Session): string {
  const rules = new Map<string, { id: string; helpUri: string }>();
  for (const { ruleId, documentation } of report.findings) {
    if (!rules.has(ruleId)) rules.set(ruleId, { id: ruleId, helpUri: documentation });
  }
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
  const seen = new Map<string, number>();

  const result = (finding: ReportFinding): object => {
    const location = fileLocation(finding.file, session.cwd);
    const replace = replacements.get(finding);
    return {
      ruleId: finding.ruleId,
      ruleIndex: indexes.get(finding.ruleId)!,
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: { artifactLocation: location, region: region(finding.range) } }],
      partialFingerprints: { 'kubeUpgradeFinding/v1': fingerprint(finding, seen) },
      ...(replace !== undefined && {
        fixes: [
          {
            artifactChanges: [
              {
                artifactLocation: location,
                replacements: replace.map(({ range, newText }) => ({
                  deletedRegion: region(range),
                  insertedContent: { text: newText },
                })),
              },
            ],
          },
        ],
      }),
      properties: {
        severity: finding.severity,
        fix: finding.fix,
        resource: finding.resource,
        replacement: finding.replacement,
        deprecatedIn: finding.deprecatedIn,
        removedIn: finding.removedIn,
        step: finding.step,
      },
    };
  };

  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Kubernetes Upgrade Readiness',
            semanticVersion: productVersion(),
            rules: [...rules.values()],
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.problems.map(problem => notification(problem, session.cwd)),
          },
        ],
        results: report.findings.map(result),
        properties: { target: report.target, summary: report.summary },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function notification({ file, range, message }: ReportProblem, cwd: string): object {
  const location =
    file === null
      ? []
      : [
          {
            physicalLocation: {
              artifactLocation: fileLocation(file, cwd),
              ...(range !== null && { region: region(range) }),
            },
          },
        ];
  return { level: 'warning', message: { text: message }, locations: location };
}

/** Relative to the checkout; a file outside the working folder is not in it and gets its full address. */
function fileLocation(file: string, cwd: string): { uri: string; uriBaseId?: string } {
  if (file.startsWith('../')) return { uri: pathToFileURL(resolve(cwd, file)).href };
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Stays the same when lines move: made of rule, file and object; equal ones are counted. */
function fingerprint(finding: ReportFinding, seen: Map<string, number>): string {
  const identity = identityOf(finding);
  const count = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, count);
  return `${hash(identity, 0x811c9dc5)}${hash(identity, 0x9dc5811c)}:${count}`;
}

/** FNV-1a; good enough to tell findings apart, and nothing has to be loaded for it. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
