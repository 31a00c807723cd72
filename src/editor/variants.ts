/** The ways in which one finding can be converted, each with its words and edits. Knows no VS Code. */
import { type Finding, type FixMode } from '../core/model/finding';
import { type Fix } from '../core/model/fix';
import { type Message } from '../core/model/message';
import { shift, type Edit } from '../core/model/text';
import { type Located } from './lookup';
import { type Phrases } from './phrases';

export interface Variant {
  readonly title: string;
  /** Counted from the start of the file. */
  readonly edits: readonly Edit[];
  readonly pinned: readonly Message[];
  /** The one that a person would take without looking. */
  readonly certain: boolean;
}

export interface Variants {
  readonly variants: readonly Variant[];
  /** Why there is none. */
  readonly blocked: Message | null;
}

/** What a conversion of this finding is called. */
export function conversionTitle(finding: Finding, phrases: Phrases): string {
  const lifecycle = finding.lifecycle;
  if (lifecycle === null || lifecycle.replacement === null) return phrases.say('editor.action.convert');
  const { replacement, replacementKind } = lifecycle;
  if (replacementKind === null || replacementKind === finding.resource.kind) {
    return phrases.say('editor.action.convertTo', { to: replacement });
  }
  return phrases.say('editor.action.convertTo', { to: `${replacementKind} ${replacement}` });
}

/** Asks for the edits: call it for the finding at hand, not for a whole file. */
export function variantsOf(located: Located, fixOf: (mode: FixMode) => Fix, phrases: Phrases): Variants {
  const { finding } = located;
  if (finding.fix === 'none') return { variants: [], blocked: null };
  if (finding.fix === 'manual') return { variants: [], blocked: finding.fixReason };
  const preferred = fixOf('preferred');
  if (preferred.kind === 'manual') return { variants: [], blocked: preferred.reason };
  const absolute = (edits: readonly Edit[]): readonly Edit[] =>
    edits.map(edit => shift(edit, located.document.slice.start));
  if (preferred.kind === 'choices') {
    const variants = preferred.choices.map(({ title, edits }) => ({
      title: phrases.of(title),
      edits: absolute(edits),
      pinned: [],
      certain: false,
    }));
    return { variants, blocked: null };
  }
  const title = preferred.title ? phrases.of(preferred.title) : conversionTitle(finding, phrases);
  const pins = preferred.pinned.length > 0;
  const variants: Variant[] = [
    {
      title: pins ? phrases.say('editor.action.pinning', { title, pinned: preferred.pinned }) : title,
      edits: absolute(preferred.edits),
      pinned: preferred.pinned,
      certain: preferred.certainty === 'certain' && finding.fix === 'certain',
    },
  ];
  const keep = finding.keepDefaultsDiffers ? fixOf('keepDefaults') : undefined;
  if (keep?.kind === 'edits') {
    variants.push({
      title:
        keep.pinned.length > 0
          ? phrases.say('editor.action.keepDefaultsNamed', { pinned: keep.pinned })
          : phrases.say('editor.action.keepDefaults'),
      edits: absolute(keep.edits),
      pinned: keep.pinned,
      certain: false,
    });
  }
  return { variants, blocked: null };
}
