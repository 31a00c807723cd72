/** Settings that a workload lives without, and that make an upgrade easier to foresee. For information. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { isSystem, workloadsOf } from '../readiness/workloads';

const ID = 'check.workload-settings';

export default defineCheck({
  id: 'workload-settings',
  covers: ['WL-REQUESTS', 'WL-MINREADY'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets'],
  sources: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#min-ready-seconds',
  ],
  run({ deployments, statefulsets }) {
    const patient = new Set(
      [...deployments, ...statefulsets]
        .filter(({ spec }) => (spec?.minReadySeconds ?? 0) > 0)
        .map(({ metadata }) => metadata),
    );
    const subjects: SubjectDraft[] = [];
    for (const workload of workloadsOf({ deployments, statefulsets })) {
      const { kind, metadata, replicas, spec, path } = workload;
      if (isSystem(metadata) || replicas === 0) continue;
      const unasked = (spec.containers ?? []).find(
        ({ resources }) => resources?.requests?.['cpu'] === undefined || resources.requests['memory'] === undefined,
      );
      const parts = [
        ...(unasked === undefined ? [] : [field(`${path}containers[${unasked.name ?? ''}].resources.requests`, '-')]),
        ...(patient.has(metadata) ? [] : [field('spec.minReadySeconds', 0)]),
      ];
      if (parts.length === 0) continue;
      subjects.push(
        about(kind, workload, {
          state: 'info',
          message: message(`${ID}.without`, { ...named(metadata), what: parts }),
          evidence: parts,
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
