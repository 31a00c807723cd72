/** Workloads with several replicas and no budget: a drain may take all of them at once. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { byNamespace, matches } from '../readiness/selectors';
import { about, field, named } from '../readiness/subjects';
import { isSystem, workloadsOf } from '../readiness/workloads';

const ID = 'check.pdb-missing';

export default defineCheck({
  id: 'pdb-missing',
  covers: ['PDB-MISSING'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: false,
  needs: ['poddisruptionbudgets', 'deployments', 'statefulsets'],
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  run({ poddisruptionbudgets, deployments, statefulsets }) {
    const budgetsOf = byNamespace(poddisruptionbudgets);
    const subjects = workloadsOf({ deployments, statefulsets }).flatMap(workload => {
      const { kind, metadata, replicas } = workload;
      if ((replicas ?? 0) < 2 || isSystem(metadata)) return [];
      const guarded = (budgetsOf.get(metadata.namespace ?? '') ?? []).some(({ spec }) =>
        matches(spec?.selector, workload.labels),
      );
      if (guarded) return [];
      return [
        about(kind, workload, {
          state: kind === 'statefulsets' ? 'warn' : 'info',
          message: message(`${ID}.none`, { ...named(metadata), replicas: replicas ?? 0 }),
          evidence: [field('spec.replicas', replicas ?? 0)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
