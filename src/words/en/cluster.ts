/** English: connecting to a cluster, reading it, and the frame of the readiness checks. */
export const cluster = {
  'check.several': '{first} And {count:one more|{count} more}.',
  'check.broken': 'The check itself failed ({reason}).',
  'unread.all': '{reasons}',
  'unread.forbidden': 'missing permission: {what}',
  'unread.not-served': 'not served: {what}',
  'unread.not-asked': 'not read without your consent: {what}',
  'unread.timeout': 'no answer in time: {what}',
  'unread.failed': 'could not be read: {what} ({detail})',
  'unread.noDetail': 'no further detail',
} as const;
