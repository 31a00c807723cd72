// Volumes, drivers and backups: what breaks at the step, and what only looks like it. Long file: one table of cases.
import { describe } from 'node:test';
import onNodes from '../../../src/core/checks/csi-drivers-on-nodes';
import defaultClass from '../../../src/core/checks/default-storage-class';
import socket from '../../../src/core/checks/docker-socket-mounts';
import lost from '../../../src/core/checks/lost-volumes';
import selinux from '../../../src/core/checks/selinux-volumes';
import backups from '../../../src/core/checks/velero-backups';
import attachments from '../../../src/core/checks/volume-attachments';
import flex from '../../../src/core/checks/volumes-flex';
import inTree from '../../../src/core/checks/volumes-in-tree';
import removed from '../../../src/core/checks/volumes-removed';
import { type RawLists, type RawObject } from '../cluster/snapshots';
import { type Case, clean, node, object, owned, planted, pod, workload } from './cases';

const volume = (spec: RawObject): RawObject => object('data', { spec });
const mounts = (...volumes: readonly RawObject[]): RawLists => ({
  deployments: [workload('shop/web', {}, { volumes })],
});
const step = (from: string, to: string, lists: RawLists): Case => ({ from, to, lists });

describe('volumes-removed', () => {
  planted('VOL-REMOVED', removed, 'crossing', step('1.30', '1.31', { persistentvolumes: [volume({ rbd: {} })] }), [
    'fail PersistentVolume data',
  ]);
  planted(
    'VOL-REMOVED',
    removed,
    'already gone is no new danger',
    step('1.33', '1.34', mounts({ name: 'a', glusterfs: { path: 'x' } })),
    ['warn Deployment shop/web'],
  );
  planted('VOL-REMOVED', removed, 'later', step('1.28', '1.29', mounts({ name: 'a', cephfs: {} })), [
    'info Deployment shop/web',
  ]);
  clean(
    'VOL-REMOVED',
    removed,
    'other volumes',
    step('1.30', '1.31', {
      persistentvolumes: [volume({ csi: { driver: 'x' } })],
      ...mounts({ name: 'a', emptyDir: {} }),
    }),
  );
  planted(
    'VOL-GITREPO',
    removed,
    'crossing 1.33',
    step('1.32', '1.33', mounts({ name: 'src', gitRepo: { repository: 'x' } })),
    ['fail Deployment shop/web'],
  );
  planted(
    'VOL-GITREPO',
    removed,
    'past 1.33',
    step('1.35', '1.36', mounts({ name: 'src', gitRepo: { repository: 'x' } })),
    ['warn Deployment shop/web'],
  );
  clean('VOL-GITREPO', removed, 'no volumes', step('1.32', '1.33', mounts()));
});

describe('volumes-in-tree', () => {
  const ebs = { persistentvolumes: [volume({ awsElasticBlockStore: { volumeID: 'x' } })] };
  const gp2 = { storageclasses: [object('gp2', { provisioner: 'kubernetes.io/aws-ebs' })] };
  const claim = (phase: string): RawLists => ({
    persistentvolumeclaims: [object('shop/data', { spec: { storageClassName: 'gp2' }, status: { phase } })],
  });
  planted('VOL-INTREE', inTree, 'a volume and no driver, crossing 1.23', step('1.22', '1.23', ebs), [
    'fail PersistentVolume data',
  ]);
  planted('VOL-INTREE', inTree, 'a claim that waits', step('1.22', '1.23', { ...gp2, ...claim('Pending') }), [
    'fail StorageClass gp2',
  ]);
  planted('VOL-INTREE', inTree, 'past it, the damage is done', step('1.32', '1.33', ebs), [
    'warn PersistentVolume data',
  ]);
  planted(
    'VOL-INTREE',
    inTree,
    'the driver handles it',
    step('1.22', '1.23', { ...ebs, csidrivers: [object('ebs.csi.aws.com')] }),
    ['info PersistentVolume data'],
  );
  planted('VOL-INTREE', inTree, 'the gp2 class of every EKS cluster is for information', step('1.22', '1.23', gp2), [
    'info StorageClass gp2',
  ]);
  planted(
    'VOL-INTREE',
    inTree,
    'no source for the release',
    step('1.23', '1.24', { persistentvolumes: [volume({ azureFile: {} })] }),
    ['info PersistentVolume data'],
  );
  clean(
    'VOL-INTREE',
    inTree,
    'CSI volumes',
    step('1.22', '1.23', { persistentvolumes: [volume({ csi: { driver: 'ebs.csi.aws.com' } })] }),
  );
  planted('ADDON-EBS-CSI', inTree, 'needed and absent', step('1.22', '1.23', ebs), ['fail PersistentVolume data']);
  clean('ADDON-EBS-CSI', inTree, 'absent and not needed', step('1.22', '1.23', {}));
});

