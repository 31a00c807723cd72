/** Chinese: what every readiness check says alike. */
export const shared = {
  'check.field': '{path}：{value}',
  'check.notCrossed': '此步骤不跨越 Kubernetes {release}。',
  'check.notYet': '该变化自 Kubernetes {release} 开始，晚于目标版本。',
} as const;
