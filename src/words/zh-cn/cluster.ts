/** Chinese: connecting to a cluster, reading it, and the frame of the readiness checks. */
export const cluster = {
  'check.several': '{first} 另有 {count} 项。',
  'check.broken': '检查本身失败（{reason}）。',
  'unread.all': '{reasons}',
  'unread.forbidden': '无权限：缺少 {what} 权限',
  'unread.not-served': '集群未提供：{what}',
  'unread.not-asked': '未经同意，未读取：{what}',
  'unread.timeout': '未及时应答：{what}',
  'unread.failed': '无法读取：{what}（{detail}）',
  'unread.noDetail': '没有更多细节',
} as const;