describe('volumes-flex', () => {
  const flexible = mounts({ name: 'a', flexVolume: { driver: 'example.com/nfs' } });
  const manager = pod(
    'kube-system/kcm',
    {
      containers: [
        {
          name: 'kcm',
          image: 'registry.k8s.io/kube-controller-manager:v1.35.0',
          command: ['kube-controller-manager', '--flex-volume-plugin-dir=/x'],
        },
      ],
    },
    owned('Node', 'n1'),
  );
  planted('VOL-FLEX', flex, 'in use', { lists: flexible }, ['warn Deployment shop/web']);
  planted(
    'VOL-FLEX',
    flex,
    'attached by the controller manager, crossing 1.36',
    step('1.35', '1.36', { ...flexible, pods: [manager] }),
    ['fail Deployment shop/web'],
  );
  clean('VOL-FLEX', flex, 'none', { lists: mounts() });
});

describe('docker-socket-mounts', () => {
  const docker = { name: 'a', hostPath: { path: '/var/run/docker.sock' } };
  const containerd = { name: 'b', hostPath: { path: '/run/containerd/containerd.sock' } };
  const old = [node('n1', { containerRuntimeVersion: 'docker://20.10.7', kubeletVersion: 'v1.23.1' })];
  planted('VOL-DOCKERSOCK', socket, 'nodes leave Docker', step('1.23', '1.24', { ...mounts(docker), nodes: old }), [
    'fail Deployment shop/web',
  ]);
  planted(
    'VOL-DOCKERSOCK',
    socket,
    'an agent for both runtimes',
    step('1.23', '1.24', { ...mounts(docker, containerd), nodes: old }),
    ['info Deployment shop/web'],
  );
  planted(
    'VOL-DOCKERSOCK',
    socket,
    'every node left Docker long ago',
    { lists: { ...mounts(docker), nodes: [node('n1')] } },
    ['info Deployment shop/web'],
  );
  clean('VOL-DOCKERSOCK', socket, 'containerd only', step('1.23', '1.24', { ...mounts(containerd), nodes: old }));
});

describe('selinux-volumes', () => {
  const labelled = (more: RawObject = {}): RawLists => ({
    deployments: [
      workload(
        'shop/web',
        {},
        {
          securityContext: { seLinuxOptions: { level: 's0:c1' }, ...more },
          volumes: [{ name: 'a', persistentVolumeClaim: { claimName: 'data' } }],
        },
      ),
    ],
  });
  const red = { nodes: [node('n1', { osImage: 'Red Hat Enterprise Linux 9.4' })] };
  planted('VOL-SELINUX', selinux, 'crossing 1.37', step('1.36', '1.37', { ...labelled(), ...red }), [
    'warn Deployment shop/web',
  ]);
  clean(
    'VOL-SELINUX',
    selinux,
    'Recursive',
    step('1.36', '1.37', { ...labelled({ seLinuxChangePolicy: 'Recursive' }), ...red }),
  );
  clean(
    'VOL-SELINUX',
    selinux,
    'no node enforces it',
    step('1.36', '1.37', { ...labelled(), nodes: [node('n1')] }),
    'not-applicable',
  );
});

describe('default-storage-class', () => {
  const storage = (name: string, value: string): RawObject =>
    object(name, {}, { annotations: { 'storageclass.kubernetes.io/is-default-class': value } });
  planted('SC-DEFAULT', defaultClass, 'none', { lists: { storageclasses: [storage('a', 'false')] } }, ['info']);
  planted(
    'SC-DEFAULT',
    defaultClass,
    'two',
    { lists: { storageclasses: [storage('a', 'true'), storage('b', 'true')] } },
    ['warn'],
  );
  clean('SC-DEFAULT', defaultClass, 'one', {
    lists: { storageclasses: [storage('a', 'true'), storage('b', 'false')] },
  });
});

