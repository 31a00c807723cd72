/** FlexVolumes: deprecated, and their drivers are no longer found where they used to be. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';
import { workloadsOf } from '../readiness/workloads';

const ID = 'check.volumes-flex';
const UNMOUNTED = '1.36';
const FLAG = 'flex-volume-plugin-dir';

export default defineCheck({
  id: 'volumes-flex',
  covers: ['VOL-FLEX'],
  area: 'storage',
  phase: 'control-plane',
  canBlock: true,
  needs: ['persistentvolumes', 'deployments', 'statefulsets', 'daemonsets', 'cronjobs', 'pods'],
  sources: [
    'https://kubernetes.io/docs/concepts/storage/volumes/#deprecated-flexvolume',
    'https://github.com/kubernetes/kubernetes/pull/136423',
  ],
  run(input) {
    const { persistentvolumes, pods, target, current } = input;
    const attached = pods.some(({ spec }) =>
      (spec?.containers ?? []).some(
        ({ flags = {}, image = '' }) => /kube-controller-manager/.test(image) && flags[FLAG],
      ),
    );
    const step = attached ? crossedAt(UNMOUNTED, target, current) : null;
    const state = step === null ? 'warn' : 'fail';
    const say = (object: string, driver: string): Pick<SubjectDraft, 'state' | 'message' | 'step' | 'evidence'> => ({
      ...{ state, step },
      message: message(`${ID}.${step === null ? 'used' : 'unmounted'}`, { object, driver }),
      evidence: [field('flexVolume.driver', driver)],
    });
    const volumes = persistentvolumes.flatMap(volume => {
      const { driver } = volume.spec?.flexVolume ?? {};
      return driver === undefined ? [] : [about('persistentvolumes', volume, say(volume.metadata.name, driver))];
    });
    const workloads = workloadsOf(input).flatMap(workload => {
      const driver = (workload.spec.volumes ?? []).flatMap(({ flexVolume }) => flexVolume?.driver ?? [])[0];
      const { namespace = 'default', name } = workload.metadata;
      return driver === undefined ? [] : [about(workload.kind, workload, say(`${namespace}/${name}`, driver))];
    });
    return found([...volumes, ...workloads], { remediation: message(`${ID}.fix`) });
  },
});
