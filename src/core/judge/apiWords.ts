/** Findings on APIs in words: the sentence of the squiggle and the table of the hover. */
import { findConversion } from '../convert/engine';
import { policyAdvice } from '../convert/manualReasons';
import { type Finding, type Lifecycle, type Severity } from '../model/finding';
import { type Explanation } from '../model/fix';
import { patchesOf } from '../kustomize/patches';
import { message, type Message } from '../model/message';
import { isMap } from '../yaml/parse';
import { keyText, MapView } from '../yaml/view';
import { type ApiUse } from './api';
import { type Draft, type Subject } from './rule';

/** Several sentences as one message. */
export function sentences(...parts: readonly (Message | null | undefined)[]): Message {
  const given = parts.filter(part => part !== null && part !== undefined);
  return given.reduce((first, second) => message('text.two', { first, second }));
}

export function apiDraft(use: ApiUse, subject: Subject, lifecycle: Lifecycle, instead: Message): Draft {
  const { target } = subject.context;
  const { entry, verdict } = use;
  const severity: Severity = verdict.state === 'removed' ? 'error' : 'warning';
  const key = { removed: 'api.removed', 'removal-expected': 'api.expected', deprecated: 'api.deprecated' }[
    verdict.state as 'removed'
  ];
  const config = entry.category === 'config' && verdict.state === 'removed' ? 'Config' : '';
  const what = message(key + config, {
    kind: use.kind,
    apiVersion: use.apiVersion.text,
    version: (verdict.state === 'deprecated' ? entry.deprecated : entry.removed) ?? '',
    target: target.version,
  });
  const removal =
    verdict.state === 'deprecated' && entry.removed
      ? message(verdict.removalExpected ? 'api.thenExpected' : 'api.then', { version: entry.removed })
      : null;
  const step = stepWords(verdict.step, target.path);
  const related = use.reference ? [] : [...(relatedFields(use, subject, lifecycle) ?? []), ...patchesOf(subject)];
  const span = use.apiVersion.span;
  if (use.capability !== null) {
    const branch = message('api.inBranch', { condition: use.capability });
    return {
      ...span,
      severity: 'hint',
      deprecated: false,
      message: sentences(what, branch),
      lifecycle,
      step: verdict.step,
    };
  }
  return {
    ...span,
    severity,
    deprecated: true,
    message: sentences(what, removal, step, use.releases, instead),
    related,
    lifecycle,
    step: verdict.step,
  };
}

export function unavailableDraft(use: ApiUse, subject: Subject, lifecycle: Lifecycle): Draft {
  const { current, version } = subject.context.target;
  const key = use.verdict.unavailable === 'off-by-default' ? 'api.offByDefault' : 'api.tooNew';
  return {
    ...use.apiVersion.span,
    severity: 'information',
    deprecated: false,
    message: message(key, {
      kind: use.kind,
      apiVersion: use.apiVersion.text,
      version: use.entry.introduced ?? '',
      current: current ?? version,
    }),
    lifecycle,
  };
}

/** "Breaks at step 1 of 2 (1.26)": only where there is more than one step to speak of. */
function stepWords(step: number | null, path: readonly string[]): Message | null {
  if (step === null || path.length < 3) return null;
  if (step === 0) return message('api.brokenToday', { version: path[0]! });
  return message('api.step', { step, steps: path.length - 1, version: path[step]! });
}

/** The fields that change shape, as far as the conversion names them by a path that is there. */
function relatedFields(use: ApiUse, subject: Subject, lifecycle: Lifecycle): Draft['related'] {
  const conversion = lifecycle.replacement
    ? findConversion(use.kind, use.apiVersion.text, lifecycle.replacement)
    : undefined;
  if (!conversion) return [];
  return conversion.changes.flatMap(change => {
    const field =
      String(change.args?.from ?? '')
        .split('.')
        .at(-1) ?? '';
    const at = field === '' ? undefined : firstKey(subject.resource.map, field, 0);
    return at ? [{ ...at, message: change }] : [];
  });
}

function firstKey(map: MapView, key: string, depth: number): { start: number; end: number } | undefined {
  if (depth > 12) return undefined;
  for (const pair of map.pairs) {
    const range = (pair.key as { range?: [number, number, number] | null } | null)?.range;
    if (range && keyText(map.document, pair) === key) return { start: range[0], end: range[1] };
    const found = firstKeyIn(map, pair.value, key, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function firstKeyIn(
  map: MapView,
  value: unknown,
  key: string,
  depth: number,
): { start: number; end: number } | undefined {
  if (isMap(value)) return firstKey(new MapView(map.document, value, map.via), key, depth);
  const items = (value as { items?: unknown[] } | null)?.items;
  if (!Array.isArray(items)) return undefined;
  for (const item of items.slice(0, 50)) {
    const found = isMap(item) ? firstKey(new MapView(map.document, item, map.via), key, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The hover's table and lists. */
export function explainApi(subject: Subject, finding: Finding): Partial<Explanation> {
  const { lifecycle, resource } = finding;
  if (!lifecycle) return {};
  const version = (value: string | null): Message =>
    value === null ? message('explain.never') : message('explain.version', { version: value });
  const conversion = lifecycle.replacement
    ? findConversion(resource.kind, resource.apiVersion, lifecycle.replacement)
    : undefined;
  const name = lifecycle.replacementKind
    ? `${lifecycle.replacementKind} ${lifecycle.replacement}`
    : (lifecycle.replacement ?? '');
  return {
    rows: [
      { label: message('explain.deprecatedIn'), value: version(lifecycle.deprecatedIn) },
      {
        label: message('explain.removedIn'),
        value:
          lifecycle.removalExpected && lifecycle.removedIn
            ? message('explain.expected', { version: lifecycle.removedIn })
            : version(lifecycle.removedIn),
      },
      {
        label: message('explain.use'),
        value: lifecycle.replacement ? message('explain.code', { text: name }) : message('explain.nothing'),
      },
      {
        label: message('explain.since'),
        value: lifecycle.replacementSince ? version(lifecycle.replacementSince) : message('explain.nothing'),
      },
    ],
    changes: conversion?.changes ?? [],
    advice: resource.kind === 'PodSecurityPolicy' ? policyAdvice(subject.resource) : [],
    sources: lifecycle.sources,
  };
}
