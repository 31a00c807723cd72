/** What a migration would do to a file, sorted by how sure it is. Knows no VS Code. */
import { type Context } from '../core/model/context';
import { type FileAnalysis } from '../core/model/document';
import { type Finding } from '../core/model/finding';
import { type Message } from '../core/model/message';
import { shift, sortEdits, type Edit } from '../core/model/text';
import { type FixCache } from '../editor/fixes';
import { allFindings, type Located } from '../editor/lookup';

/** `pinned`: certain, and today's behaviour is written down. `decision`: the edits are one answer of several. */
export type Sureness = 'certain' | 'pinned' | 'decision';

export interface Step {
  readonly sureness: Sureness;
  readonly finding: Finding;
  /** Sorted, counted from the start of the file. */
  readonly edits: readonly Edit[];
  readonly pinned: readonly Message[];
  /** What has to be decided; null where nothing has to. */
  readonly reason: Message | null;
  /** What this answer is called, where it has a name of its own. */
  readonly title: Message | null;
  /** Further answers that the quick fixes offer. */
  readonly alternatives: number;
}

/** Certain steps first, then decisions; a step whose edits would touch another's is left for the next time. */
export function planFile(analysis: FileAnalysis, context: Context, cache: FixCache): readonly Step[] {
  const steps: Step[] = [];
  const taken: Edit[] = [];
  const sure = [...allFindings(analysis)].filter(({ finding }) => finding.fix === 'certain');
  const unsure = [...allFindings(analysis)].filter(({ finding }) => finding.fix === 'choice');
  for (const located of [...sure, ...unsure]) {
    const step = stepOf(located, context, cache);
    if (step === undefined) continue;
    const fresh = step.edits.filter(edit => !taken.some(other => equal(edit, other)));
    if (fresh.length === 0 || fresh.some(edit => taken.some(other => collide(edit, other)))) continue;
    taken.push(...fresh);
    steps.push({ ...step, edits: sortEdits(fresh) });
  }
  return steps;
}

function stepOf(located: Located, context: Context, cache: FixCache): Step | undefined {
  const { finding, document } = located;
  const fix = cache.fix(located, 'preferred', context);
  const absolute = (edits: readonly Edit[]): readonly Edit[] => edits.map(edit => shift(edit, document.slice.start));
  if (fix.kind === 'edits') {
    const certain = fix.certainty === 'certain' && finding.fix === 'certain';
    return {
      sureness: !certain ? 'decision' : fix.pinned.length > 0 ? 'pinned' : 'certain',
      finding,
      edits: absolute(fix.edits),
      pinned: fix.pinned,
      reason: certain ? null : (finding.fixReason ?? finding.message),
      title: fix.title ?? null,
      alternatives: 0,
    };
  }
  const [first, ...others] = fix.kind === 'choices' ? fix.choices : [];
  if (first === undefined || fix.kind !== 'choices') return undefined;
  return {
    sureness: 'decision',
    finding,
    edits: absolute(first.edits),
    pinned: [],
    reason: fix.reason,
    title: first.title,
    alternatives: others.length,
  };
}

function equal(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** Touching counts: two insertions at one place have no order between them. */
function collide(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