describe('volume-attachments', () => {
  const attachment = (status: RawObject, nodeName = 'n1', created = '2026-11-01T00:00:00Z'): Case => ({
    lists: {
      nodes: [node('n1')],
      volumeattachments: [
        object(
          'csi-1',
          { spec: { nodeName, source: { persistentVolumeName: 'data' } }, status },
          { creationTimestamp: created },
        ),
      ],
    },
  });
  planted('VA-STUCK', attachments, 'an error', attachment({ detachError: { message: 'timed out' } }), [
    'warn VolumeAttachment csi-1',
  ]);
  planted('VA-STUCK', attachments, 'of a node that is gone', attachment({ attached: true }, 'n9'), [
    'warn VolumeAttachment csi-1',
  ]);
  clean('VA-STUCK', attachments, 'attached', attachment({ attached: true }));
  clean('VA-STUCK', attachments, 'to a node that is only just joining', attachment({}, 'n9', '2026-11-21T11:59:00Z'));
});

describe('csi-drivers-on-nodes', () => {
  const lists = (drivers: readonly RawObject[], on: RawObject = node('n1')): Case => ({
    lists: {
      nodes: [on],
      csinodes: [object('n1', { spec: { drivers } })],
      pods: [pod('shop/web', { volumes: [{ name: 'a', persistentVolumeClaim: { claimName: 'data' } }] })],
      persistentvolumeclaims: [object('shop/data', { spec: { volumeName: 'data' } })],
      persistentvolumes: [volume({ csi: { driver: 'ebs.csi.aws.com' } })],
    },
  });
  planted('CSI-NODE', onNodes, 'missing', lists([]), ['info Node n1']);
  clean('CSI-NODE', onNodes, 'registered', lists([{ name: 'ebs.csi.aws.com' }]));
  clean(
    'CSI-NODE',
    onNodes,
    'a new node',
    lists([], node('n1', {}, {}, { creationTimestamp: '2026-11-21T11:55:00Z' })),
  );
  clean(
    'CSI-NODE',
    onNodes,
    'Fargate',
    lists([], node('n1', {}, {}, { labels: { 'eks.amazonaws.com/compute-type': 'fargate' } })),
  );
});

describe('lost-volumes', () => {
  planted(
    'PV-LOST',
    lost,
    'lost and failed',
    {
      lists: {
        persistentvolumeclaims: [object('shop/data', { status: { phase: 'Lost' } })],
        persistentvolumes: [object('data', { status: { phase: 'Failed' } })],
      },
    },
    ['warn PersistentVolumeClaim shop/data', 'warn PersistentVolume data'],
  );
  clean('PV-LOST', lost, 'bound', {
    lists: {
      persistentvolumeclaims: [object('shop/data', { status: { phase: 'Bound' } })],
      persistentvolumes: [object('data', { status: { phase: 'Bound' } })],
    },
  });
});

describe('velero-backups', () => {
  const crd = { customresourcedefinitions: [object('backups.velero.io')] };
  const backup = (completionTimestamp: string, phase = 'Completed'): RawObject =>
    object('velero/nightly', { status: { phase, completionTimestamp } });
  const fresh = backup('2026-11-21T02:00:00Z');
  planted('BACKUP-VELERO', backups, 'no Velero is for information', {}, ['info']);
  planted(
    'BACKUP-VELERO',
    backups,
    'two days old',
    { lists: { ...crd, velerobackups: [backup('2026-11-19T02:00:00Z')] } },
    ['warn Backup velero/nightly'],
  );
  planted('BACKUP-VELERO', backups, 'none is complete', { lists: { ...crd, velerobackups: [backup('', 'Failed')] } }, [
    'warn',
  ]);
  planted(
    'BACKUP-VELERO',
    backups,
    'storage and schedule',
    {
      lists: {
        ...crd,
        velerobackups: [fresh],
        backupstoragelocations: [object('velero/default', { status: { phase: 'Unavailable' } })],
        veleroschedules: [object('velero/daily', { spec: { paused: true } })],
      },
    },
    ['warn BackupStorageLocation velero/default', 'warn Schedule velero/daily'],
  );
  clean('BACKUP-VELERO', backups, 'last night', {
    lists: {
      ...crd,
      velerobackups: [fresh],
      backupstoragelocations: [object('velero/default', { status: { phase: 'Available' } })],
    },
  });
});
