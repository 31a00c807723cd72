/** Chinese: results of the readiness checks of the area “provider”. */
export const provider = {
  'check.anonymous-access.title': '匿名访问',
  'check.anonymous-access.pass': '未登录的调用者只有每个集群都允许的权限。',
  'check.anonymous-access.bound': '{name} 授予 {who} 角色 {role}。',
  'check.anonymous-access.refused': '{name} 授予 {who} 角色 {role}；自 1.32 起 Amazon EKS 拒绝匿名请求。',
  'check.anonymous-access.fix': '移除该绑定，或让调用者进行认证。',
  'check.stale-tokens.title': '过期的服务账号令牌',
  'check.stale-tokens.pass': '自 API 服务器启动以来未发现过期令牌。',
  'check.stale-tokens.noMetric': 'API 服务器没有关于过期令牌的计数器。',
  'check.stale-tokens.seen': '自 API 服务器启动的 {hours} 小时内，有 {count} 个请求使用了过期令牌。',
  'check.stale-tokens.fix': '升级长期保留令牌的程序所用的客户端库；审计日志会指明它们。',
} as const;
