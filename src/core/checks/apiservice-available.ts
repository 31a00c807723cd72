/** Extension API servers that do not answer: discovery, namespace deletion and autoscaling depend on them. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { conditionOf, isOlderThan } from '../readiness/ages';
import { about, field } from '../readiness/subjects';
import { type KindObject } from '../snapshot/kinds';

const ID = 'check.apiservice-available';
/** A backend that rolls is away for seconds. */
const MINUTES = 2;
/** Which types of an autoscaler's metrics each group serves. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  'metrics.k8s.io': ['Resource', 'ContainerResource'],
  'custom.metrics.k8s.io': ['Pods', 'Object'],
  'external.metrics.k8s.io': ['External'],
};

export default defineCheck({
  id: 'apiservice-available',
  covers: ['APISVC-AVAIL'],
  area: 'apis',
  phase: 'control-plane',
  canBlock: true,
  needs: ['apiservices'],
  wants: ['namespaces', 'horizontalpodautoscalers'],
  partial: true,
  sources: ['https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/'],
  run({ apiservices, namespaces, horizontalpodautoscalers, snapshot }) {
    const stuck = (namespaces ?? []).filter(
      ({ status }) =>
        status?.phase === 'Terminating' &&
        conditionOf(status.conditions, 'NamespaceDeletionDiscoveryFailure')?.status === 'True',
    );
    const subjects = apiservices.flatMap(service => {
      const { group = '', service: backend } = service.spec ?? {};
      const available = conditionOf(service.status?.conditions, 'Available');
      // Those that the API server answers itself have no backend to lose.
      if (backend === undefined || available === undefined || available.status === 'True') return [];
      if (!isOlderThan(MINUTES, available.lastTransitionTime, snapshot.takenAt)) return [];
      const scalers = (horizontalpodautoscalers ?? []).filter(scaler => uses(scaler, group));
      const harm = scalers.length > 0 || stuck.length > 0;
      const { reason = '', message: detail = '' } = available;
      const args = {
        ...{ name: service.metadata.name, service: `${backend.namespace ?? ''}/${backend.name ?? ''}`, reason },
        ...{ scalers: scalers.length, namespaces: stuck.length },
      };
      const key = !harm ? 'away' : scalers.length > 0 ? 'scaling' : 'deletion';
      return [
        about('apiservices', service, {
          state: harm ? 'fail' : 'warn',
          message: message(`${ID}.${key}`, args),
          evidence: [field('status.conditions[Available]', `${available.status ?? ''}: ${detail}`)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function uses({ spec = {} }: KindObject<'horizontalpodautoscalers'>, group: string): boolean {
  const types = METRICS[group];
  if (types === undefined) return false;
  return spec.metrics === undefined
    ? types.includes('Resource')
    : spec.metrics.some(({ type = '' }) => types.includes(type));
}
