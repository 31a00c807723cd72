/** What `editsFor` answers. */
import { type FixCertainty } from './finding';
import { type Message } from './message';
import { type Edit } from './text';

export interface FixEdits {
  readonly kind: 'edits';
  /** What the fix is called where it is no conversion of an API version. */
  readonly title?: Message;
  /** Sorted, non-overlapping, relative to the document. */
  readonly edits: readonly Edit[];
  readonly certainty: Extract<FixCertainty, 'certain' | 'choice'>;
  /** What the edits write down so that behaviour stays (one message each, such as `updateStrategy.type: OnDelete`). */
  readonly pinned: readonly Message[];
  /** What the reader should know besides. */
  readonly notes: readonly Message[];
}

/** More than one defensible result: the user picks one. */
export interface FixChoices {
  readonly kind: 'choices';
  readonly reason: Message;
  readonly choices: readonly { readonly id: string; readonly title: Message; readonly edits: readonly Edit[] }[];
}

/** No safe edit exists; a person has to decide. */
export interface FixManual {
  readonly kind: 'manual';
  readonly reason: Message;
}

export type Fix = FixEdits | FixChoices | FixManual;

/** Content of the hover: the same from mouse and keyboard. */
export interface Explanation {
  readonly title: Message;
  /** Label and value, in order: deprecated in, removed in, use instead, available since. */
  readonly rows: readonly { readonly label: Message; readonly value: Message }[];
  readonly changes: readonly Message[];
  readonly onThisFile: readonly Message[];
  readonly advice: readonly Message[];
  readonly sources: readonly string[];
}
