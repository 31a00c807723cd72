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
  'check.pdb-overlap.title': 'Pods guarded by several budgets',
  'check.pdb-overlap.pass': 'No pod is guarded by more than one budget.',
  'check.pdb-overlap.several': 'Pod {namespace}/{name} is guarded by {budgets}: the API server refuses to evict it.',
  'check.pdb-overlap.fix': 'Keep one budget for each pod.',
  'check.pdb-selectors.title': 'Selectors of budgets',
  'check.pdb-selectors.pass': 'Every budget guards some pods and not the whole namespace.',
  'check.pdb-selectors.all':
    'The budget {namespace}/{name} has an empty selector and guards all {pods:1 pod|{pods} pods} of the namespace.',
  'check.pdb-selectors.none': 'The budget {namespace}/{name} guards no pod.',
  'check.pdb-selectors.fix': 'Select the labels of the workload’s pods.',
  'check.pdb-unhealthy-pods.title': 'Budgets that hold broken pods',
  'check.pdb-unhealthy-pods.pass': 'No budget holds on to broken pods.',
  'check.pdb-unhealthy-pods.held':
    'The budget {namespace}/{name} does not let {count:a pod|{count} pods} go that keep crashing.',
  'check.pdb-unhealthy-pods.fix': 'Repair the pods, or set unhealthyPodEvictionPolicy: AlwaysAllow.',
  'check.pdb-missing.title': 'Workloads without a budget',
  'check.pdb-missing.pass': 'Every workload of several replicas has a budget.',
  'check.pdb-missing.none':
    '{namespace}/{name} has {replicas} replicas and no budget: a drain may take several at once.',
  'check.pdb-missing.fix': 'Add a budget with maxUnavailable: 1.',
  'check.bare-pods.title': 'Pods without a controller',
  'check.bare-pods.pass': 'Every pod would be made anew elsewhere.',
  'check.bare-pods.bare': 'Pod {namespace}/{name} on node {node} has no controller: drained, it is gone.',
  'check.bare-pods.fix': 'Put it under a Deployment or a Job; kubectl drain refuses such pods without --force.',
  'check.local-data.title': 'Data on nodes',
  'check.local-data.pass': 'No workload keeps data on its node.',
  'check.local-data.volume': 'The volume {name} of claim {claim} lives on one node: with the node it goes.',
  'check.local-data.hostPath': '{namespace}/{name} keeps {path} on its node: elsewhere it starts empty.',
  'check.local-data.fix': 'Move the data first, or replace the node without deleting its disk.',
  'check.eviction-annotations.title': 'Pods that ask to stay',
  'check.eviction-annotations.pass': 'No pod or node asks an autoscaler to leave it alone.',
  'check.eviction-annotations.held':
    '{object} tells Karpenter not to disturb it: its node is skipped, and when it expires its drain hangs.',
  'check.eviction-annotations.idle':
    '{object} tells Karpenter not to disturb it; no node of this cluster is Karpenter’s.',
  'check.eviction-annotations.unsafe':
    '{object} keeps Cluster Autoscaler from removing its node; other drains ignore that.',
  'check.eviction-annotations.fix': 'Take the annotation off while nodes are replaced.',
  'check.tolerate-everything.title': 'Workloads that go back to a cordoned node',
  'check.tolerate-everything.pass': 'No workload tolerates a cordoned node.',
  'check.tolerate-everything.all':
    '{namespace}/{name} tolerates every taint: drained, its pods may start on the same node again.',
  'check.tolerate-everything.unschedulable':
    '{namespace}/{name} tolerates cordoned nodes: drained, its pods may start on the same node again.',
  'check.tolerate-everything.fix': 'Tolerate only the taints that are meant.',
  'check.stuck-deletions.title': 'Deletions that hang',
  'check.stuck-deletions.pass': 'Nothing that was deleted hangs.',
  'check.stuck-deletions.pods': 'Pod {object} was deleted {minutes} minutes ago and is still there.',
  'check.stuck-deletions.nodes': 'Node {object} was deleted {minutes} minutes ago and is still there.',
  'check.stuck-deletions.namespaces': 'Namespace {object} was deleted {minutes} minutes ago and is still there.',
  'check.stuck-deletions.fix':
    'Find out who should remove the finalizers, or which API does not answer; do not remove finalizers blindly.',
} as const;
