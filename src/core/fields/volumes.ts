/** The in-tree volume plugins: the fields stay in the API, what changes is whether anything acts on them. */
import { message, type Message } from '../model/message';
import { type FieldRow } from './row';
import { enhancement, pull, SOURCE } from './sources';

export interface VolumeRow extends FieldRow {
  /** The API server warns of it in pods, but not in PersistentVolumes. */
  readonly silentOnVolumes?: boolean;
  readonly advice: Message;
}

const WHERE = 'Pod, pod templates, PersistentVolume';
/** Before this release servers warn of no field at all. */
const FIRST_WARNINGS = '1.22';

function redirected(name: string, deprecated: string, ends: string, driver: string, ...sources: string[]): VolumeRow {
  return {
    name,
    where: WHERE,
    deprecated,
    ends,
    end: 'redirected',
    warns: null,
    replacement: driver,
    since: null,
    sources: [SOURCE.persistentVolumes, SOURCE.coreTypes, ...sources],
    advice: message('fields.manual.redirected', { driver }),
  };
}

interface Gone {
  readonly warns?: string;
  readonly driver?: string;
  readonly silentOnVolumes?: boolean;
  readonly sources?: readonly string[];
}

function gone(name: string, deprecated: string, ends: string, more: Gone = {}): VolumeRow {
  const { warns = FIRST_WARNINGS, driver = null, silentOnVolumes = false, sources = [] } = more;
  return {
    name,
    where: WHERE,
    deprecated,
    ends,
    end: 'no-effect',
    warns,
    replacement: driver,
    since: null,
    breaks: true,
    silentOnVolumes,
    sources: [SOURCE.podWarnings, SOURCE.volumeWarnings, ...sources],
    advice: driver === null ? message('fields.manual.volumeGone') : message('fields.manual.volumeDriver', { driver }),
  };
}

export const volumeRows: readonly VolumeRow[] = [
  redirected('awsElasticBlockStore', '1.17', '1.27', 'ebs.csi.aws.com'),
  redirected('azureDisk', '1.19', '1.27', 'disk.csi.azure.com'),
  redirected('azureFile', '1.21', '1.30', 'file.csi.azure.com', pull(122576)),
  redirected('gcePersistentDisk', '1.17', '1.28', 'pd.csi.storage.gke.io', SOURCE.volumes),
  redirected('cinder', '1.18', '1.26', 'cinder.csi.openstack.org'),
  redirected('vsphereVolume', '1.19', '1.30', 'csi.vsphere.vmware.com', pull(122090)),
  redirected('portworxVolume', '1.25', '1.36', 'pxd.portworx.com', pull(135322)),
  gone('glusterfs', '1.25', '1.26', { warns: '1.25' }),
  gone('cephfs', '1.28', '1.31', { warns: '1.28', driver: 'cephfs.csi.ceph.com' }),
  gone('rbd', '1.28', '1.31', { warns: '1.28', driver: 'rbd.csi.ceph.com' }),
  gone('flocker', '1.22', '1.25', { silentOnVolumes: true, sources: [pull(111618)] }),
  gone('quobyte', '1.22', '1.25', { silentOnVolumes: true, sources: [pull(111619)] }),
  gone('storageos', '1.22', '1.25', { sources: [pull(111620)] }),
  gone('scaleIO', '1.16', '1.22'),
  gone('photonPersistentDisk', '1.11', '1.16'),
  {
    ...gone('gitRepo', '1.11', '1.33', { sources: [enhancement(5040), SOURCE.volumes] }),
    where: 'Pod, pod templates',
    advice: message('fields.manual.gitRepo'),
  },
  {
    name: 'flexVolume',
    where: WHERE,
    deprecated: '1.23',
    ends: null,
    end: null,
    warns: null,
    replacement: null,
    since: null,
    sources: [SOURCE.persistentVolumes, SOURCE.coreTypes],
    advice: message('fields.manual.flexVolume'),
  },
];

const rowOf = (name: string): VolumeRow => volumeRows.find(row => row.name === name)!;

/** Provisioners of StorageClasses follow their plugin. Nothing breaks by the class alone. */
export const provisioners: ReadonlyMap<string, VolumeRow> = new Map([
  ['kubernetes.io/aws-ebs', rowOf('awsElasticBlockStore')],
  ['kubernetes.io/azure-disk', rowOf('azureDisk')],
  ['kubernetes.io/azure-file', rowOf('azureFile')],
  ['kubernetes.io/gce-pd', rowOf('gcePersistentDisk')],
  ['kubernetes.io/cinder', rowOf('cinder')],
  ['kubernetes.io/vsphere-volume', rowOf('vsphereVolume')],
  ['kubernetes.io/portworx-volume', rowOf('portworxVolume')],
  ['kubernetes.io/glusterfs', rowOf('glusterfs')],
  ['kubernetes.io/rbd', rowOf('rbd')],
  ['kubernetes.io/cephfs', rowOf('cephfs')],
]);
