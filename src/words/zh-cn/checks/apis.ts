/** Chinese: results of the readiness checks of the area “apis”. */
export const apis = {
  'check.deprecated-apis-in-use.title': '使用中的已移除或已弃用 API',
  'check.deprecated-apis-in-use.pass': '未发现有人使用目标版本不再提供服务的 API。',
  'check.deprecated-apis-in-use.short': '未发现使用，但 API 服务器仅运行了 {hours} 小时：其计数器不含更早的记录。',
  'check.deprecated-apis-in-use.uptime': '计数器涵盖最近 {hours} 小时，即 API 服务器启动以来的时间。',
  'check.deprecated-apis-in-use.unseen': '无法查看 {resource} 的元数据。',
  'check.deprecated-apis-in-use.verb': '{verb}：{count}',
  'check.deprecated-apis-in-use.written':
    '有客户端通过 {api} 写入 {resource}，该版本在 Kubernetes {release} 中已移除。',
  'check.deprecated-apis-in-use.read':
    '有客户端通过 {api} 读取 {resource}，该版本在 Kubernetes {release} 中已移除，而集群已提供更新的版本。也可能是列出所有资源的工具。',
  'check.deprecated-apis-in-use.scanned':
    '有人通过 {api} 读取过 {resource}，该版本在 Kubernetes {release} 中已移除；服务器自身的垃圾回收器也会这样做，因此仅凭此项不能证明什么。',
  'check.deprecated-apis-in-use.later':
    '有客户端通过 {api} 请求 {resource}，该版本将在此目标之后的 Kubernetes {release} 中移除。',
  'check.deprecated-apis-in-use.unannounced': '有客户端通过 {api} 请求 {resource}，该版本已弃用，尚未宣布移除。',
  'check.deprecated-apis-in-use.own': '有客户端通过 {api} 请求 {resource}；很可能是 API 服务器自身。',
  'check.deprecated-apis-in-use.manifestRemoved':
    '{kind} {name} 最近由 {manager} 通过 {api} 写入，Kubernetes {release} 不再提供该版本：写入它的程序将会失败。',
  'check.deprecated-apis-in-use.manifestDeprecated':
    '{kind} {name} 最近由 {manager} 通过 {api} 写入，该版本自 Kubernetes {release} 起弃用。',
  'check.deprecated-apis-in-use.clientRemoved':
    '{manager} 仍通过 {api} 修改 {kind} {name}，Kubernetes {release} 不再提供该版本：该程序将会失败。',
  'check.deprecated-apis-in-use.clientDeprecated':
    '{manager} 仍通过 {api} 修改 {kind} {name}，该版本自 Kubernetes {release} 起弃用。',
  'check.deprecated-apis-in-use.evidence.applied': '{manager} 通过 {api} 应用（{time}）',
  'check.deprecated-apis-in-use.evidence.updated': '{manager} 通过 {api} 写入（{time}）',
  'check.deprecated-apis-in-use.evidence.confirmed': '{manager} 通过 {api} 写入（{time}），last-applied 注解与此一致',
  'check.deprecated-apis-in-use.evidence.annotated': '只有 last-applied 注解提到 {api}',
  'check.deprecated-apis-in-use.fix':
    '转换清单并重新应用；升级此处列出的程序。审计日志（注解 k8s.io/deprecated）会指明客户端。',
  'check.apiservice-available.title': '扩展 API 服务器',
  'check.apiservice-available.pass': '所有扩展 API 服务器均有响应。',
  'check.apiservice-available.away': 'APIService {name} 不可用（{reason}）；其后端为 {service}。',
  'check.apiservice-available.scaling':
    'APIService {name} 不可用（{reason}），而有 {scalers} 个自动扩缩器需要其指标；其后端为 {service}。',
  'check.apiservice-available.deletion':
    'APIService {name} 不可用（{reason}），有 {namespaces} 个命名空间因此类故障无法删除；其后端为 {service}。',
  'check.apiservice-available.fix': '恢复后端；若对应程序已卸载，则删除该 APIService。',
  'check.apiservice-certificates.title': '扩展 API 服务器的证书',
  'check.apiservice-certificates.pass': '没有扩展 API 服务器的 CA 证书已过期或将在 30 天内过期。',
  'check.apiservice-certificates.insecure': '调用 APIService {name} 时不验证其证书。',
  'check.apiservice-certificates.expired': 'APIService {name} 的 CA 证书已于 {until} 过期。',
  'check.apiservice-certificates.expiring': 'APIService {name} 的 CA 证书将于 {until}（{days} 天后）过期。',
  'check.apiservice-certificates.fix': '更新证书及 CA 证书包。',
  'check.crd-stored-versions.title': '自定义资源的存储版本',
  'check.crd-stored-versions.pass': '每个自定义资源只有一个存储版本。',
  'check.crd-stored-versions.several': '{name} 的对象除 {storage} 外还可能以 {versions} 存储。',
  'check.crd-stored-versions.leaving':
    '{name} 的对象可能仍以即将移除的 {versions} 存储：移除该版本的程序升级会被拒绝。',
  'check.crd-stored-versions.fix':
    '以存储版本重写所有对象（StorageVersionMigration，或逐个读取再写入），然后从 status.storedVersions 中移除旧版本。',
  'check.crd-deprecated-versions.title': '自定义资源的弃用版本',
  'check.crd-deprecated-versions.pass': '没有自定义资源提供被其标记为弃用的版本。',
  'check.crd-deprecated-versions.served': '{name} 仍提供其标记为弃用的 {versions}。',
  'check.crd-deprecated-versions.fix': '将清单和程序迁移到其程序推荐的版本。',
  'check.crd-conversion.title': '转换 Webhook',
  'check.crd-conversion.pass': '每个通过 Service 调用的转换 Webhook 都有后端。',
  'check.crd-conversion.broken': '{name} 的 {count} 个对象无法转换，{reason}。',
  'check.crd-conversion.uncounted': '{name} 的对象无法转换，{reason}；对象数量未知。',
  'check.crd-conversion.empty': '{name} 的对象将无法转换，{reason}；目前尚无对象。',
  'check.crd-conversion.unneeded': '{name} 的转换 Webhook 不会响应，{reason}；目前没有对象需要转换。',
  'check.crd-conversion.expired': '其 CA 证书已于 {until} 过期',
  'check.crd-conversion.objects': '{count} 个对象',
  'check.crd-conversion.fix': '升级前恢复后端，或更新其证书。',
  'check.crd-conditions.title': '有缺陷的自定义资源定义',
  'check.crd-conditions.pass': 'API 服务器未发现自定义资源定义有缺陷。',
  'check.crd-conditions.NonStructuralSchema': '{name} 的 schema 不是结构化的：{why}',
  'check.crd-conditions.NamesAccepted': '{name} 的名称已被占用：{why}',
  'check.crd-conditions.Established': '{name} 未提供服务：{why}',
  'check.crd-conditions.Terminating': '{name} 正在删除但未消失：{why}',
  'check.crd-conditions.fix': '用其程序的新版本修复该定义，或将其移除。',
  'check.pod-security-policies.title': 'PodSecurityPolicy（Pod 安全策略）',
  'check.pod-security-policies.pass': '没有会被 Kubernetes 1.25 移除的生效 PodSecurityPolicy。',
  'check.pod-security-policies.used':
    'PodSecurityPolicy {name} 正在使用；Kubernetes 1.25 会将其移除，Pod 不再受其约束。',
  'check.pod-security-policies.maybe': 'PodSecurityPolicy {name} 将随 Kubernetes 1.25 移除；无法读取是否有人可使用它。',
  'check.pod-security-policies.unused': 'PodSecurityPolicy {name} 将随 Kubernetes 1.25 移除；没有人可使用它。',
  'check.pod-security-policies.fix': '升级前用命名空间标签或策略引擎实施 Pod 安全标准，然后删除这些策略。',
  'check.pod-security-labels.title': '按命名空间的 Pod 安全',
  'check.pod-security-labels.pass': '有命名空间实施了 Pod 安全标准。',
  'check.pod-security-labels.none':
    '{count} 个命名空间均未实施 Pod 安全标准；Kubernetes 1.25 之后没有内置机制替代 PodSecurityPolicy。',
  'check.pod-security-labels.fix':
    '为命名空间添加 pod-security.kubernetes.io/enforce 标签，或确认由策略引擎承担此工作。',
  'check.hand-made-endpoints.title': '手工创建的 Endpoints',
  'check.hand-made-endpoints.pass': '未发现手工创建的 Endpoints。',
  'check.hand-made-endpoints.mirrored':
    'Service {namespace}/{name} 的端点以 Endpoints 写入，自 Kubernetes 1.33 起弃用。',
  'check.hand-made-endpoints.fix': '改为写入 EndpointSlice；尚未宣布移除 Endpoints。',
  'check.removed-apis-served.title': '将消失的 API',
  'check.removed-apis-served.pass': '升级所移除的 API 均已提供其他版本。',
  'check.removed-apis-served.only': '{kind} 仅以 {api} 提供，而 Kubernetes {release} 会移除该版本。',
  'check.removed-apis-served.fix': '升级前无法迁移到其他版本：请安排清单和程序与升级同时更改。',
} as const;
