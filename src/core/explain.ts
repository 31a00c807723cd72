/** Finding in, the hover's content out. */
import { locate } from './judge/locate';
import { type Context } from './model/context';
import { type DocumentSlice } from './model/document';
import { type Finding } from './model/finding';
import { type Explanation } from './model/fix';

export function explain(slice: DocumentSlice, finding: Finding, context: Context): Explanation {
  const found = locate(slice, finding, context);
  const fix = found?.rule.fix?.(found.subject, finding, 'preferred');
  const explained = found?.rule.explain?.(found.subject, finding) ?? {};
  const advice = fix && fix.kind !== 'edits' ? [fix.reason] : (fix?.pinned ?? []);
  return {
    title: finding.message,
    rows: explained.rows ?? [],
    changes: explained.changes ?? [],
    onThisFile: fix?.kind === 'edits' ? fix.notes : [],
    advice: [...(explained.advice ?? []), ...advice],
    sources: explained.sources ?? [],
  };
}
