/** Document in, findings out: scan first, parse only what is suspect, then ask every rule. */
import { type Context } from './model/context';
import { type DocumentSlice } from './model/document';
import { type DocumentAnalysis } from './model/finding';

export function analyse(_slice: DocumentSlice, _context: Context): DocumentAnalysis {
  return { findings: [], problems: [], resources: [], ignored: 0, parsed: false };
}
