/**
 * RBAC rules and admission webhook rules that still name a group a kind has left (such as `extensions`), without its new
 * group beside it: the rule silently stops to apply. The API server accepts it, so it is a hint, never struck through.
 */
import { type ApiEntry, toApiVersion } from '../catalog/catalog';
import { defineRule, type Draft, type Subject } from '../judge/rule';
import { type Context } from '../model/context';
import { message } from '../model/message';
import { chooseReplacement } from '../verdict/replacement';
import { verdict } from '../verdict/verdict';
import { isScalar } from '../yaml/parse';
import { mapsOf } from '../yaml/resources';
import { type MapView, scalarText } from '../yaml/view';

const ROLES = new Set(['Role', 'ClusterRole']);
const WEBHOOKS = new Set(['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']);

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export default defineRule({
  id: 'api-group-reference',
  triggers: ['extensions'],
  *check(subject) {
    const { resource } = subject;
    const { document, map } = resource;
    if (!subject.context.catalog.isBuiltIn(resource.ref.apiVersion)) return;
    if (ROLES.has(resource.kind)) {
      for (const rule of mapsOf(document, map.peekItems('rules'))) yield* checkRule(subject, rule);
    } else if (WEBHOOKS.has(resource.kind)) {
      for (const webhook of mapsOf(document, map.peekItems('webhooks'))) {
        for (const rule of mapsOf(document, webhook.peekItems('rules'))) yield* checkRule(subject, rule);
      }
    }
  },
});

function* checkRule(subject: Subject, rule: MapView): Iterable<Draft> {
  const groups = words(rule, 'apiGroups');
  const resources = words(rule, 'resources').map(word => word.text.split('/')[0]!);
  const versions = new Set(words(rule, 'apiVersions').map(word => word.text));
  const named = new Set(groups.map(group => group.text));
  if (named.has('*')) return;
  for (const group of groups) {
    for (const entry of movedKinds(subject.context, group.text)) {
      const plural = pluralOf(entry.kind);
      const applies = resources.includes(plural) || resources.includes('*');
      const versionApplies = versions.size === 0 || versions.has('*') || versions.has(entry.version);
      const next = chooseReplacement(
        entry,
        { ...subject.context.target, current: null },
        subject.context.catalog,
      ).replacement;
      if (!applies || !versionApplies || !next || next.group === group.text || named.has(next.group)) continue;
      yield {
        start: group.start,
        end: group.end,
        severity: 'hint',
        deprecated: false,
        message: message('api.groupReference', {
          group: group.text,
          resource: plural,
          version: entry.removed ?? '',
          target: subject.context.target.version,
          successor: next.group,
        }),
      };
      break;
    }
  }
}

/** Kinds of a group that the target no longer serves in any version of that group. */
function movedKinds(context: Context, group: string): ApiEntry[] {
  const entries = context.catalog.group(group).filter(entry => entry.category === 'resource');
  const gone = (entry: ApiEntry): boolean => verdict(entry, context.target, context.catalog).state === 'removed';
  return entries.filter(
    entry =>
      gone(entry) &&
      entries.every(other => other.kind !== entry.kind || gone(other) || toApiVersion(other) === toApiVersion(entry)),
  );
}

/** Resource name of a built-in kind, by the rule its API conventions follow. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name.endsWith('s')) return name === 'endpoints' ? name : `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function words(map: MapView, key: string): Word[] {
  return map.peekItems(key).flatMap(item => {
    const text = isScalar(item.node) ? scalarText(map.document, item.node) : undefined;
    const range = item.node.range;
    return text === undefined || !range ? [] : [{ text, start: range[0], end: range[1] }];
  });
}
