/** Parts of the cluster that run but no longer lead: their lease is stale. */
import { message } from '../model/message';
import { minutesSince } from '../readiness/ages';
import { defineCheck, found, unknown } from '../readiness/define';
import { about, field } from '../readiness/subjects';

const ID = 'check.leader-leases';
const PARTS = new Set(['kube-scheduler', 'kube-controller-manager', 'cluster-autoscaler']);
const FACTOR = 10;

export default defineCheck({
  id: 'leader-leases',
  covers: ['LEASE-LEADER'],
  area: 'nodes',
  phase: 'control-plane',
  canBlock: false,
  needs: ['leases', 'pods'],
  sources: ['https://kubernetes.io/docs/concepts/architecture/leases/#leader-election'],
  run({ leases, pods, snapshot }) {
    if (snapshot.clock !== 'server') return unknown(message('check.node-leases.clock'));
    const subjects = leases.flatMap(lease => {
      const { name, namespace } = lease.metadata;
      const { renewTime, leaseDurationSeconds = 15 } = lease.spec ?? {};
      if (namespace !== 'kube-system' || !PARTS.has(name)) return [];
      // A lease outlives the program that held it.
      const runs = pods.some(pod => pod.metadata.namespace === namespace && pod.metadata.name.startsWith(name));
      const minutes = minutesSince(renewTime, snapshot.takenAt);
      if (!runs || minutes === null || minutes * 60 <= FACTOR * leaseDurationSeconds) return [];
      return [
        about('leases', lease, {
          state: 'warn',
          message: message(`${ID}.stale`, { name, minutes: Math.floor(minutes) }),
          evidence: [field('spec.renewTime', renewTime ?? '')],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
