/** Chinese: results of the readiness checks of the area “network”. */
export const network = {
  'check.service-fields.title': 'Service',
  'check.service-fields.pass': '没有 Service 使用弃用字段或缺少端点。',
  'check.service-fields.external': 'Service {namespace}/{name} 使用 externalIPs（{value}），自 1.36 起弃用。',
  'check.service-fields.externalGone':
    'Service {namespace}/{name} 使用 externalIPs（{value}）；自 1.40 起 kube-proxy 默认忽略它们。',
  'check.service-fields.address': 'Service {namespace}/{name} 设置 loadBalancerIP（{value}），自 1.24 起弃用。',
  'check.service-fields.preferClose': 'Service {namespace}/{name} 使用 {value}，自 1.34 起称为 PreferSameZone。',
  'check.service-fields.topology': 'Service {namespace}/{name} 以旧方式选择端点（{value}）。',
  'check.service-fields.local':
    'Service {namespace}/{name} 的 externalTrafficPolicy 为 {value}：更换节点期间，没有就绪 Pod 的节点会丢弃流量。',
  'check.service-fields.idle': 'Service {namespace}/{name} 没有就绪的端点。',
  'check.service-fields.pending': 'Service {namespace}/{name} 仍未从负载均衡器获得地址。',
  'check.service-fields.fix': '替换旧字段；将 Local 类型 Service 后的 Pod 分散到多个节点。',
  'check.ingress-classes.title': 'Ingress 控制器',
  'check.ingress-classes.pass': '每个 Ingress 都有入口类，且没有使用已停止维护的控制器。',
  'check.ingress-classes.retired':
    '入口类 {name} 属于 2026 年 3 月停止维护的 Ingress NGINX；有 {count} 个 Ingress 使用它。',
  'check.ingress-classes.none': 'Ingress {namespace}/{name} 没有入口类，也没有默认入口类。',
  'check.ingress-classes.fix': '指定入口类；规划迁移到 Gateway API 或其他控制器。',
  'check.add-on-versions.title': '组件版本',
  'check.add-on-versions.pass': '所有已识别的组件均与目标版本相符。',
  'check.add-on-versions.tooOld': '{addOn} {version}（{namespace}/{name}）对于 {target} 过旧：最低需要 {need}。',
  'check.add-on-versions.follows':
    '{addOn} {version}（{namespace}/{name}）应与同号的 Kubernetes 配套；控制面升级后请立即升级到 {need}。',
  'check.add-on-versions.advised':
    '{addOn} {version}（{namespace}/{name}）比 kubeadm 在 {target} 中附带的 {need} 更旧。',
  'check.add-on-versions.untested':
    '{addOn} {version}（{namespace}/{name}）最高支持到 Kubernetes {need}，不含 {target}。',
  'check.add-on-versions.tooNew': '{addOn} {version}（{namespace}/{name}）自 Kubernetes {need} 起支持，不含 {target}。',
  'check.add-on-versions.unlisted': '关于 {addOn} {version}（{namespace}/{name}）与 Kubernetes {target} 的兼容性未知。',
  'check.add-on-versions.unreadable': '无法从 {version} 读取 {addOn}（{namespace}/{name}）的版本。',
  'check.add-on-versions.fix': '若组件过旧，请在该步骤之前升级；若需跟随控制面，则在控制面之后立即升级。',
  'check.kube-proxy-mode.title': 'kube-proxy 的模式',
  'check.kube-proxy-mode.pass': 'kube-proxy 的模式不受影响。',
  'check.kube-proxy-mode.none': '没有可供检查的 kube-proxy 配置。',
  'check.kube-proxy-mode.unread': '无法读取 kube-proxy 的配置。',
  'check.kube-proxy-mode.ipvs': 'kube-proxy（{name}）运行于 ipvs 模式，自 1.35 起弃用。',
  'check.kube-proxy-mode.ipvsOff': 'kube-proxy（{name}）运行于 ipvs 模式，自 1.40 起默认关闭。',
  'check.kube-proxy-mode.implicit': 'kube-proxy（{name}）未指定模式；默认模式计划变更。',
  'check.kube-proxy-mode.fix': '将模式设为 iptables 或 nftables。',
} as const;
