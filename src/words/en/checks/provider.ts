/** English: results of the readiness checks of the area “provider”. */
export const provider = {
  'check.anonymous-access.title': 'Access without signing in',
  'check.anonymous-access.pass': 'Only what every cluster allows is open to callers who have not signed in.',
  'check.anonymous-access.bound': '{name} gives {who} the role {role}.',
  'check.anonymous-access.refused':
    '{name} gives {who} the role {role}; from 1.32 on Amazon EKS refuses anonymous requests.',
  'check.anonymous-access.fix': 'Remove the binding, or let the callers sign in.',
  'check.stale-tokens.title': 'Stale service account tokens',
  'check.stale-tokens.pass': 'No stale token was seen since the API server started.',
  'check.stale-tokens.noMetric': 'The API server has no counter of stale tokens.',
  'check.stale-tokens.seen':
    '{count:A request|{count} requests} used a stale token within the {hours} hours since the API server started.',
  'check.stale-tokens.fix':
    'Upgrade the client library of the programs that keep their token; the audit log names them.',
} as const;
