/** Fields of Services that are deprecated, or drop traffic while nodes are replaced. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { isOlderThan } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { hasReady } from '../readiness/services';
import { about, field, named } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';
import { compareMinors } from '../verdict/target';
import { type KindObject } from '../snapshot/kinds';

const ID = 'check.service-fields';
const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MINUTES = 10;
type Said = readonly [key: string, state: SubjectDraft['state'], path: string, value: string, step?: number | null];

export default defineCheck({
  id: 'service-fields',
  covers: [
    'SVC-EXTERNALIPS',
    'SVC-LBIP',
    'SVC-PREFERCLOSE',
    'SVC-TOPOKEYS',
    'SVC-ETPLOCAL',
    'SVC-NOENDPOINTS',
    'SVC-LB-PENDING',
  ],
  area: 'network',
  phase: 'any',
  canBlock: true,
  needs: ['services', 'endpointslices'],
  sources: [
    'https://kubernetes.io/blog/2026/05/14/kubernetes-v1-36-deprecation-and-removal-of-service-externalips/',
    'https://github.com/kubernetes/enhancements/issues/5707',
    'https://github.com/kubernetes/api/blob/v0.36.3/core/v1/types.go',
    'https://kubernetes.io/docs/concepts/services-networking/service/',
  ],
  run({ services, endpointslices, target, current, snapshot }) {
    const slicesOf = new Map<string, KindObject<'endpointslices'>[]>();
    for (const slice of endpointslices) {
      const key = `${slice.metadata.namespace ?? ''}/${slice.metadata.labels?.['kubernetes.io/service-name'] ?? ''}`;
      slicesOf.set(key, [...(slicesOf.get(key) ?? []), slice]);
    }
    const external = crossedAt('1.40', target, current);
    const judge = (service: KindObject<'services'>): readonly Said[] => {
      const { spec = {}, status, metadata } = service;
      const said: Said[] = [];
      const ips = spec.externalIPs ?? [];
      if (ips.length > 0 && external !== null)
        said.push(['externalGone', 'fail', 'spec.externalIPs', ips.join(', '), external]);
      else if (ips.length > 0 && compareMinors(target.version, '1.36') >= 0)
        said.push(['external', 'warn', 'spec.externalIPs', ips.join(', ')]);
      if (spec.loadBalancerIP) said.push(['address', 'info', 'spec.loadBalancerIP', spec.loadBalancerIP]);
      if (spec.trafficDistribution === 'PreferClose' && compareMinors(target.version, '1.34') >= 0)
        said.push(['preferClose', 'info', 'spec.trafficDistribution', 'PreferClose']);
      const hints = metadata.annotations?.[HINTS];
      if ((spec.topologyKeys ?? []).length > 0)
        said.push(['topology', 'info', 'spec.topologyKeys', (spec.topologyKeys ?? []).join(', ')]);
      else if (hints !== undefined) said.push(['topology', 'info', `metadata.annotations["${HINTS}"]`, hints]);
      const slices = slicesOf.get(`${metadata.namespace ?? ''}/${metadata.name}`) ?? [];
      if (spec.externalTrafficPolicy === 'Local') {
        const nodes = new Set(
          slices.flatMap(({ endpoints = [] }) =>
            endpoints.filter(({ conditions }) => conditions?.ready !== false).map(({ nodeName }) => nodeName),
          ),
        );
        said.push(['local', nodes.size === 1 ? 'warn' : 'info', 'spec.externalTrafficPolicy', `Local (${nodes.size})`]);
      }
      const selects = Object.keys(spec.selector ?? {}).length > 0 && spec.type !== 'ExternalName';
      if (selects && !slices.some(hasReady)) said.push(['idle', 'info', 'endpointslices', String(slices.length)]);
      const waits = spec.type === 'LoadBalancer' && (status?.loadBalancer?.ingress ?? []).length === 0;
      if (waits && isOlderThan(MINUTES, metadata.creationTimestamp, snapshot.takenAt))
        said.push(['pending', 'warn', 'status.loadBalancer', '{}']);
      return said;
    };
    const subjects = services.flatMap(service =>
      judge(service).map(([key, state, path, value, step = null]) =>
        about('services', service, {
          ...{ state, step, aspect: key },
          message: message(`${ID}.${key}`, { ...named(service.metadata), value }),
          evidence: [field(path, value)],
        }),
      ),
    );
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
