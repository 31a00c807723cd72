/** Finding in, edits out: asked for only when the user opens the lightbulb or a fix is applied. */
import { type Context } from './model/context';
import { type DocumentSlice } from './model/document';
import { type Finding, type FixMode } from './model/finding';
import { type Fix } from './model/fix';

/** Edits are relative to the slice. `finding` must come from an analysis of the same slice text. */
export function editsFor(_slice: DocumentSlice, _finding: Finding, _mode: FixMode, _context: Context): Fix {
  return { kind: 'manual', reason: { key: 'fix.noConversion' } };
}
