/** Selectors on labels of nodes that are gone or have another name. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { isControlPlane } from '../readiness/nodes';
import { about, field, named } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';
import { type Workload, workloadsOf } from '../readiness/workloads';

const ID = 'check.node-labels';
const OLD =
  /^(?:failure-domain\.beta\.kubernetes\.io\/(?:zone|region)|beta\.kubernetes\.io\/(?:arch|os|instance-type))$/;
const MASTER = 'node-role.kubernetes.io/master';

export default defineCheck({
  id: 'node-labels',
  covers: ['LBL-TOPOLOGY', 'LBL-MASTER'],
  area: 'fields',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets', 'daemonsets', 'cronjobs', 'nodes'],
  sources: [
    'https://kubernetes.io/docs/reference/labels-annotations-taints/',
    'https://github.com/kubernetes/enhancements/issues/2067',
  ],
  run({ deployments, statefulsets, daemonsets, cronjobs, nodes, target, current }) {
    const step = nodes.some(isControlPlane) ? crossedAt('1.24', target, current) : null;
    const subjects: SubjectDraft[] = [];
    for (const workload of workloadsOf({ deployments, statefulsets, daemonsets, cronjobs })) {
      const keys = selected(workload);
      const old = keys.find(key => OLD.test(key));
      const evidence = (key: string) => [field(`${workload.path}nodeSelector, affinity`, key)];
      if (old !== undefined) {
        const said = message(`${ID}.old`, { ...named(workload.metadata), label: old });
        subjects.push(
          about(workload.kind, workload, { state: 'info', aspect: 'old', message: said, evidence: evidence(old) }),
        );
      }
      if (step !== null && keys.includes(MASTER)) {
        const said = message(`${ID}.master`, named(workload.metadata));
        subjects.push(
          about(workload.kind, workload, {
            state: 'warn',
            aspect: 'master',
            step,
            message: said,
            evidence: evidence(MASTER),
          }),
        );
      }
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function selected({ spec }: Workload): readonly string[] {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = spec.affinity?.nodeAffinity ?? {};
  const terms = [...(required?.nodeSelectorTerms ?? []), ...preferred.map(({ preference }) => preference ?? {})];
  return [
    ...Object.keys(spec.nodeSelector ?? {}),
    ...terms.flatMap(({ matchExpressions = [] }) => matchExpressions.map(({ key = '' }) => key)),
  ];
}
