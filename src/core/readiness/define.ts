/** What a check's file is written with. */
import { type Message, message, type MessageArg } from '../model/message';
import { type Check, type Input, type Need, type Outcome, type SubjectDraft } from '../model/check';

export interface CheckDefinition<N extends Need, W extends Need> {
  readonly id: string;
  readonly covers: readonly string[];
  readonly area: Check['area'];
  readonly phase: Check['phase'];
  readonly canBlock: boolean;
  readonly needs: readonly N[];
  readonly wants?: readonly W[];
  readonly partial?: boolean;
  readonly documentation?: string;
  readonly sources: readonly string[];
  run(input: Input<N, W>): Outcome;
}

/** The page that lists every check with what it answers. */
const CHECK_PAGE = 'https://github.com/kube-upgrade-readiness/kube-upgrade-readiness/blob/main/docs/checks.md';

/**
 * Words: `check.<id>.title` and `check.<id>.pass` must exist; everything else is named by the outcome. `run` sees every need
 * as it was read, so it never has to ask whether it may say "pass".
 */
export function defineCheck<const N extends Need, const W extends Need = never>(
  definition: CheckDefinition<N, W>,
): Check {
  const { wants = [], partial = false, documentation = CHECK_PAGE } = definition;
  // The frame hands over exactly what `needs` and `wants` name, which the types of a list of checks cannot say.
  return { ...definition, wants, partial, documentation } as unknown as Check;
}

/** The subjects decide; without any it is a pass. */
export function found(subjects: readonly SubjectDraft[], more: Omit<Outcome, 'subjects'> = {}): Outcome {
  return { ...more, subjects };
}

/** Does not concern this cluster; the message says why. */
export function notApplicable(key: string, args?: Readonly<Record<string, MessageArg>>): Outcome {
  return { state: 'not-applicable', message: message(key, args) };
}

/** Could not be decided although everything was read; the message says why. */
export function unknown(reason: Message): Outcome {
  return { state: 'unknown', reason };
}
