/** English: what every readiness check says alike. */
export const shared = {
  'check.field': '{path}: {value}',
  'check.notCrossed': 'This step does not cross Kubernetes {release}.',
  'check.notYet': 'This begins with Kubernetes {release}, after the target.',
} as const;
