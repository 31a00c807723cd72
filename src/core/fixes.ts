/** Finding in, edits out: asked for only when the user opens the lightbulb or a fix is applied. */
import { locate } from './judge/locate';
import { type Context } from './model/context';
import { type DocumentSlice } from './model/document';
import { type Finding, type FixMode } from './model/finding';
import { type Fix } from './model/fix';
import { message } from './model/message';

/** Edits are relative to the slice. `finding` must come from an analysis of the same slice text. */
export function editsFor(slice: DocumentSlice, finding: Finding, mode: FixMode, context: Context): Fix {
  const found = locate(slice, finding, context);
  return found?.rule.fix?.(found.subject, finding, mode) ?? { kind: 'manual', reason: message('fix.stale') };
}
