/** English: results of the readiness checks of the area “workloads”. */
export const workloads = {
  'check.termination-grace.title': 'Time for pods to end',
  'check.termination-grace.pass': 'No pod takes very long to end, and none is killed at once.',
  'check.termination-grace.long':
    'Pods of {namespace}/{name} may take {seconds} seconds to end; some node upgrades give up after 15 minutes.',
  'check.termination-grace.none': 'Pods of {namespace}/{name} are killed at once, without time to finish what they do.',
  'check.termination-grace.fix': 'Set terminationGracePeriodSeconds to what the program needs.',
  'check.single-replicas.title': 'Workloads of one replica',
  'check.single-replicas.pass': 'Every workload runs more than one replica.',
  'check.single-replicas.one': '{namespace}/{name} runs one replica: it is away while its pod moves.',
  'check.single-replicas.scaled':
    'An autoscaler may leave {namespace}/{name} with one replica: it is away while its pod moves.',
  'check.single-replicas.fix': 'Run two replicas while nodes are replaced, or accept the pause.',
  'check.update-strategies.title': 'Ways of updating',
  'check.update-strategies.pass': 'Workloads are updated bit by bit.',
  'check.update-strategies.recreate':
    '{namespace}/{name} stops all {replicas:its pods|{replicas} pods} before it starts new ones (Recreate).',
  'check.update-strategies.all':
    '{namespace}/{name} may take all {replicas:its pods|{replicas} pods} away during an update.',
  'check.update-strategies.onDelete': '{namespace}/{name} changes its pods only when somebody deletes them (OnDelete).',
  'check.update-strategies.fix': 'Use RollingUpdate with maxUnavailable: 1 where the program allows it.',
  'check.spread.title': 'Spread of replicas',
  'check.spread.pass': 'Replicas are kept apart.',
  'check.spread.together':
    'All {pods} ready pods of {namespace}/{name} run on node {node}: one drain takes all of them.',
  'check.spread.none': 'Nothing keeps the {replicas} replicas of {namespace}/{name} apart.',
  'check.spread.selector': '{rule} of {namespace}/{name} does not select its own pods, so it has no effect.',
  'check.spread.fix':
    'Add topologySpreadConstraints over kubernetes.io/hostname and topology.kubernetes.io/zone that select the workload’s own labels.',
  'check.spread-room.title': 'Placement rules without room',
  'check.spread-room.pass': 'Every placement rule leaves room for a replacement.',
  'check.spread-room.apart':
    '{namespace}/{name} wants its {replicas} replicas on different nodes, and {nodes} fit: a replacement has no place while one is away.',
  'check.spread-room.port':
    '{namespace}/{name} takes port {port} of its node for each of {replicas} replicas, and {nodes} nodes fit: a replacement has no place while one is away.',
  'check.spread-room.fix': 'Prefer rather than require, or add a node while nodes are replaced.',
  'check.probes.title': 'Readiness of pods behind Services',
  'check.probes.pass': 'Pods behind Services say when they are ready.',
  'check.probes.none':
    'Container {container} of {namespace}/{name}, behind Service {service}, has no readiness probe: it gets traffic before it can answer.',
  'check.probes.startupOnly':
    'Container {container} of {namespace}/{name}, behind Service {service}, has a startup probe only: when its kubelet restarts it is not ready for a moment.',
  'check.probes.preStop':
    'Container {container} of {namespace}/{name} ends without waiting for traffic from outside (Service {service}) to stop.',
  'check.probes.fix': 'Add a readiness probe; let a preStop hook wait a few seconds where traffic comes from outside.',
  'check.rollouts.title': 'Rollouts',
  'check.rollouts.pass': 'Every rollout is complete.',
  'check.rollouts.deployment': '{namespace}/{name} has {ready} of {wanted} pods ready ({reason}).',
  'check.rollouts.set': '{namespace}/{name} has {ready} of {wanted} pods ready.',
  'check.rollouts.fix': 'Finish or undo rollouts before the upgrade.',
  'check.pod-health.title': 'Pods that do not work',
  'check.pod-health.pass': 'Every pod works, has just started or is being deleted.',
  'check.pod-health.bad': 'Pod {namespace}/{name} does not work: {reason}.',
  'check.pod-health.fix': 'Repair or remove it, so that trouble of the upgrade can be told from trouble of before.',
  'check.images.title': 'Images on new nodes',
  'check.images.pass': 'Every image can be pulled again as it is.',
  'check.images.frozen':
    '{namespace}/{name} uses {image}, from a registry that is frozen since April 2023: a new node may fail to pull it.',
  'check.images.floating':
    '{namespace}/{name} uses {image} without a fixed version: a new node may pull another one than the others run.',
  'check.images.fix': 'Use registry.k8s.io for Kubernetes’ own images, and name a version or digest.',
  'check.cron-time-zones.title': 'Time zones in schedules',
  'check.cron-time-zones.pass': 'No schedule holds a time zone.',
  'check.cron-time-zones.inText':
    'The schedule of CronJob {namespace}/{name} holds a time zone: it goes on, but since 1.29 it cannot be created anew.',
  'check.cron-time-zones.fix': 'Move the zone to spec.timeZone.',
  'check.autoscalers.title': 'Autoscalers',
  'check.autoscalers.pass': 'Every autoscaler can scale.',
  'check.autoscalers.stuck': 'The autoscaler {namespace}/{name} cannot scale ({reason}).',
  'check.autoscalers.fix': 'Restore its metrics or its target before load moves between nodes.',
  'check.workload-settings.title': 'Helpful settings',
  'check.workload-settings.pass': 'Workloads say what they need and wait until new pods have proved themselves.',
  'check.workload-settings.without': '{namespace}/{name} has: {what}.',
  'check.workload-settings.fix': 'Set requests for CPU and memory, and minReadySeconds of about 10.',
  'check.quotas.title': 'Quotas',
  'check.quotas.pass': 'Every quota has room for a rollout.',
  'check.quotas.full': 'The quota {namespace}/{name} is used up: {resources}.',
  'check.quotas.fix': 'Raise it while nodes are replaced.',
} as const;
