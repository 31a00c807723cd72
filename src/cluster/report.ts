/** The JSON contract of the `cluster` command, from which every other format is made. */
import {
  type CheckResult,
  type CheckState,
  type Snapshot,
  summaryOf,
  type Summary,
  type Target,
  type Verdict,
  verdictOf,
} from '../core/readiness';
import { type Language } from '../words/formatter';
import { format } from '../words/cluster';

export interface ClusterReport {
  readonly schemaVersion: 1;
  readonly cluster: {
    readonly context: string;
    readonly version: string | null;
    readonly provider: string;
    readonly name: string;
  };
  readonly target: { readonly version: string; readonly path: readonly string[] };
  readonly verdict: Verdict;
  readonly checks: readonly ReportCheck[];
  readonly summary: Summary;
}

export interface ReportCheck {
  readonly id: string;
  readonly title: string;
  readonly state: CheckState;
  readonly message: string;
  readonly reason: string | null;
  readonly documentation: string;
  readonly subjects: readonly ReportSubject[];
  readonly remediation: string | null;
}

export interface ReportSubject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly message: string;
}

export function clusterReport(
  snapshot: Snapshot,
  target: Target,
  results: readonly CheckResult[],
  language: Language,
): ClusterReport {
  const { version, source } = snapshot;
  const gitVersion = version.state === 'read' ? version.value.gitVersion : null;
  return {
    schemaVersion: 1,
    cluster: {
      context: source.context,
      version: gitVersion === null ? null : (/\d+\.\d+(?:\.\d+)?/.exec(gitVersion)?.[0] ?? gitVersion),
      provider: target.provider,
      name: source.cluster,
    },
    target: { version: target.version, path: target.path },
    verdict: verdictOf(results),
    checks: results.map(result => ({
      id: result.checkId,
      title: format(result.title, language),
      state: result.state,
      message: format(result.message, language),
      reason: result.reason === null ? null : format(result.reason, language),
      documentation: result.documentation,
      subjects: result.subjects.map(({ apiVersion, kind, namespace, name, message }) => ({
        ...{ apiVersion, kind, namespace, name, message: format(message, language) },
      })),
      remediation:
        result.remediation === null || result.subjects.length === 0 ? null : format(result.remediation, language),
    })),
    summary: summaryOf(results),
  };
}
