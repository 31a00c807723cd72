/** Chinese: results of the readiness checks of the area “budgets”. */
export const budgets = {
  'check.pdb-blocks-drain.title': '阻止排空的 PodDisruptionBudget（干扰预算）',
  'check.pdb-blocks-drain.pass': '没有干扰预算会阻止排空节点。',
  'check.pdb-blocks-drain.never':
    '干扰预算 {namespace}/{name}（{rule}）从不允许其 {pods} 个 Pod 中的任何一个离开：排空会一直等待，直到放弃。',
  'check.pdb-blocks-drain.minAvailable': 'minAvailable {value}',
  'check.pdb-blocks-drain.maxUnavailable': 'maxUnavailable {value}',
  'check.pdb-blocks-drain.now':
    '干扰预算 {namespace}/{name} 目前不允许任何 Pod 离开：{pods} 个中有 {healthy} 个健康，至少需要 {wanted} 个。请先修复 Pod，再重新检查。',
  'check.pdb-blocks-drain.syncFailed': '干扰预算 {namespace}/{name} 无法计算，因此不允许任何 Pod 离开：{why}',
  'check.pdb-blocks-drain.pod': '保护 Pod {pod}',
  'check.pdb-blocks-drain.fix': '至少在更换节点期间，增加一个副本，或允许一个 Pod 不可用（maxUnavailable: 1）。',
} as const;
