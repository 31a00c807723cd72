/** English: results of the readiness checks of the area “storage”. */
export const storage = {
  'check.volumes-removed.title': 'Volumes whose plugin is gone',
  'check.volumes-removed.pass': 'No volume uses a plugin that was removed or will be.',
  'check.volumes-removed.goes': '{object} uses a {plugin} volume, which kubelets since {release} do not mount.',
  'check.volumes-removed.gone':
    '{object} names a {plugin} volume, which kubelets since {release} do not mount: it is broken already or not in use.',
  'check.volumes-removed.later':
    '{object} uses a {plugin} volume, which kubelets since {release} do not mount; this step does not reach it.',
  'check.volumes-removed.fix':
    'Move the data to a volume of a CSI driver; replace gitRepo by an init container that clones.',
  'check.volumes-in-tree.title': 'Volumes of built-in plugins',
  'check.volumes-in-tree.pass': 'No volume relies on a built-in plugin.',
  'check.volumes-in-tree.breaks':
    '{object} uses {plugin}; since Kubernetes {release} such volumes are handed to the CSI driver {driver}, which is not installed.',
  'check.volumes-in-tree.broken':
    '{object} uses {plugin}, and the CSI driver {driver} that has handled such volumes since Kubernetes {release} is not installed.',
  'check.volumes-in-tree.taken': '{object} uses {plugin}; the CSI driver {driver} handles it.',
  'check.volumes-in-tree.unsure': '{object} uses {plugin}, and the CSI driver {driver} is not installed.',
  'check.volumes-in-tree.classOnly':
    'The class {name} makes volumes by {provisioner}, a built-in plugin; none waits for it.',
  'check.volumes-in-tree.fix': 'Install the CSI driver before the step, then move classes and volumes over to it.',
  'check.volumes-flex.title': 'FlexVolumes',
  'check.volumes-flex.pass': 'No FlexVolume is in use.',
  'check.volumes-flex.used': '{object} uses the FlexVolume driver {driver}; FlexVolume is deprecated.',
  'check.volumes-flex.unmounted':
    '{object} uses the FlexVolume driver {driver}; since 1.36 kubeadm no longer mounts its folder into the controller manager.',
  'check.volumes-flex.fix': 'Move the volumes to a CSI driver.',
  'check.docker-socket-mounts.title': 'Mounts of the Docker socket',
  'check.docker-socket-mounts.pass': 'No workload mounts the Docker socket.',
  'check.docker-socket-mounts.breaks':
    '{object} mounts {socket}; {nodes:a node still runs|{nodes} nodes still run} Docker, and kubelets since 1.24 do not.',
  'check.docker-socket-mounts.mounted': '{object} mounts {socket}; this step changes nothing about it.',
  'check.docker-socket-mounts.fix':
    'Use the runtime’s own socket (containerd), or a tool that needs none, such as BuildKit.',
  'check.selinux-volumes.title': 'SELinux labels of volumes',
  'check.selinux-volumes.pass': 'No workload combines SELinux options with volumes in a way that changes.',
  'check.selinux-volumes.none': 'No node runs an operating system known to enforce SELinux.',
  'check.selinux-volumes.relabelled':
    '{object} sets SELinux options and mounts volumes: since 1.37 a volume is mounted with one label, and pods with different labels cannot share it.',
  'check.selinux-volumes.fix': 'Set seLinuxChangePolicy: Recursive where pods with different labels share a volume.',
  'check.default-storage-class.title': 'Default storage class',
  'check.default-storage-class.pass': 'There is one default storage class.',
  'check.default-storage-class.noClass': 'The cluster has no storage classes.',
  'check.default-storage-class.none':
    'None of the storage classes ({names}) is the default: claims that name none wait.',
  'check.default-storage-class.several': '{count} storage classes are the default: {names}.',
  'check.default-storage-class.fix': 'Mark exactly one class as the default, or name the class in every claim.',
  'check.volume-attachments.title': 'Attachments of volumes',
  'check.volume-attachments.pass': 'No attachment of a volume has failed.',
  'check.volume-attachments.attach': 'The volume {volume} cannot be attached to node {node}.',
  'check.volume-attachments.detach': 'The volume {volume} cannot be detached from node {node}: its pod cannot move.',
  'check.volume-attachments.orphan': 'The volume {volume} is still attached to node {node}, which is gone.',
  'check.volume-attachments.fix':
    'Look at the log of the CSI driver’s attacher; detach by hand only when nothing writes to the volume.',
  'check.csi-drivers-on-nodes.title': 'CSI drivers on nodes',
  'check.csi-drivers-on-nodes.pass': 'Every node has the CSI drivers of the volumes that its pods use.',
  'check.csi-drivers-on-nodes.missing':
    'Node {node} has not registered the CSI driver {driver}, which pod {pod} needs.',
  'check.csi-drivers-on-nodes.fix': 'Look at the driver’s pod on that node.',
  'check.lost-volumes.title': 'Lost volumes',
  'check.lost-volumes.pass': 'No claim lost its volume.',
  'check.lost-volumes.lost': 'The claim {namespace}/{name} lost its volume.',
  'check.lost-volumes.failed': 'The volume {name} has failed.',
  'check.lost-volumes.fix': 'Restore it, or delete what is no longer needed, before pods have to move.',
  'check.velero-backups.title': 'Backups',
  'check.velero-backups.pass': 'Velero has a fresh backup.',
  'check.velero-backups.none': 'No Velero in this cluster; whether another program backs it up cannot be seen.',
  'check.velero-backups.never': 'None of the {count} Velero backups is complete.',
  'check.velero-backups.old': 'The newest complete Velero backup is {namespace}/{name}, {hours} hours old.',
  'check.velero-backups.location': 'Velero cannot use its storage location {namespace}/{name} ({phase}).',
  'check.velero-backups.paused': 'The Velero schedule {namespace}/{name} is paused.',
  'check.velero-backups.fix': 'Take a backup right before the upgrade, and try to restore from it somewhere else.',
} as const;
