/** Workloads whose rollout is stuck or that have too few ready pods already. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { conditionOf, isOlderThan } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { type ObjectMeta } from '../snapshot/metadata';

const ID = 'check.rollouts';
const MINUTES = 5;
/** Without these nothing else works. */
const SYSTEM =
  /^(?:coredns|kube-dns|kube-proxy|calico-node|cilium|aws-node|kube-flannel-ds|terway|terway-eniip|ebs-csi-node|csi-plugin)$/;

export default defineCheck({
  id: 'rollouts',
  covers: ['WL-ROLLOUT'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: true,
  needs: ['deployments', 'statefulsets', 'daemonsets'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status'],
  run({ deployments, statefulsets, daemonsets, snapshot: { takenAt } }) {
    const subjects: SubjectDraft[] = [];
    const young = ({ creationTimestamp, deletionTimestamp }: ObjectMeta): boolean =>
      deletionTimestamp !== undefined || !isOlderThan(MINUTES, creationTimestamp, takenAt);
    const dead = (metadata: ObjectMeta, ready: number): boolean =>
      ready === 0 && metadata.namespace === 'kube-system' && SYSTEM.test(metadata.name);
    for (const deployment of deployments) {
      const { metadata, spec = {}, status = {} } = deployment;
      const wanted = spec.replicas ?? 1;
      const bad = ['Progressing', 'Available']
        .map(type => conditionOf(status.conditions, type))
        .find(
          condition => condition?.status === 'False' && isOlderThan(MINUTES, condition.lastTransitionTime, takenAt),
        );
      if (bad === undefined || young(metadata) || wanted === 0) continue;
      const ready = status.readyReplicas ?? 0;
      subjects.push(
        about('deployments', deployment, {
          state: dead(metadata, ready) ? 'fail' : 'warn',
          message: message(`${ID}.deployment`, { ...named(metadata), ready, wanted, reason: bad.reason ?? '' }),
          evidence: [field(`status.conditions[${bad.type ?? ''}]`, `False: ${bad.message ?? ''}`)],
        }),
      );
    }
    const sets = [
      ...statefulsets.map(object => {
        const { spec, status } = object;
        return {
          kind: 'statefulsets' as const,
          object,
          wanted: spec?.replicas ?? 1,
          ready: status?.readyReplicas ?? 0,
        };
      }),
      ...daemonsets.map(object => {
        const { desiredNumberScheduled: wanted = 0, numberReady: ready = 0 } = object.status ?? {};
        return { kind: 'daemonsets' as const, object, wanted, ready };
      }),
    ];
    for (const { kind, object, wanted, ready } of sets) {
      if (ready >= wanted || young(object.metadata)) continue;
      subjects.push(
        about(kind, object, {
          state: kind === 'daemonsets' && dead(object.metadata, ready) ? 'fail' : 'warn',
          message: message(`${ID}.set`, { ...named(object.metadata), ready, wanted }),
          evidence: [field('ready', `${ready} / ${wanted}`)],
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
