/** The report every format is made from. Its shape is the JSON contract: optional fields are null, never left out. */
import { type FixCertainty, type Provider, type ResourceRef, type Severity } from '../core';
import { type FailOn } from './options';
import { type Range } from './positions';

export interface ReportFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly resource: ResourceRef;
  readonly replacement: string | null;
  readonly deprecatedIn: string | null;
  readonly removedIn: string | null;
  readonly fix: FixCertainty;
  readonly step: number | null;
  readonly documentation: string;
}

export interface ReportProblem {
  /** Null when it is about the whole run. */
  readonly file: string | null;
  readonly message: string;
  readonly range: Range | null;
}

export interface Report {
  readonly schemaVersion: 1;
  readonly target: {
    readonly version: string;
    readonly provider: Provider;
    readonly current: string | null;
    readonly path: readonly string[];
  };
  readonly findings: readonly ReportFinding[];
  readonly problems: readonly ReportProblem[];
  readonly summary: Readonly<Record<'files' | 'documents' | 'resources' | Severity | 'ignored' | 'problems', number>>;
}

/** Text to put in place of a range of the file. */
export interface Replacement {
  readonly range: Range;
  readonly newText: string;
}

export interface ScanResult {
  readonly report: Report;
  /** Files in which at least one Kubernetes object was looked at. */
  readonly checkedFiles: readonly string[];
  /** What a certain fix would write; filled only when asked for. */
  readonly replacements: ReadonlyMap<ReportFinding, readonly Replacement[]>;
}

/** Stays the same when lines move: rule, file and object. Several findings may share it. */
export function identityOf({ ruleId, file, resource }: Pick<ReportFinding, 'ruleId' | 'file' | 'resource'>): string {
  const { apiVersion, kind, namespace, name } = resource;
  return JSON.stringify([ruleId, file, apiVersion, kind, namespace, name]);
}

export function countsAsFailure(severity: Severity, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return severity === 'error' || (severity === 'warning' && failOn === 'warning');
}

/** By file, line and rule; then by what keeps the order the same from run to run. */
export function compareFindings(a: ReportFinding, b: ReportFinding): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    compareText(a.ruleId, b.ruleId) ||
    a.range.start.character - b.range.start.character ||
    compareText(a.message, b.message)
  );
}

export function compareProblems(a: ReportProblem, b: ReportProblem): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.range?.start.line ?? -1) - (b.range?.start.line ?? -1) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
