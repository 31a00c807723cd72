/** Spans and edits: the units in which the core speaks of a text. All offsets are UTF-16, as in the Language Server Protocol. */

/** Half-open UTF-16 span: the unit `yaml` ranges and `TextDocument.positionAt` share. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replace `span` by `newText`; an empty span inserts. */
export interface Edit extends Span {
  readonly newText: string;
}

/** The same edits or spans, moved by `offset`. */
export function shift<T extends Span>(item: T, offset: number): T {
  return offset === 0 ? item : { ...item, start: item.start + offset, end: item.end + offset };
}

/** Applies sorted or unsorted, non-overlapping edits. Throws a RangeError when two overlap: a conversion's bug, never a user's. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}-${edit.end} overlaps or lies outside the text`);
    }
    parts.push(text.slice(at, edit.start), edit.newText);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** By start, insertions before replacements at the same place; stable otherwise. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
