/** Ways of updating that take every replica away at once, or none ever. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { isSystem } from '../readiness/workloads';

const ID = 'check.update-strategies';

export default defineCheck({
  id: 'update-strategies',
  covers: ['WL-RECREATE', 'WL-MAXUNAVAIL', 'WL-ONDELETE'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets', 'daemonsets'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy'],
  run({ deployments, statefulsets, daemonsets }) {
    const subjects: SubjectDraft[] = [];
    for (const deployment of deployments) {
      const { strategy, replicas = 1 } = deployment.spec ?? {};
      if (isSystem(deployment.metadata) || replicas === 0) continue;
      const args = { ...named(deployment.metadata), replicas };
      if (strategy?.type === 'Recreate') {
        const evidence = [field('spec.strategy.type', 'Recreate')];
        subjects.push(
          about('deployments', deployment, { state: 'warn', message: message(`${ID}.recreate`, args), evidence }),
        );
        continue;
      }
      const { maxUnavailable, maxSurge } = strategy?.rollingUpdate ?? {};
      const none = maxSurge === 0 || maxSurge === '0%';
      const all =
        maxUnavailable === '100%' || (none && typeof maxUnavailable === 'number' && maxUnavailable >= replicas);
      if (!all) continue;
      const evidence = [field('spec.strategy.rollingUpdate.maxUnavailable', maxUnavailable ?? '')];
      // Reasoning, not a rule that a source states.
      subjects.push(about('deployments', deployment, { state: 'info', message: message(`${ID}.all`, args), evidence }));
    }
    const waiting = [
      ...statefulsets.map(object => ({ kind: 'statefulsets' as const, object })),
      ...daemonsets.map(object => ({ kind: 'daemonsets' as const, object })),
    ];
    for (const { kind, object } of waiting) {
      if (object.spec?.updateStrategy?.type !== 'OnDelete') continue;
      const evidence = [field('spec.updateStrategy.type', 'OnDelete')];
      subjects.push(
        about(kind, object, { state: 'info', message: message(`${ID}.onDelete`, named(object.metadata)), evidence }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
