/** Makes a rule from rows of facts and a search for them: severity, words, fix and hover follow from the row. */
import { NeedsPerson } from '../edit/builder';
import { Converter } from '../convert/converter';
import { explainApi, sentences } from '../judge/apiWords';
import { type Draft, type Rule, type Subject } from '../judge/rule';
import { type FixMode, type Severity } from '../model/finding';
import { type Fix } from '../model/fix';
import { message, type Message } from '../model/message';
import { type Edit, type Span } from '../model/text';
import { armAt } from '../yaml/mask';
import { type Scan } from '../yaml/scan';
import { keepAnnotationEditsApart } from './annotations';
import { type FieldRow, type FieldState, lifecycleOf, stateOf, stepOf } from './row';

/** One place where a row applies. */
export interface Hit {
  readonly span: Span;
  readonly row: FieldRow;
  /** "The field spec.ipFamily": what the sentence is about. */
  readonly what: Message;
  /** The API server does not warn at this very place. */
  readonly silent?: boolean;
  /** The sentence, where the row's dates do not make one. */
  readonly words?: Message;
  /** Field or annotation that says something else, for which the server refuses the object. */
  readonly differsFrom?: string;
  /** Where the row's own dates do not tell (a socket, a registry). */
  readonly severity?: Severity;
  /** Besides what the row's dates say. */
  readonly note?: Message;
  /** The fix, or why there is none. NeedsPerson stops it. */
  readonly fix: ((converter: Converter) => void) | Message;
}

/** What the rule's page says besides its rows: words under `rule.<id>.{title,what,why,how}`. */
export interface RulePage {
  readonly severity: Severity;
  readonly rows: readonly FieldRow[];
  /** Case under test/fixtures/fields/<id> that the page shows. */
  readonly example: string;
}

export interface FieldRule extends Rule {
  readonly page: RulePage;
}

export interface FieldRuleInput {
  readonly id: string;
  readonly triggers: readonly string[];
  readonly mayApply?: (scan: Scan) => boolean;
  readonly page: RulePage;
  find(subject: Subject): Iterable<Hit>;
}

/** A rule whose findings are hits of rows; hits of one place (an anchor used twice) are one finding. */
export function defineFieldRule(input: FieldRuleInput): FieldRule {
  const { id, triggers, mayApply, page } = input;
  const find = (subject: Subject): readonly Hit[] =>
    subject.context.catalog.isBuiltIn(subject.resource.ref.apiVersion) || subject.resource.kind === 'Config'
      ? [...input.find(subject)]
      : [];
  return {
    id,
    page,
    triggers,
    ...(mayApply && { mayApply }),
    *check(subject) {
      const seen = new Set<string>();
      for (const hit of find(subject)) {
        const key = `${hit.span.start} ${hit.row.name}`;
        const draft = seen.has(key) ? undefined : draftOf(hit, subject);
        seen.add(key);
        if (draft) yield draft;
      }
    },
    fix: (subject, span, mode) => fixOf(find(subject), subject, span, mode),
    explain: (subject, finding) => {
      const { rows = [], ...rest } = explainApi(subject, finding);
      const row = find(subject).find(hit => hit.span.start === finding.start)?.row;
      return {
        ...rest,
        rows: row ? rows.map((each, index) => (index === END_ROW ? (endOf(row) ?? each) : each)) : rows,
        changes: [message(`rule.${id}.how`)],
        advice: [message(`rule.${id}.why`)],
      };
    },
  };
}

/** Place of "removed in" among the hover's rows. */
const END_ROW = 1;

/** A field is rarely "removed": the row says what becomes of it. */
function endOf({ ends, end }: FieldRow): { label: Message; value: Message } | undefined {
  if (ends === null || end === null || end === 'unknown') return undefined;
  return { label: message(`fields.row.${end}`), value: message('explain.version', { version: ends }) };
}

function draftOf(hit: Hit, subject: Subject): Draft | undefined {
  const { target } = subject.context;
  const state = stateOf(hit.row, target, hit.silent);
  if (!state) return undefined;
  const condition = clusterConditionAt(subject, hit.span.start);
  const severity = condition === null ? (hit.severity ?? state.severity) : 'hint';
  const use =
    typeof hit.fix === 'function' && hit.row.replacement !== null
      ? message('fields.use', { replacement: hit.row.replacement })
      : null;
  const inBranch = condition === null ? null : message('api.inBranch', { condition });
  return {
    ...hit.span,
    severity,
    deprecated: severity === 'error' || (severity === 'warning' && state.deprecated),
    message: sentences(hit.words ?? stateWords(hit, state, target.version), hit.note, inBranch ?? use),
    lifecycle: lifecycleOf(hit.row),
    step: stepOf(hit.row, target),
  };
}

/** The condition on the cluster under which a place of a template is rendered: a deliberate choice, never rewritten. */
function clusterConditionAt({ resource, branch }: Subject, offset: number): string | null {
  const { arms } = resource.document;
  for (let arm = armAt(arms, offset); arm; arm = arm.parent) {
    if (arm.actions.some(body => body.includes('.Capabilities'))) return arm.actions.join(' / ');
  }
  return branch.find(body => body.includes('.Capabilities')) ?? null;
}

const ENDED = {
  'no-effect': 'fields.noEffect',
  unknown: 'fields.unknown',
  refused: 'fields.refused',
  redirected: 'fields.redirected',
};

function stateWords({ row, what, differsFrom }: Hit, state: FieldState, target: string): Message {
  if (differsFrom !== undefined) return message('fields.mustMatch', { what, field: differsFrom, target });
  if (state.ended && row.end) return message(ENDED[row.end], { what, version: row.ends!, target });
  const version = row.deprecated ?? row.warns;
  const now =
    version === null
      ? message('fields.deprecatedAlways', { what, target })
      : message('fields.deprecated', { what, version, target });
  const later = row.ends !== null && row.end ? message(`${ENDED[row.end]}Later`, { version: row.ends }) : null;
  return sentences(now, later);
}

function fixOf(hits: readonly Hit[], subject: Subject, span: Span, mode: FixMode): Fix {
  const here = hits.filter(hit => hit.span.start === span.start && hit.span.end === span.end);
  const first = here[0];
  if (!first) return { kind: 'manual', reason: message('fix.stale') };
  if (typeof first.fix !== 'function') return { kind: 'manual', reason: first.fix };
  const { resource } = subject;
  if (clusterConditionAt(subject, span.start) !== null) return { kind: 'manual', reason: message('fix.capability') };
  if (resource.document.broken) return { kind: 'manual', reason: message('fix.broken') };
  const { apiVersion } = resource.ref;
  try {
    const converter = new Converter(resource, apiVersion, apiVersion, mode);
    for (const hit of here) if (typeof hit.fix === 'function') hit.fix(converter);
    return edited(converter, keepAnnotationEditsApart(resource, converter.edits.finish()));
  } catch (error) {
    if (error instanceof NeedsPerson) return { kind: 'manual', reason: error.reason };
    throw error;
  }
}

/** In a template what a value becomes is not known for sure: the edit is offered, never made unasked. */
function edited(converter: Converter, edits: readonly Edit[]): Fix {
  const reason =
    converter.choiceReason ?? (converter.resource.document.template ? message('fix.templateChoice') : null);
  return {
    kind: 'edits',
    edits,
    certainty: reason ? 'choice' : 'certain',
    pinned: converter.pinned,
    notes: [...(reason ? [reason] : []), ...converter.notes],
  };
}
