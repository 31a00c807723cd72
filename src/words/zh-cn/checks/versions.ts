/** Chinese: results of the readiness checks of the area “versions”. */
export const versions = {
  'check.version-skew.title': 'kubelet 版本',
  'check.version-skew.pass': '本步骤中，所有 kubelet 都可以保持现有版本。',
  'check.version-skew.newer': '节点 {node} 的 kubelet 为 {kubelet}，比控制面（{current}）更新：不受支持。',
  'check.version-skew.tooOld': '节点 {node} 的 kubelet 为 {kubelet}，对于 {version} 的控制面来说过旧：请先升级该节点。',
  'check.version-skew.atLimit':
    '节点 {node} 的 kubelet 为 {kubelet}，是 {target} 控制面所支持的最旧版本：再下一步已没有余地。',
  'check.version-skew.behind': '节点 {node} 的 kubelet 为 {kubelet}，落后于控制面（{current}）。',
  'check.version-skew.noVersion': '控制面的版本未知。',
  'check.version-skew.unreadable': '无法读取 {nodes} 的 kubelet 版本。',
  'check.version-skew.fix': '在控制面继续升级之前，先把节点升级到控制面的版本；kubelet 次要版本变化之前先排空节点。',
} as const;
