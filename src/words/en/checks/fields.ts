/** English: results of the readiness checks of the area “fields”. */
export const fields = {
  'check.workload-annotations.title': 'Annotations of pod templates',
  'check.workload-annotations.pass': 'No pod template relies on an annotation that is gone or going.',
  'check.workload-annotations.seccompLost':
    '{namespace}/{name} sets its seccomp profile by {annotation} only: since 1.27 new pods silently lose it.',
  'check.workload-annotations.seccompRefused':
    '{namespace}/{name} sets its seccomp profile by {annotation} only: since 1.27 it has no effect, and its namespace refuses pods without a profile.',
  'check.workload-annotations.seccompIdle':
    '{namespace}/{name} sets its seccomp profile by {annotation} only, which has had no effect since 1.27.',
  'check.workload-annotations.apparmor':
    '{namespace}/{name} sets its AppArmor profile by {annotation}; a field does that since 1.30.',
  'check.workload-annotations.idle': '{namespace}/{name} bears {annotation}, which nothing reads.',
  'check.workload-annotations.fix':
    'Set the fields of securityContext (seccompProfile, appArmorProfile, sysctls) or priorityClassName instead.',
  'check.object-annotations.title': 'Annotations that a field replaced',
  'check.object-annotations.pass': 'No object uses an annotation that a field replaced.',
  'check.object-annotations.storageClass': '{object} names its class by {annotation}.',
  'check.object-annotations.ingressClass': '{object} names its class by {annotation}.',
  'check.object-annotations.mountable': '{object} bears {annotation}, deprecated since 1.32.',
  'check.object-annotations.fix':
    'Use spec.storageClassName and spec.ingressClassName; keep Secrets apart by namespaces.',
  'check.node-labels.title': 'Selectors on old node labels',
  'check.node-labels.pass': 'No workload selects nodes by a label that is gone.',
  'check.node-labels.old':
    '{namespace}/{name} selects nodes by {label}; the label has another name now, the old one is still set.',
  'check.node-labels.master':
    '{namespace}/{name} selects nodes by node-role.kubernetes.io/master, which kubeadm no longer sets since 1.24.',
  'check.node-labels.fix': 'Use topology.kubernetes.io/zone and its like, and node-role.kubernetes.io/control-plane.',
} as const;
