/** Whether something answers behind a Service that the API server calls. */
import { type KindObject } from '../snapshot/kinds';
import { byNamespace } from './selectors';

type Service = KindObject<'services'>;
type Slice = KindObject<'endpointslices'>;
type Namespace = KindObject<'namespaces'>;

export interface ServiceRef {
  readonly namespace?: string;
  readonly name?: string;
  /** The Service's port, 443 when left out. */
  readonly port?: number;
}
/** `untold`: an ExternalName, or hand-made endpoints that do not show. */
export type Backend = 'ready' | 'untold' | 'namespaceGone' | 'serviceGone' | 'portGone' | 'noEndpoints';

/** Answers for one reference after the other. */
export function backends(
  services: readonly Service[],
  slices: readonly Slice[],
  namespaces: readonly Namespace[],
): (ref: ServiceRef) => Backend {
  const inNamespace = byNamespace(services);
  const slicesIn = byNamespace(slices);
  const known = new Set(namespaces.map(({ metadata }) => metadata.name));
  return ({ namespace = '', name = '', port = 443 }) => {
    const service = inNamespace.get(namespace)?.find(({ metadata }) => metadata.name === name);
    if (service === undefined) return known.has(namespace) ? 'serviceGone' : 'namespaceGone';
    if (service.spec?.type === 'ExternalName') return 'untold';
    const own = (slicesIn.get(namespace) ?? []).filter(
      ({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name,
    );
    if (Object.keys(service.spec?.selector ?? {}).length === 0 && own.length === 0) return 'untold';
    if (!(service.spec?.ports ?? []).some(({ port: offered }) => offered === port)) return 'portGone';
    return own.some(hasReady) ? 'ready' : 'noEndpoints';
  };
}

/** Whether an endpoint of the slice takes traffic; one that does not say is ready. */
export function hasReady({ endpoints = [] }: Slice): boolean {
  return endpoints.some(({ addresses = [], conditions }) => addresses.length > 0 && conditions?.ready !== false);
}
