/** What must hold for any text at all. Each function throws with the first thing that does not. */
import assert from 'node:assert/strict';
import { Lexer } from 'yaml';
import { analyse, analyseParsed } from '../../../src/core/analyse';
import { explain } from '../../../src/core/explain';
import { FileAnalyser } from '../../../src/core/fileAnalyser';
import { editsFor } from '../../../src/core/fixes';
import { type Context } from '../../../src/core/model/context';
import { type DocumentSlice, type Syntax } from '../../../src/core/model/document';
import { type DocumentAnalysis, type Finding } from '../../../src/core/model/finding';
import { type FixEdits } from '../../../src/core/model/fix';
import { applyEdits, type Edit, type Span } from '../../../src/core/model/text';
import { parseSlice, type ParsedDocument } from '../../../src/core/yaml/parse';
import { splitDocuments } from '../../../src/core/yaml/split';

/** What the inputs exercised, so that a fuzz test that tests nothing is seen. */
export interface Counts {
  documents: number;
  findings: number;
  fixes: number;
  broken: number;
}

export function checkText(text: string, syntax: Syntax, context: Context, counts: Counts): void {
  const slices = splitDocuments(text, syntax);
  checkSlices(text, slices);
  for (const slice of slices) checkDocument(slice, context, counts);
}

function checkSlices(text: string, slices: readonly DocumentSlice[]): void {
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  let at = bom;
  for (const slice of slices) {
    assert.equal(slice.start, at, 'a slice begins where the one before ended');
    assert.equal(text.slice(at, at + slice.text.length), slice.text);
    at += slice.text.length;
  }
  assert.equal(at, Math.max(text.length, bom), 'the slices cover the text');
}

function checkDocument(slice: DocumentSlice, context: Context, counts: Counts): void {
  const analysis = analyse(slice, context);
  const alone = analyseParsed({ ...slice }, context);
  assert.deepEqual(analysis.findings, alone.findings, 'scanner and parser together against the parser alone');
  assert.equal(analysis.ignored, alone.ignored, 'ignored findings');
  if (!analysis.parsed && analysis.resources.length + alone.resources.length > 0) checkUnparsed(analysis, alone);
  const { length } = slice.text;
  const spans: Span[] = [...analysis.findings, ...analysis.problems, ...analysis.resources];
  spans.push(...alone.problems, ...analysis.findings.flatMap(finding => finding.related));
  for (const { start, end } of spans) {
    assert.ok(0 <= start && start <= end && end <= length, `span ${start}-${end} in a text of ${length}`);
  }
  counts.documents += 1;
  counts.findings += analysis.findings.length;
  const parsed = parseSlice(slice);
  if (parsed.broken) counts.broken += 1;
  for (const finding of analysis.findings) {
    explain(slice, finding, context);
    for (const mode of ['preferred', 'keepDefaults'] as const) {
      const fix = editsFor(slice, finding, mode, context);
      if (mode === 'preferred')
        checkKind(finding, fix.kind === 'edits' ? fix.certainty : fix.kind === 'choices' ? 'choice' : fix.kind);
      if (fix.kind === 'manual') continue;
      assert.ok(!parsed.broken, 'a fix for a document with YAML errors');
      counts.fixes += 1;
      if (fix.kind === 'choices') fix.choices.forEach(choice => checkEdits(slice, choice.edits, parsed));
      else checkFix(slice, finding, fix, parsed, context);
    }
  }
}

/** What was never parsed hides nothing: no broken YAML, no duplicate key, no object, nothing that would be "not checked". */
function checkUnparsed(analysis: DocumentAnalysis, alone: DocumentAnalysis): void {
  assert.deepEqual(alone.problems, [], 'problems of a document that was passed over');
  const seen = ({ resources }: DocumentAnalysis): unknown[] =>
    resources.map(({ start, end, ref, coverage }) => [start, end, ref.apiVersion, ref.kind, coverage]);
  assert.deepEqual(seen(analysis), seen(alone), 'objects of a document that was passed over');
}

