/** A finding of the core as the report says it: with words, and with nothing left out. */
import { type Finding } from '../core';
import { format } from '../words';
import { type ReportFinding } from './report';
import { type Session } from './session';

export function reportedFinding(
  { language, say }: Session,
  file: string,
  finding: Finding,
  range: ReportFinding['range'],
): ReportFinding {
  const text = format(finding.message, language);
  const { lifecycle, resource } = finding;
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    // Why there is no edit is in the core's sentence; what has to be chosen is not.
    message:
      finding.fix === 'choice' && finding.fixReason !== null
        ? say('cli.messageWithReason', { message: text, reason: format(finding.fixReason, language) })
        : text,
    file,
    range,
    resource: {
      apiVersion: resource.apiVersion,
      kind: resource.kind,
      namespace: resource.namespace,
      name: resource.name,
    },
    replacement: lifecycle?.replacement ?? null,
    deprecatedIn: lifecycle?.deprecatedIn ?? null,
    removedIn: lifecycle?.removedIn ?? null,
    fix: finding.fix,
    step: finding.step,
    documentation: finding.documentation,
  };
}
