/** English: results of the readiness checks of the area “budgets”. */
export const budgets = {
  'check.pdb-blocks-drain.title': 'PodDisruptionBudgets that block a drain',
  'check.pdb-blocks-drain.pass': 'No budget keeps a node from being drained.',
  'check.pdb-blocks-drain.never':
    'The budget {namespace}/{name} ({rule}) never lets one of its {pods:1 pod|{pods} pods} go: a drain waits for it until it gives up.',
  'check.pdb-blocks-drain.minAvailable': 'minAvailable {value}',
  'check.pdb-blocks-drain.maxUnavailable': 'maxUnavailable {value}',
  'check.pdb-blocks-drain.now':
    'The budget {namespace}/{name} lets no pod go at the moment: {healthy} of {pods} are healthy, {wanted} must be. Repair the pods, then look again.',
  'check.pdb-blocks-drain.syncFailed': 'The budget {namespace}/{name} cannot be computed, so it lets no pod go: {why}',
  'check.pdb-blocks-drain.pod': 'guards pod {pod}',
  'check.pdb-blocks-drain.fix':
    'Run one more replica, or allow one pod to be away (maxUnavailable: 1), at least while the nodes are replaced.',
} as const;
