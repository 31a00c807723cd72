/** Data that stays on a node when its pod leaves. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { isSystem, workloadsOf } from '../readiness/workloads';

const ID = 'check.local-data';
/** Paths that programs read the machine itself by: sockets, devices, logs. */
const MACHINE =
  /\.sock$|^\/(?:etc|dev|proc|sys|run|var\/run|var\/log|lib\/modules|usr|var\/lib\/(?:kubelet|docker|containerd))(?:\/|$)|^\/$/;

export default defineCheck({
  id: 'local-data',
  covers: ['EVICT-LOCAL'],
  area: 'budgets',
  phase: 'nodes',
  canBlock: false,
  needs: ['persistentvolumes', 'deployments', 'statefulsets'],
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/#local'],
  run({ persistentvolumes, deployments, statefulsets }) {
    const subjects: SubjectDraft[] = [];
    for (const volume of persistentvolumes) {
      const { local, hostPath, nodeAffinity, claimRef } = volume.spec ?? {};
      const terms = nodeAffinity?.required?.nodeSelectorTerms ?? [];
      const pinned = terms.some(({ matchExpressions = [] }) =>
        matchExpressions.some(({ key, values = [] }) => key === 'kubernetes.io/hostname' && values.length === 1),
      );
      if (claimRef === undefined || (local === undefined && hostPath === undefined && !pinned)) continue;
      const claim = `${claimRef.namespace ?? ''}/${claimRef.name ?? ''}`;
      subjects.push(
        about('persistentvolumes', volume, {
          state: 'warn',
          message: message(`${ID}.volume`, { name: volume.metadata.name, claim }),
          evidence: [
            field('spec', local !== undefined ? 'local' : hostPath !== undefined ? 'hostPath' : 'nodeAffinity'),
          ],
        }),
      );
    }
    for (const workload of workloadsOf({ deployments, statefulsets })) {
      if (isSystem(workload.metadata)) continue;
      const path = (workload.spec.volumes ?? [])
        .flatMap(({ hostPath }) => hostPath?.path ?? [])
        .find(at => !MACHINE.test(at));
      if (path === undefined) continue;
      subjects.push(
        about(workload.kind, workload, {
          state: 'warn',
          message: message(`${ID}.hostPath`, { ...named(workload.metadata), path }),
          evidence: [field(`${workload.path}volumes[].hostPath.path`, path)],
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
