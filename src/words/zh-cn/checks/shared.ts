/** Chinese: what every readiness check says alike. */
export const shared = {
  'check.field': '{path}：{value}',
  'check.notCrossed': '此步骤不跨越 Kubernetes {release}。',
} as const;
