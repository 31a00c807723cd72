/** Workloads that mount the Docker socket, on the way to nodes that have none. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { crossedAt, minorOf } from '../readiness/versions';
import { workloadsOf } from '../readiness/workloads';
import { compareMinors } from '../verdict/target';

const ID = 'check.docker-socket-mounts';
const GONE = '1.24';
const SOCKET = /^(?:\/var)?\/run\/(?:docker|dockershim)\.sock\/?$/;
const OTHERS = /\/(?:containerd|crio|cri-dockerd)\.sock$/;

export default defineCheck({
  id: 'docker-socket-mounts',
  covers: ['VOL-DOCKERSOCK'],
  area: 'storage',
  phase: 'nodes',
  canBlock: true,
  needs: ['deployments', 'statefulsets', 'daemonsets', 'cronjobs', 'jobs', 'pods', 'nodes'],
  sources: [
    'https://kubernetes.io/blog/2022/02/17/dockershim-faq/',
    'https://github.com/aws-containers/kubectl-detector-for-docker-socket',
  ],
  run(input) {
    const { nodes, target, current } = input;
    const docker = nodes.filter(({ status }) => {
      const { containerRuntimeVersion = '', kubeletVersion } = status?.nodeInfo ?? {};
      const kubelet = minorOf(kubeletVersion);
      return (
        containerRuntimeVersion.startsWith('docker://') && kubelet !== undefined && compareMinors(kubelet, GONE) < 0
      );
    });
    const step = docker.length === 0 ? null : crossedAt(GONE, target, current);
    const subjects = workloadsOf(input).flatMap(workload => {
      const paths = (workload.spec.volumes ?? []).flatMap(({ hostPath }) => hostPath?.path ?? []);
      const socket = paths.find(path => SOCKET.test(path));
      if (socket === undefined) return [];
      // One that mounts the new socket too works with either.
      const breaks = step !== null && !paths.some(path => OTHERS.test(path));
      const { namespace = 'default', name } = workload.metadata;
      const args = { object: `${namespace}/${name}`, socket, nodes: docker.length };
      return [
        about(workload.kind, workload, {
          state: breaks ? 'fail' : 'info',
          step: breaks ? step : null,
          message: message(`${ID}.${breaks ? 'breaks' : 'mounted'}`, args),
          evidence: [field(`${workload.path}volumes[].hostPath.path`, socket)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
