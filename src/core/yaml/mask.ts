/**
 * Same-length masking of Helm templates, so that a YAML parser can read them and every offset still holds.
 * Also says in which branch (arm of if, with, range, define, block) each offset stands.
 */
import { type Span } from '../model/text';
import { type Action, findActions } from './actions';

/** One arm of a block: from after its `if` or `else` action to the next `else` or `end`. */
export interface Arm extends Span {
  readonly id: number;
  readonly parent: Arm | null;
  /** Bodies of the actions that decide this arm: the `if` first, then each `else` up to this one. */
  readonly actions: readonly string[];
}

export interface Mask {
  /** The masked text; equal to the input when there are no actions. */
  readonly text: string;
  readonly actions: readonly Action[];
  readonly arms: readonly Arm[];
}

/**
 * An action, or a run of them, alone on its lines becomes a comment (`#`) or, with `filler` " ", a blank line;
 * an inline action becomes `_`. Line ends stay.
 */
export function maskTemplate(text: string, filler: '#' | ' ' = '#'): Mask {
  const actions = findActions(text);
  if (actions.length === 0) return { text, actions, arms: [] };
  const parts: string[] = [];
  let at = 0;
  for (let index = 0; index < actions.length;) {
    const run = runOf(text, actions, index);
    const start = actions[index]!.start;
    const end = actions[run.last]!.end;
    parts.push(
      text.slice(at, start),
      run.alone ? blank(text.slice(start, end), filler) : inline(text, actions, index, run.last),
    );
    at = end;
    index = run.last + 1;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), actions, arms: findArms(actions, text.length) };
}

/** Actions from `first` on that are parted by blanks only, and whether they stand alone on their lines. */
function runOf(text: string, actions: readonly Action[], first: number): { last: number; alone: boolean } {
  let last = first;
  while (last + 1 < actions.length && /^[ \t]*$/.test(text.slice(actions[last]!.end, actions[last + 1]!.start))) last++;
  const lineStart = text.lastIndexOf('\n', actions[first]!.start - 1) + 1;
  const lineEnd = text.indexOf('\n', actions[last]!.end);
  const before = text.slice(lineStart, actions[first]!.start);
  const after = text.slice(actions[last]!.end, lineEnd < 0 ? text.length : lineEnd);
  return { last, alone: before.trim() === '' && after.trim() === '' };
}

function blank(text: string, filler: '#' | ' '): string {
  return text.replace(/[^\r\n]+/g, line => filler + ' '.repeat(line.length - 1));
}

function inline(text: string, actions: readonly Action[], first: number, last: number): string {
  let out = '';
  for (let index = first; index <= last; index++) {
    const action = actions[index]!;
    const raw = text.slice(action.start, action.end);
    const lineEnd = raw.search(/[\r\n]/);
    out += lineEnd < 0 ? '_'.repeat(raw.length) : '_'.repeat(lineEnd) + raw.slice(lineEnd).replace(/[^\r\n]/g, ' ');
    if (index < last) out += text.slice(action.end, actions[index + 1]!.start);
  }
  return out;
}

function findArms(actions: readonly Action[], length: number): Arm[] {
  interface Open {
    start: number;
    actions: string[];
    parent: Arm | null;
    arm: { -readonly [K in keyof Arm]: Arm[K] };
  }
  const arms: Arm[] = [];
  const stack: Open[] = [];
  const begin = (start: number, parent: Arm | null, bodies: string[]): Open => {
    const arm = { id: arms.length + 1, parent, actions: [...bodies], start, end: length };
    arms.push(arm);
    return { start, actions: bodies, parent, arm };
  };
  for (const action of actions) {
    const top = stack.at(-1);
    if (action.kind === 'open') {
      stack.push(begin(action.end, top?.arm ?? null, [action.body]));
    } else if (action.kind === 'else' && top) {
      top.arm.end = action.start;
      stack[stack.length - 1] = begin(action.end, top.parent, [...top.actions, action.body]);
    } else if (action.kind === 'end' && top) {
      top.arm.end = action.start;
      stack.pop();
    }
  }
  return arms;
}

/** Innermost arm at an offset; null outside any block. Arms are in order of their start. */
export function armAt(arms: readonly Arm[], offset: number): Arm | null {
  let found: Arm | null = null;
  for (const arm of arms) {
    if (arm.start > offset) break;
    if (offset < arm.end) found = arm;
  }
  return found;
}

/** Whether `outer` is `arm` or encloses it; null is the template itself. */
export function isWithin(arm: Arm | null, outer: Arm | null): boolean {
  if (outer === null) return true;
  for (let at = arm; at; at = at.parent) if (at === outer) return true;
  return false;
}
