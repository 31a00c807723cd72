/** Orders results the way a person works through them: step by step, and in a step what blocks first. */
import { type CheckResult, type CheckState, type ObjectRef, type Subject } from '../model/check';
import { type Target } from '../model/context';
import { type Message, message } from '../model/message';

/** The objects of one owner, or those without one. */
export interface OwnerPart {
  readonly owner: ObjectRef | null;
  readonly subjects: readonly Subject[];
}

/** What a check found at one step. */
export interface CheckPart {
  readonly result: CheckResult;
  /** Of this step alone, like the message. */
  readonly state: CheckState;
  readonly message: Message;
  readonly subjects: readonly Subject[];
}

export type StepCounts = Readonly<Record<'fail' | 'warn' | 'unknown' | 'info', number>>;

export interface StepPart {
  /** From 1. */
  readonly number: number;
  /** Null when today's version is not known. */
  readonly from: string | null;
  readonly to: string;
  /** What needs eyes: blocked, warning, not checked, information. */
  readonly checks: readonly CheckPart[];
  readonly passed: readonly CheckPart[];
  readonly notApplicable: readonly CheckPart[];
  readonly counts: StepCounts;
}

const ORDER: readonly CheckState[] = ['fail', 'warn', 'unknown', 'info', 'pass', 'not-applicable'];
const WORST: readonly Subject['state'][] = ['fail', 'warn', 'info'];

/** Never empty. What is tied to no step comes before the first one: it holds whenever the upgrade begins. */
export function arrange(results: readonly CheckResult[], { path }: Pick<Target, 'path'>): readonly StepPart[] {
  const steps = Math.max(1, path.length - 1);
  const parts: CheckPart[][] = Array.from({ length: steps }, () => []);
  for (const result of results) {
    const bySteps = split(result.subjects, steps);
    bySteps.forEach((subjects, step) => {
      const state = stateAt(result, subjects, step);
      if (state !== undefined) parts[step]?.push({ result, state, message: messageAt(result, subjects), subjects });
    });
  }
  return parts.map((checks, step) => ({
    number: step + 1,
    from: path.length > 1 ? (path[step] ?? null) : null,
    to: path[path.length > 1 ? step + 1 : 0] ?? '',
    checks: ordered(checks.filter(({ state }) => state !== 'pass' && state !== 'not-applicable')),
    passed: checks.filter(({ state }) => state === 'pass'),
    notApplicable: checks.filter(({ state }) => state === 'not-applicable'),
    counts: countsOf(checks),
  }));
}

/** Objects by what they belong to: owners in the order of their worst object, what stands alone last. */
export function byOwner(subjects: readonly Subject[]): readonly OwnerPart[] {
  const owners = new Map<string, { owner: ObjectRef; subjects: Subject[] }>();
  const alone: Subject[] = [];
  for (const subject of subjects) {
    const { owner } = subject;
    if (owner === null) {
      alone.push(subject);
      continue;
    }
    const key = refKey(owner);
    const known = owners.get(key);
    if (known === undefined) owners.set(key, { owner, subjects: [subject] });
    else known.subjects.push(subject);
  }
  return [...owners.values(), ...(alone.length === 0 ? [] : [{ owner: null, subjects: alone }])];
}

/** The same for the same object in every collection. */
export function refKey({ apiVersion, kind, namespace, name }: ObjectRef): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return [group, kind, namespace ?? '', name].join('|');
}

/** A step is an index in the path, and moves to the version there; index 0 is today's version, which must hold first. */
function split(subjects: readonly Subject[], steps: number): readonly (readonly Subject[])[] {
  const parts: Subject[][] = Array.from({ length: steps }, () => []);
  for (const subject of subjects) {
    const step = Math.min(Math.max((subject.step ?? 0) - 1, 0), steps - 1);
    parts[step]?.push(subject);
  }
  return parts;
}

/** Undefined: the check has nothing to say at this step. */
function stateAt(result: CheckResult, subjects: readonly Subject[], step: number): CheckState | undefined {
  const worst = WORST.find(state => subjects.some(subject => subject.state === state));
  if (worst !== undefined) return result.subjects.length === subjects.length ? result.state : worst;
  if (step > 0) return undefined;
  if (result.subjects.length === 0) return result.state;
  return result.reason === null ? undefined : 'unknown';
}

function messageAt(result: CheckResult, subjects: readonly Subject[]): Message {
  const [first] = subjects;
  if (subjects.length === result.subjects.length) return result.message;
  if (first === undefined) return result.reason ?? result.message;
  if (subjects.length === 1) return first.message;
  return message('check.several', { first: first.message, count: subjects.length - 1 });
}

function ordered(checks: readonly CheckPart[]): readonly CheckPart[] {
  return [...checks].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

function countsOf(checks: readonly CheckPart[]): StepCounts {
  const count = (state: CheckState): number => checks.filter(check => check.state === state).length;
  return { fail: count('fail'), warn: count('warn'), unknown: count('unknown'), info: count('info') };
}
