/** Volume types of in-tree plugins: of each only that it is there, alike in a Pod's volumes and in a PersistentVolume. */
export const volumePlugins = {
  awsElasticBlockStore: 'present',
  azureDisk: 'present',
  azureFile: 'present',
  cephfs: 'present',
  cinder: 'present',
  flocker: 'present',
  gcePersistentDisk: 'present',
  glusterfs: 'present',
  photonPersistentDisk: 'present',
  portworxVolume: 'present',
  quobyte: 'present',
  rbd: 'present',
  scaleIO: 'present',
  storageos: 'present',
  vsphereVolume: 'present',
} as const;
