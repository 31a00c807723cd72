/** Runs one check: hands it what it needs, says unknown when that is not there, and fills its result. */
import { type Message, message } from '../model/message';
import {
  type Check,
  type CheckContext,
  type CheckResult,
  type CheckState,
  type Input,
  type Need,
  type Outcome,
  type Subject,
  type SubjectDraft,
} from '../model/check';
import { type Access, type Snapshot, type Unread } from '../model/snapshot';

/** Never throws: a check's own mistake makes it unknown, and must not end the others. */
export function runCheck(check: Check, context: CheckContext): CheckResult {
  const needed = gather(check.needs, context.snapshot);
  if (needed.unread.length > 0) return result(check, unknownFor(needed.unread));
  const wanted = gather(check.wants, context.snapshot);
  let outcome: Outcome;
  try {
    const input = { ...context, ...needed.values, ...wanted.values } as unknown as Input<Need, never>;
    outcome = check.run(input);
  } catch (error) {
    const reason = message('check.broken', { reason: error instanceof Error ? error.message : String(error) });
    return result(check, { state: 'unknown', reason });
  }
  if (wanted.unread.length === 0 || check.partial || outcome.state === 'not-applicable') return result(check, outcome);
  const without = unknownFor(wanted.unread);
  const nothing = (outcome.subjects ?? []).length === 0 && (outcome.state ?? 'pass') === 'pass';
  const missing = [...(outcome.missing ?? []), ...without.missing];
  return result(check, nothing ? without : { ...outcome, reason: without.reason, missing });
}

function gather(
  needs: readonly Need[],
  snapshot: Snapshot,
): { readonly values: Readonly<Record<string, unknown>>; readonly unread: readonly Unread[] } {
  const values: Record<string, unknown> = {};
  const unread: Unread[] = [];
  for (const need of needs) {
    const reading =
      need === 'version' || need === 'metrics' || need === 'discovery' ? snapshot[need] : snapshot.lists[need];
    if (reading.state === 'read') values[need] = 'items' in reading ? reading.items : reading.value;
    // A kind that the cluster does not offer has no objects: that is an answer.
    else if (reading.reason === 'not-served' && !reading.access.resource.startsWith('/')) values[need] = [];
    else {
      values[need] = null;
      unread.push(reading);
    }
  }
  return { values, unread };
}

type UnknownOutcome = Outcome & { readonly reason: Message; readonly missing: readonly Access[] };

function unknownFor(unread: readonly Unread[]): UnknownOutcome {
  const forbidden = unread.filter(({ reason }) => reason === 'forbidden').map(({ access }) => access);
  const reasons = unread.map(({ reason, access, detail }) =>
    message(`unread.${reason}`, { what: accessWords(access), detail: detail ?? message('unread.noDetail') }),
  );
  return { state: 'unknown', reason: message('unread.all', { reasons }), missing: forbidden };
}

/** "list pods", "get /metrics", "list webhooks.example.com": how a permission is written. */
export function accessWords({ verb, group, resource, namespace, name }: Access): string {
  const full = group === '' ? resource : `${resource}.${group}`;
  const where = namespace === null ? '' : ` ${namespace}/${name ?? '*'}`;
  return `${verb} ${full}${where}`;
}

const WORST: Readonly<Record<Subject['state'], number>> = { fail: 0, warn: 1, info: 2 };

function result(check: Check, outcome: Outcome): CheckResult {
  const seen = new Map<string, number>();
  const subjects = (outcome.subjects ?? [])
    .map(draft => subject(check.id, draft, seen))
    .sort((a, b) => WORST[a.state] - WORST[b.state]);
  const state: CheckState = outcome.state ?? subjects[0]?.state ?? 'pass';
  const steps = subjects.flatMap(({ step }) => (step === null ? [] : [step]));
  return {
    checkId: check.id,
    title: message(`check.${check.id}.title`),
    state,
    message: outcome.message ?? defaultMessage(check.id, state, subjects, outcome.reason),
    reason: outcome.reason ?? null,
    missing: outcome.missing ?? [],
    area: check.area,
    phase: check.phase,
    canBlock: check.canBlock,
    subjects,
    evidence: outcome.evidence ?? [],
    remediation: outcome.remediation ?? null,
    documentation: check.documentation,
    sources: check.sources,
    covers: check.covers,
    step: steps.length === 0 ? null : Math.min(...steps),
  };
}

function defaultMessage(
  id: string,
  state: CheckState,
  subjects: readonly Subject[],
  reason: Message | undefined,
): Message {
  const [first] = subjects;
  if (first !== undefined) {
    return subjects.length === 1
      ? first.message
      : message('check.several', { first: first.message, count: subjects.length - 1 });
  }
  return state === 'unknown' && reason !== undefined ? reason : message(`check.${id}.pass`);
}

function subject(checkId: string, draft: SubjectDraft, seen: Map<string, number>): Subject {
  const { apiVersion, kind, namespace, name, state, aspect = '' } = draft;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const base = [checkId, group, kind, namespace ?? '', name, aspect].join('|');
  const times = seen.get(base) ?? 0;
  seen.set(base, times + 1);
  return {
    ...{ id: times === 0 ? base : `${base}|${times}`, apiVersion, kind, namespace, name, state },
    message: draft.message,
    step: draft.step ?? null,
    owner: draft.owner ?? null,
    evidence: draft.evidence ?? [],
    commands: draft.commands ?? [],
  };
}