function checkKind(finding: Finding, kind: string): void {
  if (finding.fix === 'none') assert.equal(kind, 'manual');
  else assert.equal(finding.fix, kind, 'the fix is what the finding announced');
}

function checkFix(
  slice: DocumentSlice,
  finding: Finding,
  fix: FixEdits,
  parsed: ParsedDocument,
  context: Context,
): void {
  const text = checkEdits(slice, fix.edits, parsed);
  if (fix.certainty !== 'certain') return;
  if (text === slice.text) return;
  const after: DocumentSlice = { ...slice, text };
  assert.ok(
    toDo(after, finding.ruleId, context) < toDo(slice, finding.ruleId, context),
    `a second run is not idle:\n${text}`,
  );
}

/** Findings of a rule with a certain fix that still changes something. */
function toDo(slice: DocumentSlice, ruleId: string, context: Context): number {
  return analyse(slice, context).findings.filter(finding => {
    if (finding.ruleId !== ruleId || finding.fix !== 'certain') return false;
    const fix = editsFor(slice, finding, 'preferred', context);
    return fix.kind === 'edits' && applyEdits(slice.text, fix.edits) !== slice.text;
  }).length;
}

/** The edited text; the edits are in order, whole and harmless to all they do not name. */
function checkEdits(slice: DocumentSlice, edits: readonly Edit[], parsed: ParsedDocument): string {
  let at = 0;
  for (const { start, end } of edits) {
    assert.ok(
      at <= start && start <= end && end <= slice.text.length,
      `edit ${start}-${end} after ${at} in ${slice.text.length}`,
    );
    at = end;
    for (const action of parsed.actions) {
      const apart = action.end <= start || action.start >= end;
      const swallowed = start <= action.start && action.end <= end;
      assert.ok(apart || swallowed, `edit ${start}-${end} cuts the action at ${action.start}`);
    }
  }
  const text = applyEdits(slice.text, edits);
  const after = parseSlice({ ...slice, text });
  assert.ok(!after.broken, `the edited text has YAML errors:\n${text}`);
  assert.equal(after.roots.length, parsed.roots.length, 'as many documents as before');
  checkComments(parsed, edits, after, text);
  return text;
}

/** Every comment outside the edits is still one, and so is every comment that moved with its field. */
function checkComments(before: ParsedDocument, edits: readonly Edit[], after: ParsedDocument, text: string): void {
  const left = new Map<string, number>();
  for (const { comment } of commentsOf(after.masked, text)) left.set(comment, (left.get(comment) ?? 0) + 1);
  for (const { comment, start, end } of commentsOf(before.masked, before.source)) {
    if (edits.some(edit => edit.start < end && edit.end > start)) continue;
    const count = left.get(comment) ?? 0;
    assert.ok(count > 0, `the comment ${JSON.stringify(comment)} is gone:\n${text}`);
    left.set(comment, count - 1);
  }
}

function commentsOf(masked: string, source: string): { comment: string; start: number; end: number }[] {
  const found: { comment: string; start: number; end: number }[] = [];
  let at = 0;
  for (const token of new Lexer().lex(masked)) {
    if (['\u0002', '\u0018', '\u001f'].includes(token)) continue;
    if (token.startsWith('#'))
      found.push({ comment: source.slice(at, at + token.length).trim(), start: at, end: at + token.length });
    at += token.length;
  }
  return found;
}

/** A file analysed after each of several changes answers as if it were read for the first time. */
export function checkEditing(texts: readonly string[], syntax: Syntax, context: Context): void {
  const analyser = new FileAnalyser();
  for (const text of texts) {
    const kept = analyser.analyse(text, syntax, context);
    const fresh = new FileAnalyser().analyse(text, syntax, context);
    assert.deepEqual(
      kept.documents.map(({ slice, analysis }) => [slice.start, slice.text, slice.branch, analysis]),
      fresh.documents.map(({ slice, analysis }) => [slice.start, slice.text, slice.branch, analysis]),
    );
  }
}
