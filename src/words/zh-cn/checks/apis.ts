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
} as const;
