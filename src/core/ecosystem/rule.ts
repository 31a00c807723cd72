/** Words, fix and hover of the rules on custom resources: one rule for what is gone, one for what is deprecated. */
import { toApiVersion } from '../catalog/catalog';
import { Converter } from '../convert/converter';
import { NeedsPerson } from '../edit/needsPerson';
import { sentences } from '../judge/apiWords';
import { defineRule, type Draft, type Rule, type Subject } from '../judge/rule';
import { type FixMode, type Severity } from '../model/finding';
import { type Explanation, type Fix } from '../model/fix';
import { message, type Message } from '../model/message';
import { type Span } from '../model/text';
import { type CustomReplacement } from './catalog';
import { chooseCustom, type CustomState, type CustomUse, customUses, mayBeCustom } from './judge';

/** A rule that reports the uses in these states. */
export function customRule(id: string, states: readonly CustomState[]): Rule {
  return defineRule({
    id,
    triggers: [],
    mayApply: (scan, _table, context) => mayBeCustom(scan, context),
    *check(subject) {
      for (const use of customUses(subject)) if (states.includes(use.state)) yield draftOf(use, subject);
    },
    fix: fixOf,
    explain: explainOf,
  });
}

const SEVERITY: Readonly<Record<CustomState, Severity>> = {
  removed: 'error',
  deprecated: 'warning',
  'perhaps-removed': 'information',
  'perhaps-deprecated': 'information',
};

function draftOf(use: CustomUse, subject: Subject): Draft {
  const choice = chooseCustom(use, subject.context);
  const to = choice.kind === 'use' ? choice.to : null;
  const severity = use.condition === null ? SEVERITY[use.state] : 'hint';
  const condition = use.condition === null ? null : message('api.inBranch', { condition: use.condition });
  const instead = to && message('api.use', { replacement: nameOf(use, to) });
  return {
    ...use.apiVersion.span,
    severity,
    // Only what is certain is struck through.
    deprecated: severity === 'error' || severity === 'warning',
    message: sentences(what(use, subject), condition ?? instead),
    lifecycle: {
      deprecatedIn: null,
      removedIn: null,
      removalExpected: false,
      replacement: to && toApiVersion(to),
      replacementKind: to && to.kind !== singular(use) ? to.kind : null,
      replacementSince: null,
      sources: use.lifecycle?.sources ?? [],
    },
  };
}

function what({ state, lifecycle, definition, kind, apiVersion, running }: CustomUse, { context }: Subject): Message {
  const names = { kind, apiVersion: apiVersion.text };
  if (definition) {
    if (!definition.served) return message('ecosystem.notServed', names);
    const { warning } = definition;
    return warning === null
      ? message('ecosystem.marked', names)
      : message('ecosystem.markedWith', { ...names, warning });
  }
  const { name, component, removed, deprecated } = lifecycle!;
  const version = (state.endsWith('removed') ? removed : deprecated) ?? '';
  if (component === 'k8s') return message(`api.${state}`, { ...names, version, target: context.target.version });
  const args = { ...names, name, version };
  if (state === 'removed') return message('ecosystem.removed', { ...args, running: running! });
  if (state === 'perhaps-removed') return message('ecosystem.perhapsRemoved', args);
  const now =
    state === 'deprecated'
      ? message('ecosystem.deprecated', { ...args, running: running! })
      : message('ecosystem.perhapsDeprecated', args);
  return sentences(now, removed === null ? null : message('ecosystem.then', { name, version: removed }));
}

function nameOf(use: CustomUse, to: CustomReplacement): string {
  return to.kind === singular(use) ? toApiVersion(to) : `${to.kind} (${toApiVersion(to)})`;
}

/** A list's rows are those of its items. */
function singular({ kind, lifecycle }: CustomUse): string {
  return lifecycle?.kind ?? kind;
}

function fixOf(subject: Subject, span: Span, mode: FixMode): Fix {
  const manual = (key: string, args?: Record<string, string>): Fix => ({ kind: 'manual', reason: message(key, args) });
  const use = customUses(subject).find(each => each.apiVersion.span.start === span.start);
  if (!use) return manual('fix.stale');
  if (use.condition !== null) return manual('fix.capability');
  const { resource, branch, context } = subject;
  const { apiVersion, kind } = use;
  const name = use.lifecycle?.name ?? kind;
  const choice = chooseCustom(use, context);
  if (choice.kind === 'none') return manual('ecosystem.noReplacement', { kind });
  const replacement = nameOf(use, choice.to);
  if (choice.kind === 'not-served')
    return manual('ecosystem.servedLater', { name, running: use.running ?? '', replacement });
  if (choice.to.kind !== singular(use)) return manual('ecosystem.otherKind', { kind, replacement });
  if (resource.document.broken) return manual('fix.broken');
  if (apiVersion.helper !== undefined) return manual('helm.helper', { helper: apiVersion.helper });
  if (resource.apiVersions.length > 1)
    return manual(resource.document.template ? 'fix.branch' : 'fix.unknown.duplicate', { field: 'apiVersion' });
  if (apiVersion.indirect) return manual('fix.unknown.alias', { field: 'apiVersion' });
  try {
    const to = toApiVersion(choice.to);
    const converter = new Converter(resource, apiVersion.text, to, mode);
    converter.edits.setScalar(resource.map, apiVersion.scalar, to);
    const certain = choice.certain && branch.length === 0 && resource.document.arms.length === 0;
    const { available } = choice.to;
    const since =
      use.running === null && available !== null ? [message('ecosystem.needs', { name, version: available })] : [];
    return {
      kind: 'edits',
      edits: converter.edits.finish(),
      certainty: certain ? 'certain' : 'choice',
      pinned: [],
      notes: choice.certain ? since : [message('ecosystem.compare', { replacement }), ...since],
    };
  } catch (error) {
    if (error instanceof NeedsPerson) return { kind: 'manual', reason: error.reason };
    throw error;
  }
}

function explainOf(subject: Subject, finding: Span): Partial<Explanation> {
  const use = customUses(subject).find(each => each.apiVersion.span.start === finding.start);
  if (!use?.lifecycle) return {};
  const { name, deprecated, removed, replacements, sources } = use.lifecycle;
  const release = (version: string | null): Message =>
    version === null ? message('explain.never') : message('ecosystem.release', { name, version });
  const choice = chooseCustom(use, subject.context);
  const to = choice.kind === 'none' ? replacements.at(-1) : choice.to;
  return {
    rows: [
      { label: message('explain.deprecatedIn'), value: release(deprecated) },
      { label: message('explain.removedIn'), value: release(removed) },
      {
        label: message('explain.use'),
        value: to ? message('explain.code', { text: nameOf(use, to) }) : message('explain.nothing'),
      },
      { label: message('explain.since'), value: to?.available ? release(to.available) : message('explain.nothing') },
    ],
    advice: use.running === null ? [message('ecosystem.say', { name, component: use.lifecycle.component })] : [],
    sources,
  };
}
