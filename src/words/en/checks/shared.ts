/** English: what every readiness check says alike. */
export const shared = {
  'check.field': '{path}: {value}',
  'check.notCrossed': 'This step does not cross Kubernetes {release}.',
} as const;
