/** Edits of one finding, and of all certain findings of a file together. Knows no VS Code. */
import { type Context } from '../core/model/context';
import { type FileAnalysis } from '../core/model/document';
import { type Finding, type FixMode } from '../core/model/finding';
import { type Fix } from '../core/model/fix';
import { type Message } from '../core/model/message';
import { shift, sortEdits, type Edit } from '../core/model/text';
import { allFindings, type Located } from './lookup';

type EditsFor = (slice: Located['document']['slice'], finding: Finding, mode: FixMode, context: Context) => Fix;

/** Asks the core once per finding and mode, however often the cursor comes by. */
export class FixCache {
  readonly #editsFor: EditsFor;
  readonly #known = new WeakMap<Finding, { context: Context; fixes: Map<FixMode, Fix> }>();

  constructor(editsFor: EditsFor) {
    this.#editsFor = editsFor;
  }

  /** Edits in the answer count from the start of the finding's document. */
  fix(located: Located, mode: FixMode, context: Context): Fix {
    const { finding, document } = located;
    let known = this.#known.get(finding);
    if (known?.context !== context) this.#known.set(finding, (known = { context, fixes: new Map() }));
    let fix = known.fixes.get(mode);
    if (fix === undefined) known.fixes.set(mode, (fix = this.#editsFor(document.slice, finding, mode, context)));
    return fix;
  }
}

/** What converting a whole file would do. */
export interface FileConversion {
  /** Sorted, non-overlapping, counted from the start of the file. */
  readonly edits: readonly Edit[];
  readonly pinned: readonly Message[];
  /** Findings that the edits take care of, and conversions that a person has to decide. */
  readonly converted: number;
  readonly undecided: number;
}

/** Every certain fix of the file; of two that overlap the earlier one is taken, the other is left for the next run. */
export function convertFile(analysis: FileAnalysis, context: Context, cache: FixCache): FileConversion {
  const edits: Edit[] = [];
  const pinned: Message[] = [];
  let converted = 0;
  let undecided = 0;
  for (const document of analysis.documents) {
    const taken: Edit[] = [];
    for (const located of allFindings({ documents: [document] })) {
      if (located.finding.fix === 'choice' || located.finding.fix === 'manual') undecided += 1;
      if (located.finding.fix !== 'certain') continue;
      const fix = cache.fix(located, 'preferred', context);
      if (fix.kind !== 'edits' || fix.certainty !== 'certain') continue;
      const fresh = fix.edits.filter(edit => !taken.some(other => equal(edit, other)));
      if (fresh.some(edit => taken.some(other => overlaps(edit, other)))) continue;
      taken.push(...fresh);
      converted += 1;
      if (fresh.length > 0) pinned.push(...fix.pinned);
    }
    edits.push(...sortEdits(taken).map(edit => shift(edit, document.slice.start)));
  }
  return { edits, pinned, converted, undecided };
}

/** Number of findings whose fix is certain, without asking for the edits. */
export function countCertain(analysis: FileAnalysis): number {
  let count = 0;
  for (const { finding } of allFindings(analysis)) if (finding.fix === 'certain') count += 1;
  return count;
}

function equal(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** Two insertions at one place count as overlapping: nothing says which goes first. */
function overlaps(a: Edit, b: Edit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}
