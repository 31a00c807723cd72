/** A baseline is an earlier report in JSON: what it holds is known, and only what is new counts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, reasonOf } from './failure';
import { identityOf, type ReportFinding } from './report';

export class Baseline {
  /** How many findings of an identity are known. */
  readonly #known: Map<string, number>;

  private constructor(known: Map<string, number>) {
    this.#known = known;
  }

  /** Throws a Failure when the file cannot be read or is no report. */
  static read(path: string, cwd: string): Baseline {
    let findings: unknown;
    try {
      findings = (JSON.parse(readFileSync(resolve(cwd, path), 'utf8')) as { findings?: unknown }).findings;
    } catch (error) {
      throw new Failure('cli.unreadable', { path, reason: reasonOf(error) });
    }
    if (!Array.isArray(findings) || !findings.every(isFinding)) throw new Failure('cli.noBaseline', { path });
    const known = new Map<string, number>();
    for (const finding of findings) {
      const identity = identityOf(finding);
      known.set(identity, (known.get(identity) ?? 0) + 1);
    }
    return new Baseline(known);
  }

  /** Each known finding covers one: a second one of its kind is new. */
  isKnown(finding: ReportFinding): boolean {
    const identity = identityOf(finding);
    const left = this.#known.get(identity) ?? 0;
    if (left === 0) return false;
    this.#known.set(identity, left - 1);
    return true;
  }
}

function isFinding(value: unknown): value is ReportFinding {
  const finding = value as Partial<ReportFinding> | null;
  return (
    typeof finding === 'object' &&
    typeof finding?.ruleId === 'string' &&
    typeof finding.file === 'string' &&
    typeof finding.resource === 'object'
  );
}
