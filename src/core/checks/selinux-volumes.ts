/** SELinux options of pods whose volumes are labelled in another way from 1.37 on. */
import { message } from '../model/message';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';
import { workloadsOf } from '../readiness/workloads';

const ID = 'check.selinux-volumes';
const RELEASE = '1.37';
/** Enforce SELinux as they come. */
const ENFORCING = /Bottlerocket|Red Hat|CentOS|Rocky|Alma|Oracle Linux|Fedora/;

export default defineCheck({
  id: 'selinux-volumes',
  covers: ['VOL-SELINUX'],
  area: 'storage',
  phase: 'nodes',
  canBlock: false,
  needs: ['nodes', 'deployments', 'statefulsets', 'daemonsets', 'pods'],
  sources: ['https://github.com/kubernetes/enhancements/issues/1710'],
  run(input) {
    const { nodes, target, current } = input;
    const step = crossedAt(RELEASE, target, current);
    if (step === null) return notApplicable('check.notCrossed', { release: RELEASE });
    if (!nodes.some(({ status }) => ENFORCING.test(status?.nodeInfo?.osImage ?? '')))
      return notApplicable(`${ID}.none`);
    const subjects = workloadsOf(input).flatMap(workload => {
      const { securityContext = {}, containers = [], volumes = [] } = workload.spec;
      const labelled =
        securityContext.seLinuxOptions !== undefined ||
        containers.some(container => container.securityContext?.seLinuxOptions !== undefined);
      const kept = volumes.some(volume => volume.persistentVolumeClaim !== undefined || volume.csi !== undefined);
      if (!labelled || !kept || securityContext.seLinuxChangePolicy === 'Recursive') return [];
      const { namespace = 'default', name } = workload.metadata;
      return [
        about(workload.kind, workload, {
          ...{ state: 'warn', step },
          message: message(`${ID}.relabelled`, { object: `${namespace}/${name}` }),
          evidence: [field(`${workload.path}securityContext.seLinuxOptions`, 'set')],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
