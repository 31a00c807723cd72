/** Volumes of plugins that a CSI driver has taken over, on clusters where that driver is missing. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { provisioners } from '../fields/volumes';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { alreadyPast, crossedAt } from '../readiness/versions';
import { workloadsOf } from '../readiness/workloads';

const ID = 'check.volumes-in-tree';

interface Plugin {
  readonly driver: string;
  /** Release that hands its volumes to the driver by default; null where no source says so. */
  readonly since: string | null;
}
const PLUGINS: Readonly<Record<string, Plugin>> = {
  awsElasticBlockStore: { driver: 'ebs.csi.aws.com', since: '1.23' },
  gcePersistentDisk: { driver: 'pd.csi.storage.gke.io', since: '1.23' },
  azureDisk: { driver: 'disk.csi.azure.com', since: '1.23' },
  azureFile: { driver: 'file.csi.azure.com', since: null },
  cinder: { driver: 'cinder.csi.openstack.org', since: null },
  vsphereVolume: { driver: 'csi.vsphere.vmware.com', since: null },
  portworxVolume: { driver: 'pxd.portworx.com', since: null },
};

export default defineCheck({
  id: 'volumes-in-tree',
  covers: ['VOL-INTREE', 'ADDON-EBS-CSI'],
  area: 'storage',
  phase: 'control-plane',
  canBlock: true,
  needs: [
    'persistentvolumes',
    'persistentvolumeclaims',
    'storageclasses',
    'csidrivers',
    'deployments',
    'statefulsets',
    'daemonsets',
    'pods',
  ],
  sources: [
    'https://kubernetes-csi.github.io/docs/kubernetes-changelog.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html',
  ],
  run(input) {
    const { persistentvolumes, persistentvolumeclaims, storageclasses, csidrivers, target, current } = input;
    const drivers = new Set(csidrivers.map(({ metadata }) => metadata.name));
    const subjects: SubjectDraft[] = [];
    const judge = (plugin: string, object: string): Pick<SubjectDraft, 'state' | 'message' | 'step'> | undefined => {
      const known = PLUGINS[plugin];
      if (known === undefined) return undefined;
      const { driver, since } = known;
      const args = { object, plugin, driver, release: since ?? '' };
      if (drivers.has(driver)) return { state: 'info', message: message(`${ID}.taken`, args) };
      if (since === null) return { state: 'info', message: message(`${ID}.unsure`, args) };
      const step = crossedAt(since, target, current);
      if (step !== null) return { state: 'fail', step, message: message(`${ID}.breaks`, args) };
      return alreadyPast(since, current) ? { state: 'warn', message: message(`${ID}.broken`, args) } : undefined;
    };
    for (const volume of persistentvolumes) {
      for (const plugin of Object.keys(PLUGINS)) {
        if (!(plugin in (volume.spec ?? {}))) continue;
        const said = judge(plugin, volume.metadata.name);
        if (said !== undefined)
          subjects.push(about('persistentvolumes', volume, { ...said, evidence: [field('spec', plugin)] }));
      }
    }
    for (const workload of workloadsOf(input)) {
      const plugin = (workload.spec.volumes ?? []).flatMap(volume => Object.keys(volume)).find(name => name in PLUGINS);
      const { namespace = 'default', name } = workload.metadata;
      const said = plugin === undefined ? undefined : judge(plugin, `${namespace}/${name}`);
      if (said === undefined || plugin === undefined) continue;
      subjects.push(about(workload.kind, workload, { ...said, evidence: [field(`${workload.path}volumes`, plugin)] }));
    }
    for (const storage of storageclasses) {
      const { provisioner = '' } = storage;
      const plugin = provisioners.get(provisioner)?.name;
      if (plugin === undefined || !(plugin in PLUGINS)) continue;
      const waiting = persistentvolumeclaims.filter(
        ({ spec, status }) => spec?.storageClassName === storage.metadata.name && status?.phase === 'Pending',
      );
      const said = waiting.length === 0 ? undefined : judge(plugin, storage.metadata.name);
      // A class without volumes, such as the gp2 of every EKS cluster, harms nobody.
      const idle = {
        state: 'info' as const,
        message: message(`${ID}.classOnly`, { name: storage.metadata.name, provisioner }),
      };
      subjects.push(
        about('storageclasses', storage, { ...(said ?? idle), evidence: [field('provisioner', provisioner)] }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
