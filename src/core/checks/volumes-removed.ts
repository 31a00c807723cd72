/** Volumes whose plugin a release of the kubelet no longer has. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { volumeRows } from '../fields/volumes';
import { defineCheck, found } from '../readiness/define';
import { about, field, getYaml } from '../readiness/subjects';
import { alreadyPast, crossedAt } from '../readiness/versions';
import { workloadsOf } from '../readiness/workloads';
import { type KindObject, type PodSpec } from '../snapshot/kinds';

const ID = 'check.volumes-removed';
type Volume = NonNullable<PodSpec['volumes']>[number];
type Source = KindObject<'persistentvolumes'>['spec'] | Volume;

const GONE = volumeRows.filter(({ end, ends }) => end === 'no-effect' && ends !== null);

export default defineCheck({
  id: 'volumes-removed',
  covers: ['VOL-REMOVED', 'VOL-GITREPO'],
  area: 'storage',
  phase: 'nodes',
  canBlock: true,
  needs: ['persistentvolumes', 'deployments', 'statefulsets', 'daemonsets', 'cronjobs', 'jobs', 'pods'],
  sources: [
    'https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/pod/warnings.go',
    'https://github.com/kubernetes/enhancements/issues/5040',
  ],
  run(input) {
    const { target, current } = input;
    const judge = (
      source: Source,
      path: string,
    ): Pick<SubjectDraft, 'state' | 'message' | 'evidence' | 'step'> | undefined => {
      for (const { name, ends } of GONE) {
        if (ends === null || (source as Readonly<Record<string, unknown>> | undefined)?.[name] === undefined) continue;
        const args = { plugin: name, release: ends };
        const evidence = [field(path, name)];
        const step = crossedAt(ends, target, current);
        if (step !== null) return { state: 'fail', step, message: message(`${ID}.goes`, args), evidence };
        if (alreadyPast(ends, current)) return { state: 'warn', message: message(`${ID}.gone`, args), evidence };
        return { state: 'info', message: message(`${ID}.later`, args), evidence };
      }
      return undefined;
    };
    const volumes = input.persistentvolumes.flatMap(volume => {
      const said = judge(volume.spec, 'spec');
      return said === undefined
        ? []
        : [about('persistentvolumes', volume, { ...said, ...words(said.message, volume.metadata) })];
    });
    const workloads = workloadsOf(input).flatMap(workload => {
      const said = (workload.spec.volumes ?? []).flatMap(volume => judge(volume, `${workload.path}volumes`) ?? []);
      const worst = said.find(({ state }) => state === 'fail') ?? said.find(({ state }) => state === 'warn') ?? said[0];
      if (worst === undefined) return [];
      const commands = [getYaml(workload.kind, workload.metadata)];
      return [about(workload.kind, workload, { ...worst, ...words(worst.message, workload.metadata), commands })];
    });
    return found([...volumes, ...workloads], { remediation: message(`${ID}.fix`) });
  },
});

function words(
  said: SubjectDraft['message'],
  { name, namespace }: { readonly name: string; readonly namespace?: string },
): Pick<SubjectDraft, 'message'> {
  const object = namespace === undefined ? name : `${namespace}/${name}`;
  return { message: message(said.key, { ...said.args, object }) };
}
