/** What the core's tests share: a context, an input as lines, and findings as short readable rows. */
import assert from 'node:assert/strict';
import { analyse, analyseParsed } from '../../../src/core/analyse';
import { type Context, type Provider } from '../../../src/core/model/context';
import { type DocumentSlice, type Syntax } from '../../../src/core/model/document';
import {
  type DocumentAnalysis,
  type Finding,
  type FixMode,
  type SeveritySetting,
} from '../../../src/core/model/finding';
import { type Fix } from '../../../src/core/model/fix';
import { applyEdits } from '../../../src/core/model/text';
import { editsFor } from '../../../src/core/fixes';
import { splitDocuments } from '../../../src/core/yaml/split';
import { loadCatalog, targetOf } from '../catalogData';

const catalog = loadCatalog();

export interface Terms {
  readonly target?: string;
  /** "auto": today's version is unknown. */
  readonly current?: string;
  readonly provider?: Provider;
  readonly severity?: Readonly<Record<string, SeveritySetting>>;
  readonly today?: string;
}

export function contextOf(terms: Terms = {}): Context {
  const { target = '1.31', current = 'auto', provider = 'generic', severity = {}, today = '2026-06-15' } = terms;
  return { target: targetOf(catalog, target, current, provider), settings: { severity }, catalog, today };
}

/** Target 1.31, today's version unknown, 15 June 2026. */
export const usual = contextOf();

/** Rows of a file, each with a line feed. */
export function lines(...rows: readonly string[]): string {
  return rows.map(row => `${row}\n`).join('');
}

export interface Seen {
  readonly slice: DocumentSlice;
  readonly analysis: DocumentAnalysis;
}

/** Every document's analysis; the parser alone must give the same findings. */
export function analyseAll(text: string, context: Context = usual, syntax: Syntax = 'yaml'): Seen[] {
  return splitDocuments(text, syntax).map(slice => {
    const analysis = analyse(slice, context);
    const parsed = analyseParsed({ ...slice }, context);
    assert.deepEqual(analysis.findings, parsed.findings, 'scanner and parser together against the parser alone');
    assert.equal(analysis.ignored, parsed.ignored);
    return { slice, analysis };
  });
}

/** "2 removed-api error certain extensions/v1beta1": line from 1, rule, severity, fix, underlined text. */
export function rows(text: string, context: Context = usual, syntax: Syntax = 'yaml'): string[] {
  return analyseAll(text, context, syntax).flatMap(({ slice, analysis }) =>
    analysis.findings.map(finding => {
      const start = slice.start + finding.start;
      const line = text.slice(0, start).split('\n').length;
      const span = text.slice(start, slice.start + finding.end);
      return `${line} ${finding.ruleId} ${finding.severity} ${finding.fix} ${span}`;
    }),
  );
}

/** "unknownApi 1": keys of the problems without their prefix, and the line each stands on. */
export function problems(text: string, context: Context = usual, syntax: Syntax = 'yaml'): string[] {
  return analyseAll(text, context, syntax).flatMap(({ slice, analysis }) =>
    analysis.problems.map(problem => {
      const line = text.slice(0, slice.start + problem.start).split('\n').length;
      return `${problem.message.key.replace('problem.', '')} ${line}`;
    }),
  );
}

/** The first finding, which must be there. */
export function firstFinding(
  text: string,
  context: Context = usual,
  syntax: Syntax = 'yaml',
): Seen & { finding: Finding } {
  for (const seen of analyseAll(text, context, syntax)) {
    const finding = seen.analysis.findings[0];
    if (finding) return { ...seen, finding };
  }
  throw new assert.AssertionError({ message: `no finding in\n${text}` });
}

/** The fix of the first finding. */
export function firstFix(
  text: string,
  syntax: Syntax = 'yaml',
  mode: FixMode = 'preferred',
  context: Context = usual,
): Fix {
  const { slice, finding } = firstFinding(text, context, syntax);
  return editsFor(slice, finding, mode, context);
}

/** The text after the first finding's fix, or the key of the reason why there is none. */
export function converted(
  text: string,
  syntax: Syntax = 'yaml',
  mode: FixMode = 'preferred',
  context: Context = usual,
): string {
  const { slice, finding } = firstFinding(text, context, syntax);
  const fix = editsFor(slice, finding, mode, context);
  if (fix.kind !== 'edits') return fix.reason.key;
  return text.slice(0, slice.start) + applyEdits(slice.text, fix.edits) + text.slice(slice.start + slice.text.length);
}
