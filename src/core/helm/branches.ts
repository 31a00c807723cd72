/** Under which conditions on the cluster a place of a template is rendered, and for which releases. */
import { type Subject } from '../judge/rule';
import { message, type Message } from '../model/message';
import { compareMinors } from '../verdict/target';
import { type Arm, armAt } from '../yaml/mask';
import { type ParsedDocument } from '../yaml/parse';
import { clusterAt } from './cluster';
import { type Taken, takenBy, type Template, TemplateScope, together } from './template';

/**
 * `always`: no condition on the cluster. `taken` and `never`: the condition holds, or does not, in this release.
 * `unknown`: there is one that cannot be worked out; `condition` is its text.
 */
export type Branch =
  { readonly state: 'always' | 'taken' | 'never' } | { readonly state: 'unknown'; readonly condition: string };

/** What a template's expressions may refer to; `context.file.chart` gives the chart's helpers. */
export type Place = Pick<Subject, 'branch' | 'given' | 'context'> & { readonly document: ParsedDocument };

export function placeOf({ resource, branch, given, context }: Subject): Place {
  return { document: resource.document, branch, given, context };
}

export function branchAt(subject: Subject, offset: number, minor: string): Branch {
  if (!subject.resource.document.template && subject.branch.length === 0) return { state: 'always' };
  return branchOf(placeOf(subject), offset, minor);
}

function branchOf(place: Place, offset: number, minor: string): Branch {
  const { document, branch, context } = place;
  const template = templateOf(place);
  const cluster = clusterAt(minor, context);
  const outside = branch.map(bodies => bodies.split(' / '));
  const inside: Arm[] = [];
  for (let arm = armAt(document.arms, offset); arm; arm = arm.parent) inside.push(arm);
  const arms: (Taken & { readonly actions: readonly string[] })[] = [
    ...inside.map(({ actions, start }) => ({
      actions,
      ...takenBy(actions, new TemplateScope(template, cluster, start)),
    })),
    ...outside.map(actions => ({ actions, ...takenBy(actions, new TemplateScope(template, cluster, 0)) })),
  ];
  const { is, ofCluster } = together(arms);
  if (is === false && ofCluster) return { state: 'never' };
  const asked = arms.find(arm => arm.ofCluster && arm.is === 'unknown');
  if (asked) return { state: 'unknown', condition: asked.actions.join(' / ') };
  return { state: ofCluster ? 'taken' : 'always' };
}

export function templateOf({ document, given, context }: Place): Template {
  const { actions, arms } = document;
  return { actions, arms, given: given ?? [], helpers: context.file?.chart?.helpers ?? '' };
}

/** Releases around `minor` in which `test` holds, in words; null when it holds in all of them. */
export function releasesWhere(test: (minor: string) => boolean, minor: string, newest: string): Message | null {
  const last = Math.max(Number(newest.slice(2)), Number(minor.slice(2)));
  const at = Number(minor.slice(2));
  let from = at;
  let to = at;
  while (from > 1 && test(`1.${from - 1}`)) from--;
  while (to < last && test(`1.${to + 1}`)) to++;
  if (from === 1 && to === last) return null;
  if (to === last) return message('helm.from', { version: `1.${from}` });
  return from === 1
    ? message('helm.until', { version: `1.${to}` })
    : message('helm.between', { from: `1.${from}`, to: `1.${to}` });
}

/** Releases that take the branch at `offset`, as far as they lie together with `minor`. */
export function releasesOf(subject: Subject, offset: number, minor: string): Message | null {
  const test = (release: string): boolean => branchAt(subject, offset, release).state !== 'never';
  return releasesWhere(test, minor, subject.context.catalog.newest);
}

/** Versions on the way, the target last; today's own is not one of them. */
export function stepsOf({ context: { target } }: Pick<Subject, 'context'>): readonly string[] {
  const steps = target.path.filter(version => target.current === null || compareMinors(version, target.current) > 0);
  return steps.length > 0 ? steps : [target.version];
}
