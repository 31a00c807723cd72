/** Chinese: results of the readiness checks of the area “admission”. */
export const admission = {
  'check.webhook-backend.title': '没有后端的 Webhook',
  'check.webhook-backend.pass': '每个通过 Service 调用的 Webhook 都有后端响应。',
  'check.webhook-backend.blocks': '{name} 的 Webhook {webhook} 会对 {resources} 调用，无响应即拒绝请求，而{reason}。',
  'check.webhook-backend.narrow': '{name} 的 Webhook {webhook} 无响应时会拒绝请求，而{reason}。',
  'check.webhook-backend.ignored': '{name} 的 Webhook {webhook} 无响应时会被跳过，但每个请求都要先等待：{reason}。',
  'check.webhook-backend.unverified': '无法判断 {name} 的 Webhook {webhook} 是否有响应：{reason}。',
  'check.webhook-backend.namespaceGone': '其 Service 所在的命名空间 {namespace} 不存在',
  'check.webhook-backend.serviceGone': '其 Service {service} 不存在',
  'check.webhook-backend.portGone': '其 Service {service} 没有端口 {port}',
  'check.webhook-backend.noEndpoints': '其 Service {service} 没有就绪的端点',
  'check.webhook-backend.untold': '其 Service {service} 指向外部或使用手工端点',
  'check.webhook-backend.fix':
    '升级前恢复后端；若对应程序已卸载则删除该配置；或在升级期间将 failurePolicy 设为 Ignore。',
  'check.webhook-own-namespace.title': '拦截自身 Pod 的 Webhook',
  'check.webhook-own-namespace.pass': '没有 Webhook 会阻止自身的 Pod 恢复。',
  'check.webhook-own-namespace.locked':
    '{name} 的 Webhook {webhook} 须批准自身在 {namespace} 中运行的 {pods} 个 Pod：若同时被排空，将无法再启动。',
  'check.webhook-own-namespace.conditional':
    '{name} 的 Webhook {webhook} 可能须批准自身在 {namespace} 中运行的 {pods} 个 Pod，取决于其 matchConditions。',
  'check.webhook-own-namespace.pod': '后端 Pod {namespace}/{name}',
  'check.webhook-own-namespace.fix':
    '用 namespaceSelector 排除 Webhook 自身的命名空间，或用 objectSelector 排除自身的 Pod。',
  'check.webhook-reach.title': '可能使集群停摆的 Webhook',
  'check.webhook-reach.pass': '没有“不可用即拒绝”的 Webhook 覆盖集群自身赖以运行的资源。',
  'check.webhook-reach.reaches': '{name} 的 Webhook {webhook} 不可用时会拒绝请求，且覆盖{what}。',
  'check.webhook-reach.everything': '所有资源，包括 kube-system',
  'check.webhook-reach.everythingElse': '除所排除命名空间之外的所有资源',
  'check.webhook-reach.critical': '{resources}',
  'check.webhook-reach.systemPods': 'kube-system 的 Pod',
  'check.webhook-reach.fix':
    '只列出所需的资源，并用 kubernetes.io/metadata.name 的 namespaceSelector 排除 kube-system。',
  'check.webhook-certificates.title': 'Webhook 的 CA 证书',
  'check.webhook-certificates.pass': '没有 Webhook 的 CA 证书已过期或将在 30 天内过期。',
  'check.webhook-certificates.expired':
    '{name} 的 Webhook {webhook} 的 CA 证书已于 {until} 过期：API 服务器无法调用它。',
  'check.webhook-certificates.expiring': '{name} 的 Webhook {webhook} 的 CA 证书将于 {until}（{days} 天后）过期。',
  'check.webhook-certificates.unreadable':
    '{name} 的 Webhook {webhook} 的 CA 证书中没有证书：本应注入证书的程序未生效，调用会失败。',
  'check.webhook-certificates.certificates': '证书包中有 {count} 个证书',
  'check.webhook-certificates.fix': '更新证书，或修复负责注入证书的程序（例如 cert-manager 的 ca-injector）。',
  'check.webhook-timeout.title': 'Webhook 的超时',
  'check.webhook-timeout.pass': '没有 Webhook 会长时间阻塞请求。',
  'check.webhook-timeout.long': '{name} 的 Webhook {webhook} 可能使每个请求等待 {seconds} 秒。',
  'check.webhook-timeout.fix': '将 timeoutSeconds 设为 5 或更小；默认为 10。',
  'check.webhook-single-backend.title': '只有一个 Pod 的 Webhook',
  'check.webhook-single-backend.pass': '每个“不可用即拒绝”的 Webhook 都有一个以上的就绪 Pod。',
  'check.webhook-single-backend.single': '{name} 的 Webhook 不可用时会拒绝请求，而 {service} 后面只有一个 Pod。',
  'check.webhook-single-backend.pod': '节点 {node} 上的 Pod {namespace}/{name}',
  'check.webhook-single-backend.fix': '在不同节点上运行两个副本，并配置允许其中一个离开的干扰预算。',
  'check.webhook-review-versions.title': 'Webhook 的审查版本',
  'check.webhook-review-versions.pass': '每个 Webhook 都接受 v1 审查。',
  'check.webhook-review-versions.old': '{name} 有 {count} 个 Webhook 不接受 v1 审查；v1beta1 目前仍会被调用。',
  'check.webhook-review-versions.fix':
    '升级其后端程序后，在 admissionReviewVersions 中加入 v1。若程序只支持 v1beta1，请保持不变。',
  'check.webhook-match-policy.title': '精确匹配版本的 Webhook',
  'check.webhook-match-policy.pass': '没有 Webhook 会漏掉使用同一 API 其他版本的请求。',
  'check.webhook-match-policy.exact':
    '{name} 的 Webhook {webhook} 只处理其列出的版本的请求：升级带来的新版本会绕过它。',
  'check.webhook-match-policy.fix': '将 matchPolicy 设为默认值 Equivalent。',
  'check.webhook-url.title': '通过 URL 调用的 Webhook',
  'check.webhook-url.pass': '没有 Webhook 通过 URL 调用。',
  'check.webhook-url.url': '{name} 通过 {url} 调用；从这里无法得知其是否有响应。',
  'check.webhook-url.fix': '请确保在更换控制面和节点期间该地址有响应。',
  'check.webhook-virtual-resources.title': '针对令牌和访问审查的 Webhook',
  'check.webhook-virtual-resources.pass': '没有 Webhook 依赖对令牌或访问审查的调用。',
  'check.webhook-virtual-resources.uncalled':
    '{name} 列出了 {resources}；自 Kubernetes 1.37 起默认不再为它们调用 Webhook。',
  'check.webhook-virtual-resources.fix': '不要依赖该行为；可暂时关闭特性门控 ExcludeAdmissionWebhookVirtualResources。',
  'check.webhook-san.title': '没有 SAN 的服务证书',
  'check.webhook-san.pass': 'API 服务器未遇到没有 SAN 的服务证书。',
  'check.webhook-san.noMetric': 'API 服务器没有关于无 SAN 证书的计数器。',
  'check.webhook-san.webhooksNow':
    '自 API 服务器启动以来，对 Webhook 的 {count} 次调用遇到了没有 SAN 的证书：此类调用会失败。',
  'check.webhook-san.webhooksThen':
    '对 Webhook 的 {count} 次调用遇到了没有 SAN 的证书：自 Kubernetes 1.23 起此类调用会失败。',
  'check.webhook-san.apiservicesNow':
    '自 API 服务器启动以来，对扩展 API 服务器的 {count} 次调用遇到了没有 SAN 的证书：此类调用会失败。',
  'check.webhook-san.apiservicesThen':
    '对扩展 API 服务器的 {count} 次调用遇到了没有 SAN 的证书：自 Kubernetes 1.23 起此类调用会失败。',
  'check.webhook-san.fix': '重新签发服务证书，加入 SAN <service>.<namespace>.svc。',
  'check.admission-policies.title': '作用于 kube-system 的准入策略',
  'check.admission-policies.pass': '没有准入策略会拒绝 kube-system 中的 Pod。',
  'check.admission-policies.system':
    '绑定 {name} 使策略 {policy} 可拒绝 kube-system 中的 Pod：随升级而来的组件可能被拒绝。',
  'check.admission-policies.fix': '用 namespaceSelector 排除 kube-system，或用新组件验证该策略。',
} as const;
