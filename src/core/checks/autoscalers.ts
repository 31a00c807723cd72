/** Autoscalers that cannot scale today. */
import { message } from '../model/message';
import { conditionOf } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';

const ID = 'check.autoscalers';

export default defineCheck({
  id: 'autoscalers',
  covers: ['HPA-METRICS'],
  area: 'workloads',
  phase: 'any',
  canBlock: false,
  needs: ['horizontalpodautoscalers'],
  sources: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  run({ horizontalpodautoscalers }) {
    const subjects = horizontalpodautoscalers.flatMap(scaler => {
      const bad = ['AbleToScale', 'ScalingActive']
        .map(type => conditionOf(scaler.status?.conditions, type))
        // Scaled to zero it is inactive on purpose.
        .find(condition => condition?.status === 'False' && condition.reason !== 'ScalingDisabled');
      if (bad === undefined) return [];
      return [
        about('horizontalpodautoscalers', scaler, {
          state: 'warn',
          message: message(`${ID}.stuck`, { ...named(scaler.metadata), reason: bad.reason ?? '' }),
          evidence: [field(`status.conditions[${bad.type ?? ''}]`, `False: ${bad.message ?? ''}`)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
