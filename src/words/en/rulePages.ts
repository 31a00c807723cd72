/** English: text of the pages that scripts/rule-docs.mjs writes; the products need none of it. */
export const rulePages = {
  'rule.apparmor-annotation.title': 'An AppArmor profile is given in an annotation instead of a field.',
  'rule.apparmor-annotation.what':
    'The annotation on a Pod, or in the template of a workload. It is information only where the container’s own field is set, or the pod’s field says the same.',
  'rule.critical-pod-annotation.title': 'The annotation that made a pod critical has no effect.',
  'rule.critical-pod-annotation.what': 'The annotation on a Pod, or in the template of a workload.',
  'rule.cronjob-timezone.title': 'A CronJob gives its time zone inside the schedule.',
  'rule.cronjob-timezone.what': 'TZ= or CRON_TZ= in spec.schedule of a CronJob.',
  'rule.deprecated-annotation.title': 'An annotation has been replaced, or nothing reads it any more.',
  'rule.deprecated-annotation.what':
    'These annotations, each on the kinds that hold it; an annotation of a pod also in the template of a workload.',
  'rule.deprecated-field.title': 'A field is deprecated, or has no effect.',
  'rule.deprecated-field.what': 'These fields, where they have a value.',
  'rule.deprecated-value.title': 'A value is deprecated, or refused by a newer version of the kind.',
  'rule.deprecated-value.what': 'These values, in these fields of these kinds.',
  'rule.docker-socket.title': 'A pod mounts the socket of Docker from its node.',
  'rule.docker-socket.what':
    'hostPath volumes of that path. It is information only when the same pod also mounts the socket of containerd or CRI-O.',
  'rule.gpu-resource.title': 'A GPU is asked for by a name that is gone.',
  'rule.gpu-resource.what': 'The resource in limits or requests of a container.',
  'rule.ingress-class-annotation.title': 'The class of an Ingress is given in an annotation.',
  'rule.ingress-class-annotation.what':
    'The annotation on an Ingress. It is information only where spec.ingressClassName is set too.',
  'rule.ip-format.title': 'An IP address is written in a form that newer servers refuse.',
  'rule.ip-format.what':
    'Addresses with leading zeros (192.168.000.005), IPv4 written as IPv6 (::ffff:192.0.2.1), ranges with bits set behind their prefix (10.0.0.1/8), and IPv6 addresses that are not in their shortest form.',
  'rule.kubeconfig-exec-version.title': 'A kubeconfig file speaks an alpha version to its credential plugin.',
  'rule.kubeconfig-exec-version.what': 'users[].user.exec.apiVersion of a file of kind Config.',
  'rule.legacy-registry.title': 'An image comes from a registry that is frozen.',
  'rule.legacy-registry.what': 'Images of k8s.gcr.io, in every kind of container.',
  'rule.mountable-secrets.title': 'A ServiceAccount limits which Secrets its pods may mount.',
  'rule.mountable-secrets.what': 'The annotation on a ServiceAccount.',
  'rule.node-label.title': 'Nodes are selected by a label whose name has changed.',
  'rule.node-label.what':
    'Node selectors, node affinity, topology keys, allowed topologies, the node affinity of volumes, and the node selector of a RuntimeClass. A label of the same name on an object itself is no finding.',
  'rule.removed-field.title': 'A field is no longer in the API.',
  'rule.removed-field.what': 'These fields, in the versions of their kinds that the release serves.',
  'rule.seccomp-annotation.title': 'A seccomp profile is given in an annotation, which has no effect.',
  'rule.seccomp-annotation.what':
    'The annotations on a Pod, or in the template of a workload. It is information only where the field is set beside it.',
  'rule.storage-class-annotation.title': 'The class or mount options of a volume are given in an annotation.',
  'rule.storage-class-annotation.what':
    'The annotations on a PersistentVolume or PersistentVolumeClaim. In claims inside other objects no server warns, so it is information there.',
  'rule.volume-plugin.title': 'A volume type has no plugin in Kubernetes any more.',
  'rule.volume-plugin.what':
    'Volumes of these types in pods and PersistentVolumes, and the provisioners of StorageClasses that belong to them.',
  'page.default': 'Default severity: {severity}.',
  'page.severity.error': 'error',
  'page.severity.warning': 'warning',
  'page.severity.information': 'information',
  'page.table': 'What | Where | Deprecated | API server warns | Ends | Use instead',
  'page.end.no-effect': '{version} (no effect)',
  'page.end.unknown': '{version} (removed)',
  'page.end.refused': '{version} (refused)',
  'page.end.redirected': '{version} (redirected)',
  'page.any': 'every kind',
} as const;
