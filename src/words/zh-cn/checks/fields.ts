/** Chinese: results of the readiness checks of the area “fields”. */
export const fields = {
  'check.workload-annotations.title': 'Pod 模板的注解',
  'check.workload-annotations.pass': '没有 Pod 模板依赖已失效或将失效的注解。',
  'check.workload-annotations.seccompLost':
    '{namespace}/{name} 仅通过 {annotation} 设置 seccomp 配置：自 1.27 起新 Pod 会静默丢失该配置。',
  'check.workload-annotations.seccompRefused':
    '{namespace}/{name} 仅通过 {annotation} 设置 seccomp 配置：自 1.27 起无效，而其命名空间会拒绝没有配置的 Pod。',
  'check.workload-annotations.seccompIdle':
    '{namespace}/{name} 仅通过 {annotation} 设置 seccomp 配置，自 1.27 起已无效。',
  'check.workload-annotations.apparmor':
    '{namespace}/{name} 通过 {annotation} 设置 AppArmor 配置；自 1.30 起由字段设置。',
  'check.workload-annotations.idle': '{namespace}/{name} 带有 {annotation}，已无程序读取。',
  'check.workload-annotations.fix':
    '改用 securityContext 的字段（seccompProfile、appArmorProfile、sysctls）或 priorityClassName。',
  'check.object-annotations.title': '已被字段取代的注解',
  'check.object-annotations.pass': '没有对象使用已被字段取代的注解。',
  'check.object-annotations.storageClass': '{object} 通过 {annotation} 指定存储类。',
  'check.object-annotations.ingressClass': '{object} 通过 {annotation} 指定入口类。',
  'check.object-annotations.mountable': '{object} 带有 {annotation}，自 1.32 起弃用。',
  'check.object-annotations.fix': '使用 spec.storageClassName 和 spec.ingressClassName；用命名空间隔离 Secret。',
  'check.node-labels.title': '使用旧节点标签的选择器',
  'check.node-labels.pass': '没有工作负载使用已失效的标签选择节点。',
  'check.node-labels.old': '{namespace}/{name} 用 {label} 选择节点；该标签已更名，旧标签目前仍会设置。',
  'check.node-labels.master':
    '{namespace}/{name} 用 node-role.kubernetes.io/master 选择节点，自 1.24 起 kubeadm 不再设置该标签。',
  'check.node-labels.fix': '使用 topology.kubernetes.io/zone 等标签，以及 node-role.kubernetes.io/control-plane。',
} as const;
