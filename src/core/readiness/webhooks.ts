/** Admission webhooks: what they are called for, and in which namespaces. */
import { type KindObject, type LabelSelector, type Webhook } from '../snapshot/kinds';
import { matches } from './selectors';

export type WebhookKind = 'validatingwebhookconfigurations' | 'mutatingwebhookconfigurations';
export interface WebhookConfiguration {
  readonly kind: WebhookKind;
  readonly metadata: KindObject<WebhookKind>['metadata'];
  readonly webhooks: readonly Webhook[];
}
type Rule = NonNullable<Webhook['rules']>[number];
type Namespace = KindObject<'namespaces'>;

/** What Amazon EKS puts into every cluster, and nobody there can change. */
const PROVIDER =
  /^(?:vpc-resource-(?:validating|mutating)-webhook|pod-identity-webhook|eks-aws-auth-configmap-validation-webhook)$/;

/** Both kinds in one list, without the provider's own and without webhooks that no request reaches. */
export function configurations(
  validating: readonly KindObject<'validatingwebhookconfigurations'>[],
  mutating: readonly KindObject<'mutatingwebhookconfigurations'>[],
): readonly WebhookConfiguration[] {
  const of = (kind: WebhookKind, items: readonly KindObject<WebhookKind>[]): readonly WebhookConfiguration[] =>
    items
      .filter(({ metadata }) => !PROVIDER.test(metadata.name))
      .map(({ metadata, webhooks = [] }) => ({ kind, metadata, webhooks: webhooks.filter(isCalled) }));
  return [...of('validatingwebhookconfigurations', validating), ...of('mutatingwebhookconfigurations', mutating)];
}

function isCalled({ rules = [] }: Webhook): boolean {
  return rules.length > 0;
}

/** Fail is what an API server takes when nothing is said. */
export function isFail({ failurePolicy = 'Fail' }: Webhook): boolean {
  return failurePolicy === 'Fail';
}

/** "group/resource" → whether it is namespaced. A cluster cannot run or heal without these. */
const ESSENTIAL: Readonly<Record<string, boolean>> = {
  '/pods': true,
  '/nodes': false,
  '/nodes/status': false,
  '/namespaces': false,
  '/serviceaccounts': true,
  '/configmaps': true,
  '/secrets': true,
  '/services': true,
  '/events': true,
  'coordination.k8s.io/leases': true,
  'discovery.k8s.io/endpointslices': true,
  'apps/daemonsets': true,
  'apps/deployments': true,
  'apps/replicasets': true,
};

/** Whether one rule is called for writes of a resource such as "apps/deployments" ("/pods" for the core group). */
export function covers(rule: Rule, resource: string, namespaced: boolean): boolean {
  const { apiGroups = [], resources = [], operations = [], scope = '*' } = rule;
  const group = resource.slice(0, resource.indexOf('/'));
  const [name = '', sub] = resource.slice(resource.indexOf('/') + 1).split('/');
  if (scope === (namespaced ? 'Cluster' : 'Namespaced')) return false;
  if (!operations.some(operation => ['*', 'CREATE', 'UPDATE', 'DELETE'].includes(operation))) return false;
  if (!apiGroups.some(given => given === '*' || given === group)) return false;
  return resources.some(given => {
    const [resourceName = '', subName] = given.split('/');
    if (resourceName !== '*' && resourceName !== name) return false;
    return sub === undefined ? subName === undefined || given === '*/*' : subName === sub || subName === '*';
  });
}

/** The essential resources that a webhook is called for, as "namespaced" or not. */
export function essentials({
  rules = [],
}: Webhook): readonly { readonly resource: string; readonly namespaced: boolean }[] {
  return Object.entries(ESSENTIAL)
    .filter(([resource, namespaced]) => rules.some(rule => covers(rule, resource, namespaced)))
    .map(([resource, namespaced]) => ({ resource: resource.replace(/^\//, ''), namespaced }));
}

/** Whether the webhook is called for objects in this namespace. */
export function selects({ namespaceSelector }: Webhook, { metadata }: Namespace): boolean {
  return isEmpty(namespaceSelector) || matches(namespaceSelector, metadata.labels);
}

/** A selector that lets everything through. */
export function isEmpty(selector: LabelSelector | undefined): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}
