/** Containers behind a Service without a readiness probe: they get traffic before they can answer. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { byNamespace, matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';
import { isSystem, workloadsOf } from '../readiness/workloads';
import { compareMinors } from '../verdict/target';
import { type Container } from '../snapshot/kinds';

const ID = 'check.probes';

export default defineCheck({
  id: 'probes',
  covers: ['WL-READINESS', 'WL-STARTUP-124', 'WL-PRESTOP'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets', 'services'],
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'],
  run({ deployments, statefulsets, services, target, current }) {
    const servicesOf = byNamespace(services);
    const early = current !== null && compareMinors(current, '1.24') <= 0;
    const subjects: SubjectDraft[] = [];
    for (const workload of workloadsOf({ deployments, statefulsets })) {
      const { kind, metadata, labels, replicas, spec, path } = workload;
      if (isSystem(metadata) || replicas === 0) continue;
      const leading = (servicesOf.get(metadata.namespace ?? '') ?? []).filter(
        ({ spec: { selector = {} } = {} }) =>
          Object.keys(selector).length > 0 && matches({ matchLabels: selector }, labels),
      );
      const targets = new Set(
        leading.flatMap(({ spec: { ports = [] } = {} }) => ports.map(port => port.targetPort ?? port.port)),
      );
      const serving = (spec.containers ?? []).filter(container => takes(container, targets));
      const bare = serving.find(({ readinessProbe }) => readinessProbe === undefined);
      if (bare === undefined) {
        const abrupt = serving.find(({ lifecycle }) => lifecycle?.preStop === undefined);
        const outside = leading.find(({ spec: { type } = {} }) => type === 'LoadBalancer' || type === 'NodePort');
        if (abrupt === undefined || outside === undefined) continue;
        const said = message(`${ID}.preStop`, {
          ...named(metadata),
          container: abrupt.name ?? '',
          service: outside.metadata.name,
        });
        const evidence = [field(`${path}containers[${abrupt.name ?? ''}].lifecycle.preStop`, '-')];
        subjects.push(about(kind, workload, { state: 'info', message: said, evidence }));
        continue;
      }
      const started = early && bare.startupProbe !== undefined;
      const warns = started ? target.provider === 'ack' : (replicas ?? 0) >= 2;
      const args = { ...named(metadata), container: bare.name ?? '', service: leading[0]?.metadata.name ?? '' };
      subjects.push(
        about(kind, workload, {
          state: warns ? 'warn' : 'info',
          message: message(`${ID}.${started ? 'startupOnly' : 'none'}`, args),
          evidence: [field(`${path}containers[${bare.name ?? ''}].readinessProbe`, '-')],
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function takes({ ports = [] }: Container, targets: ReadonlySet<string | number | undefined>): boolean {
  return ports.some(
    ({ containerPort, name }) => targets.has(containerPort) || (name !== undefined && targets.has(name)),
  );
}
