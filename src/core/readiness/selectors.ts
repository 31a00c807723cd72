/** Label selectors and owners, as the API server reads them. */
import { type ObjectMeta, type OwnerReference } from '../snapshot/metadata';
import { type LabelSelector } from '../snapshot/kinds';

type Labels = Readonly<Record<string, string>>;

/** A missing selector matches nothing, an empty one everything. */
export function matches(selector: LabelSelector | undefined, labels: Labels = {}): boolean {
  if (selector === undefined) return false;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key = '', operator, values = [] }) => {
      const value = labels[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          return false;
      }
    })
  );
}

/** The owner that would make the object anew. */
export function controllerOf({ ownerReferences = [] }: ObjectMeta): OwnerReference | undefined {
  return ownerReferences.find(({ controller }) => controller === true);
}

/** Objects by namespace, so that a selector looks only at those it can match. */
export function byNamespace<T extends { readonly metadata: ObjectMeta }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const namespace = item.metadata.namespace ?? '';
    const list = found.get(namespace);
    if (list === undefined) found.set(namespace, [item]);
    else list.push(item);
  }
  return found;
}
