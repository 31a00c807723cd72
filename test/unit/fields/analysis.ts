/** Analyses a text for a target as the products do, and applies the fixes that are offered. */
import {
  analyse,
  applyEdits,
  type Context,
  type Edit,
  editsFor,
  type Finding,
  shift,
  splitDocuments,
  type Syntax,
} from '../../../src/core';
import { loadCatalog, targetOf } from '../catalogData';

const catalog = loadCatalog();
const contexts = new Map<string, Context>();

export function contextFor(target: string, current = 'auto'): Context {
  const key = `${current} ${target}`;
  let context = contexts.get(key);
  if (!context) {
    context = { target: targetOf(catalog, target, current), settings: { severity: {} }, catalog, today: '2026-11-21' };
    contexts.set(key, context);
  }
  return context;
}

/** Findings with offsets of the whole text. */
export function findingsOf(text: string, syntax: Syntax, context: Context): Finding[] {
  return splitDocuments(text, syntax).flatMap(slice =>
    analyse(slice, context).findings.map(finding => shift(finding, slice.start)),
  );
}

const ROUNDS = 12;

/** The text with every fix of a rule on fields made that has edits, certain or not, as often as it takes; of two that overlap the later one waits. */
export function fixed(text: string, syntax: Syntax, context: Context, certainOnly = false): string {
  for (let round = 0; round < ROUNDS; round++) {
    const edits: Edit[] = [];
    for (const slice of splitDocuments(text, syntax)) {
      for (const finding of analyse(slice, context).findings) {
        if (finding.ruleId.endsWith('-api')) continue;
        const fix = editsFor(slice, finding, 'preferred', context);
        if (fix.kind !== 'edits' || (certainOnly && fix.certainty !== 'certain')) continue;
        const fresh = fix.edits
          .map(edit => shift(edit, slice.start))
          .filter(edit => !edits.some(made => same(made, edit)));
        if (!fresh.some(edit => edits.some(made => collide(made, edit)))) edits.push(...fresh);
      }
    }
    const next = applyEdits(text, edits);
    if (next === text) return text;
    text = next;
  }
  throw new Error('fixes never come to rest');
}

function same(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** As the editor sees it: touching edits are made together, two insertions at one place are not. */
function collide(a: Edit, b: Edit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}
