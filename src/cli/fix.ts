/** Text in, text out with every certain fix applied. */
import {
  analyse,
  applyEdits,
  type Context,
  detectSyntax,
  type DocumentSlice,
  type Edit,
  editsFor,
  type FixMode,
  splitDocuments,
} from '../core';

export interface FixedText {
  readonly text: string;
  /** Findings whose fix was applied. */
  readonly applied: number;
}

/** A fix can bring up the next one (a version that is itself on its way out); what is still left after this is a bug. */
const ROUNDS = 8;

export function fixText(name: string, text: string, mode: FixMode, context: Context): FixedText {
  const parts: string[] = [];
  let at = 0;
  let applied = 0;
  for (const slice of splitDocuments(text, detectSyntax(name, text))) {
    const fixed = fixDocument(slice, mode, context);
    parts.push(text.slice(at, slice.start), fixed.text);
    at = slice.start + slice.text.length;
    applied += fixed.applied;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), applied };
}

function fixDocument(original: DocumentSlice, mode: FixMode, context: Context): FixedText {
  let slice = original;
  let applied = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { edits, findings } = certainEdits(slice, mode, context);
    const text = applyEdits(slice.text, edits);
    if (text === slice.text) break;
    slice = { ...slice, text };
    applied += findings;
  }
  return { text: slice.text, applied };
}

/** Two findings may ask for the same edit, which is made once, or for overlapping ones: then the later one waits. */
function certainEdits(slice: DocumentSlice, mode: FixMode, context: Context): { edits: Edit[]; findings: number } {
  const edits: Edit[] = [];
  let findings = 0;
  for (const finding of analyse(slice, context).findings) {
    if (finding.fix !== 'certain') continue;
    const fix = editsFor(slice, finding, mode, context);
    if (fix.kind !== 'edits' || fix.certainty !== 'certain') continue;
    const fresh = fix.edits.filter(edit => !edits.some(made => same(made, edit)));
    if (fresh.some(edit => edits.some(made => collide(made, edit)))) continue;
    edits.push(...fresh);
    findings++;
  }
  return { edits, findings };
}

function same(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** Touching counts: two insertions at one place have no order between them. */
function collide(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
