/** Images that a new node may pull in another version, or not at all. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { parseImage } from '../readiness/versions';
import { isSystem, workloadsOf } from '../readiness/workloads';

const ID = 'check.images';
const FROZEN = /^(?:k8s\.gcr\.io|gcr\.io\/google_containers|gcr\.io\/k8s-staging[^/]*)\//;

export default defineCheck({
  id: 'images',
  covers: ['IMG-K8SGCR', 'IMG-LATEST'],
  area: 'workloads',
  phase: 'nodes',
  canBlock: false,
  needs: ['deployments', 'statefulsets', 'daemonsets', 'cronjobs'],
  sources: [
    'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
    'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
  ],
  run({ deployments, statefulsets, daemonsets, cronjobs }) {
    const subjects: SubjectDraft[] = [];
    for (const workload of workloadsOf({ deployments, statefulsets, daemonsets, cronjobs })) {
      const { kind, metadata, spec, path } = workload;
      const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
      const frozen = containers.find(({ image = '' }) => FROZEN.test(image))?.image;
      if (frozen !== undefined) {
        const said = message(`${ID}.frozen`, { ...named(metadata), image: frozen });
        const evidence = [field(`${path}containers[].image`, frozen)];
        subjects.push(about(kind, workload, { state: 'warn', aspect: 'registry', message: said, evidence }));
      }
      const floating = containers.find(({ image = '', imagePullPolicy }) => {
        const { tag } = parseImage(image);
        return !image.includes('@') && (tag === null || tag === 'latest') && imagePullPolicy === 'IfNotPresent';
      })?.image;
      if (floating !== undefined && !isSystem(metadata)) {
        const said = message(`${ID}.floating`, { ...named(metadata), image: floating });
        const evidence = [field(`${path}containers[].image`, floating)];
        subjects.push(about(kind, workload, { state: 'info', aspect: 'tag', message: said, evidence }));
      }
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
