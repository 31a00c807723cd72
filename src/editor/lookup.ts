/** Finds a finding again: by place for the cursor, by rule and span for an action that was offered earlier. */
import { type AnalysedDocument, type FileAnalysis } from '../core/model/document';
import { type Finding } from '../core/model/finding';
import { type Span } from '../core/model/text';

/** A finding with its document; the span counts from the start of the file. */
export interface Located extends Span {
  readonly document: AnalysedDocument;
  readonly finding: Finding;
}

/** What names a finding within one version of a file. */
export interface FindingKey extends Span {
  readonly ruleId: string;
}

/** Every finding of the file, in the order of its text. */
export function* allFindings(analysis: FileAnalysis): Iterable<Located> {
  for (const document of analysis.documents) {
    const offset = document.slice.start;
    for (const finding of document.analysis.findings) {
      yield { document, finding, start: finding.start + offset, end: finding.end + offset };
    }
  }
}

/** The findings that touch `span`; an empty span is a cursor, which may stand at either end. */
export function findingsAt(analysis: FileAnalysis, span: Span): readonly Located[] {
  const touching: Located[] = [];
  for (const document of analysis.documents) {
    const start = document.slice.start;
    if (document.analysis.findings.length === 0 || start > span.end || start + document.slice.text.length < span.start)
      continue;
    for (const located of allFindings({ documents: [document] })) {
      if (located.start <= span.end && located.end >= span.start) touching.push(located);
    }
  }
  return touching;
}

/** The finding with this name, if the file still has it. */
export function findAgain(analysis: FileAnalysis, key: FindingKey): Located | undefined {
  return findingsAt(analysis, key).find(
    ({ start, end, finding }) => start === key.start && end === key.end && finding.ruleId === key.ruleId,
  );
}

/** Whether a command's argument is one. */
export function isKey(value: unknown): value is FindingKey {
  const key = value as Partial<FindingKey> | null;
  return (
    typeof key === 'object' &&
    typeof key?.ruleId === 'string' &&
    typeof key.start === 'number' &&
    typeof key.end === 'number'
  );
}
