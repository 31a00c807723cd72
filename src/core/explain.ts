/** Finding in, the hover's content out. */
import { type Context } from './model/context';
import { type DocumentSlice } from './model/document';
import { type Finding } from './model/finding';
import { type Explanation } from './model/fix';

export function explain(_slice: DocumentSlice, finding: Finding, _context: Context): Explanation {
  return { title: finding.message, rows: [], changes: [], onThisFile: [], advice: [], sources: [] };
}
