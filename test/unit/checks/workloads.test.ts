// Budgets, evictions and workloads: what a drain runs into, and what only looks like it. Long file: one table of cases.
import { describe } from 'node:test';
import autoscalers from '../../../src/core/checks/autoscalers';
import bare from '../../../src/core/checks/bare-pods';
import zones from '../../../src/core/checks/cron-time-zones';
import capacity from '../../../src/core/checks/drain-capacity';
import annotations from '../../../src/core/checks/eviction-annotations';
import images from '../../../src/core/checks/images';
import local from '../../../src/core/checks/local-data';
import blocks from '../../../src/core/checks/pdb-blocks-drain';
import missing from '../../../src/core/checks/pdb-missing';
import overlap from '../../../src/core/checks/pdb-overlap';
import selectors from '../../../src/core/checks/pdb-selectors';
import unhealthy from '../../../src/core/checks/pdb-unhealthy-pods';
import health from '../../../src/core/checks/pod-health';
import probes from '../../../src/core/checks/probes';
import rollouts from '../../../src/core/checks/rollouts';
import single from '../../../src/core/checks/single-replicas';
import spread from '../../../src/core/checks/spread';
import room from '../../../src/core/checks/spread-room';
import stuck from '../../../src/core/checks/stuck-deletions';
import grace from '../../../src/core/checks/termination-grace';
import tolerate from '../../../src/core/checks/tolerate-everything';
import strategies from '../../../src/core/checks/update-strategies';
import settings from '../../../src/core/checks/workload-settings';
import { type RawLists, type RawObject } from '../cluster/snapshots';
import { type Case, clean, namespace, node, object, owned, planted, pod, workload } from './cases';

const LONG = '2026-11-21T10:00:00Z';
const JUST = '2026-11-21T11:58:00Z';
const at = (lists: RawLists, more: Partial<Case> = {}): Case => ({ ...more, lists });
const labels = { app: 'web' };
const web = (name = 'shop/web-0', metadata: RawObject = {}, status: RawObject = {}, spec: RawObject = {}): RawObject =>
  pod(name, spec, { labels, ...owned('ReplicaSet'), ...metadata }, status);
const budget = (name: string, spec: RawObject = {}, status: RawObject = {}): RawObject =>
  object(
    `shop/${name}`,
    { spec: { selector: { matchLabels: labels }, ...spec }, status: { observedGeneration: 1, ...status } },
    { generation: 1 },
  );
const deployed = (spec: RawObject = {}, template: RawObject = {}, name = 'shop/web'): RawLists => ({
  deployments: [workload(name, spec, template)],
});
const WEB = (state: string): string[] => [`${state} Deployment shop/web`];

describe('budgets', () => {
  const guarded = (spec: RawObject, status: RawObject = {}, count = 2): Case =>
    at({
      poddisruptionbudgets: [budget('a', spec, status)],
      pods: Array.from({ length: count }, (_, n) => web(`shop/web-${n}`)),
    });
  const found = (state: string): string[] => [`${state} PodDisruptionBudget shop/a`];
  planted(
    'PDB-BLOCK',
    blocks,
    'no pod may go now',
    guarded({ minAvailable: 1 }, { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 2 }),
    found('warn'),
  );
  clean('PDB-BLOCK', blocks, 'one may', guarded({ minAvailable: 1 }, { disruptionsAllowed: 1, expectedPods: 2 }));
  planted('PDB-MAXUNAV0', blocks, 'never', guarded({ maxUnavailable: 0 }), found('fail'));
  clean('PDB-MAXUNAV0', blocks, 'percentages are rounded up', guarded({ maxUnavailable: '1%' }));
  planted('PDB-SINGLE', blocks, 'one pod of one', guarded({ minAvailable: 1 }, {}, 1), found('fail'));
  clean('PDB-SINGLE', blocks, 'scaled to zero', guarded({ minAvailable: 1 }, { expectedPods: 0 }, 0));
  planted(
    'PDB-SYNCFAILED',
    blocks,
    'cannot be computed',
    guarded(
      { maxUnavailable: 1 },
      { conditions: [{ type: 'DisruptionAllowed', status: 'False', reason: 'SyncFailed', message: 'no scale' }] },
    ),
    found('fail'),
  );
  clean(
    'PDB-SYNCFAILED',
    blocks,
    'selects nothing',
    guarded(
      { maxUnavailable: 1 },
      { conditions: [{ type: 'DisruptionAllowed', status: 'False', reason: 'SyncFailed' }] },
      0,
    ),
  );

  const both = [budget('a'), budget('b')];
  planted('PDB-OVERLAP', overlap, 'two budgets', at({ poddisruptionbudgets: both, pods: [web()] }), [
    'fail Pod shop/web-0',
  ]);
  clean(
    'PDB-OVERLAP',
    overlap,
    'a missing selector matches nothing',
    at({ poddisruptionbudgets: [budget('a'), budget('b', { selector: undefined })], pods: [web()] }),
  );
  for (const [what, one] of [
    ['finished', web('shop/a', {}, { phase: 'Succeeded' })],
    ['waiting', web('shop/a', {}, { phase: 'Pending' })],
    ['of a DaemonSet', web('shop/a', owned('DaemonSet'))],
    ['mirrored', web('shop/a', owned('Node'))],
    ['being deleted', web('shop/a', { deletionTimestamp: JUST })],
  ] as const) {
    clean('PDB-OVERLAP', overlap, `a pod that is ${what}`, at({ poddisruptionbudgets: both, pods: [one] }));
  }
  planted(
    'PDB-EMPTYSEL',
    selectors,
    'an empty selector guards all',
    at({ poddisruptionbudgets: [budget('a', { selector: {} })], pods: [web()] }),
    found('warn'),
  );
  clean('PDB-EMPTYSEL', selectors, 'labels', at({ poddisruptionbudgets: [budget('a')], pods: [web()] }));
  planted(
    'PDB-NOMATCH',
    selectors,
    'no pod, for information',
    at({ poddisruptionbudgets: [budget('a')] }),
    found('info'),
  );
  clean('PDB-NOMATCH', selectors, 'a pod', at({ poddisruptionbudgets: [budget('a')], pods: [web()] }));

  const crash = web(
    'shop/web-0',
    {},
    {
      conditions: [{ type: 'Ready', status: 'False' }],
      containerStatuses: [{ name: 'main', state: { waiting: { reason: 'CrashLoopBackOff' } } }],
    },
  );
  const low = { currentHealthy: 1, desiredHealthy: 2 };
  planted(
    'PDB-UNHEALTHY',
    unhealthy,
    'too few healthy',
    at({ poddisruptionbudgets: [budget('a', {}, low)], pods: [crash] }),
    found('warn'),
  );
  clean(
    'PDB-UNHEALTHY',
    unhealthy,
    'enough healthy: broken ones may go',
    at({ poddisruptionbudgets: [budget('a', {}, { currentHealthy: 2, desiredHealthy: 2 })], pods: [crash] }),
  );
  clean(
    'PDB-UNHEALTHY',
    unhealthy,
    'AlwaysAllow',
    at({ poddisruptionbudgets: [budget('a', { unhealthyPodEvictionPolicy: 'AlwaysAllow' }, low)], pods: [crash] }),
  );
  clean(
    'PDB-UNHEALTHY',
    unhealthy,
    'a status of an earlier spec',
    at({ poddisruptionbudgets: [budget('a', {}, { ...low, observedGeneration: 0 })], pods: [crash] }),
  );
  planted('PDB-MISSING', missing, 'several replicas', at(deployed({ replicas: 3 })), WEB('info'));
  clean('PDB-MISSING', missing, 'guarded', at({ ...deployed({ replicas: 3 }), poddisruptionbudgets: [budget('a')] }));
  clean(
    'PDB-MISSING',
    missing,
    'one replica, or the cluster’s own',
    at({ deployments: [workload('shop/web', { replicas: 1 }), workload('kube-system/coredns', { replicas: 2 })] }),
  );
});

describe('evictions', () => {
  planted('EVICT-BARE', bare, 'nothing makes it anew', at({ pods: [pod('shop/tool')] }), ['warn Pod shop/tool']);
  for (const [what, one] of [
    ['of a ReplicaSet', web()],
    ['mirrored', pod('kube-system/etcd', {}, { annotations: { 'kubernetes.io/config.mirror': 'x' } })],
    ['finished', pod('shop/a', {}, {}, { phase: 'Succeeded' })],
    ['young, as of a debugging session', pod('shop/a', {}, { creationTimestamp: JUST })],
  ] as const) {
    clean('EVICT-BARE', bare, what, at({ pods: [one] }));
  }
  const data = (spec: RawObject): RawLists => ({
    persistentvolumes: [object('data', { spec: { claimRef: { namespace: 'shop', name: 'db' }, ...spec } })],
  });
  planted('EVICT-LOCAL', local, 'a local volume', at(data({ local: { path: '/mnt/a' } })), [
    'warn PersistentVolume data',
  ]);
  planted(
    'EVICT-LOCAL',
    local,
    'a folder of the node',
    at(deployed({}, { volumes: [{ name: 'a', hostPath: { path: '/data' } }] })),
    WEB('warn'),
  );
  clean(
    'EVICT-LOCAL',
    local,
    'a volume in one zone',
    at(
      data({
        csi: { driver: 'x' },
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['a'] }] },
            ],
          },
        },
      }),
    ),
  );
  clean(
    'EVICT-LOCAL',
    local,
    'a socket of the machine',
    at(deployed({}, { volumes: [{ name: 'a', hostPath: { path: '/var/run/docker.sock' } }] })),
  );
  const keep = web('shop/web-0', { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } });
  planted('EVICT-ANNOT', annotations, 'Karpenter', at({ pods: [keep], nodeclaims: [object('c')] }), [
    'warn Pod shop/web-0',
  ]);
  planted('EVICT-ANNOT', annotations, 'no Karpenter here', at({ pods: [keep] }), ['info Pod shop/web-0']);
  planted(
    'EVICT-ANNOT',
    annotations,
    'Cluster Autoscaler only',
    at({ pods: [web('shop/web-0', { annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false' } })] }),
    ['info Pod shop/web-0'],
  );
  clean(
    'EVICT-ANNOT',
    annotations,
    'safe to evict',
    at({ pods: [web('shop/web-0', { annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true' } })] }),
  );
  planted(
    'EVICT-TOLERATEALL',
    tolerate,
    'every taint',
    at(deployed({}, { tolerations: [{ operator: 'Exists' }] })),
    WEB('warn'),
  );
  planted(
    'EVICT-TOLERATEALL',
    tolerate,
    'cordoned nodes',
    at(
      deployed(
        {},
        { tolerations: [{ key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' }] },
      ),
    ),
    WEB('warn'),
  );
  clean(
    'EVICT-TOLERATEALL',
    tolerate,
    'one taint, or only NoExecute',
    at(
      deployed(
        {},
        {
          tolerations: [
            { key: 'gpu', operator: 'Exists' },
            { operator: 'Exists', effect: 'NoExecute' },
          ],
        },
      ),
    ),
  );
  clean(
    'EVICT-TOLERATEALL',
    tolerate,
    'DaemonSets must',
    at({ daemonsets: [workload('kube-system/agent', {}, { tolerations: [{ operator: 'Exists' }] })] }),
  );
  planted('EVICT-GRACE-LONG', grace, 'an hour', at(deployed({}, { terminationGracePeriodSeconds: 3600 })), WEB('info'));
  planted(
    'EVICT-GRACE-LONG',
    grace,
    'more than EKS waits',
    at(deployed({}, { terminationGracePeriodSeconds: 3600 }), { provider: 'eks' }),
    WEB('warn'),
  );
  clean('EVICT-GRACE-LONG', grace, 'a minute', at(deployed({}, { terminationGracePeriodSeconds: 60 })));
  planted(
    'WL-GRACE0',
    grace,
    'none',
    at({ statefulsets: [workload('shop/db', {}, { terminationGracePeriodSeconds: 0 })] }),
    ['warn StatefulSet shop/db'],
  );
  clean('WL-GRACE0', grace, 'the default', at(deployed()));
  planted(
    'EVICT-FINALIZER',
    stuck,
    'a pod and a node',
    at({
      pods: [web('shop/a', { deletionTimestamp: LONG })],
      nodes: [node('n1', {}, {}, { deletionTimestamp: LONG })],
    }),
    ['warn Pod shop/a', 'warn Node n1'],
  );
  clean('EVICT-FINALIZER', stuck, 'deleted just now', at({ pods: [web('shop/a', { deletionTimestamp: JUST })] }));
  planted(
    'NS-STUCK',
    stuck,
    'a namespace',
    at({
      namespaces: [
        object(
          'old',
          {
            status: {
              phase: 'Terminating',
              conditions: [{ type: 'NamespaceDeletionDiscoveryFailure', status: 'True', message: 'x' }],
            },
          },
          { deletionTimestamp: LONG },
        ),
      ],
    }),
    ['warn Namespace old'],
  );
  clean('NS-STUCK', stuck, 'an active namespace', at({ namespaces: [namespace('shop')] }));
  const asks = (cpu: string): RawObject =>
    web('shop/big', {}, {}, { containers: [{ name: 'a', image: 'x:1', resources: { requests: { cpu } } }] });
  const nodes = [node('n1'), node('n2', {}, { status: { allocatable: { cpu: '2', memory: '4Gi', pods: '110' } } })];
  planted('EVICT-CAPACITY', capacity, 'does not fit', at({ nodes, pods: [asks('3')] }), ['warn']);
  clean('EVICT-CAPACITY', capacity, 'fits', at({ nodes, pods: [asks('1')] }));
  clean(
    'EVICT-CAPACITY',
    capacity,
    'DaemonSet pods stay',
    at({
      nodes,
      pods: [
        pod(
          'shop/big',
          { containers: [{ name: 'a', image: 'x:1', resources: { requests: { cpu: '3' } } }] },
          owned('DaemonSet'),
        ),
      ],
    }),
  );
});

describe('workloads', () => {
  const scaler = (minReplicas: number): RawLists => ({
    horizontalpodautoscalers: [
      object('shop/web', { spec: { minReplicas, scaleTargetRef: { kind: 'Deployment', name: 'web' } } }),
    ],
  });
  planted('WL-SINGLE', single, 'one', at(deployed({ replicas: 1 })), WEB('warn'));
  planted(
    'WL-SINGLE',
    single,
    'an autoscaler may leave one',
    at({ ...deployed({ replicas: 3 }), ...scaler(1) }),
    WEB('warn'),
  );
  clean('WL-SINGLE', single, 'an autoscaler keeps two', at({ ...deployed({ replicas: 1 }), ...scaler(2) }));
  clean(
    'WL-SINGLE',
    single,
    'none, and the cluster’s own',
    at({ deployments: [workload('shop/web', { replicas: 0 }), workload('kube-system/x', { replicas: 1 })] }),
  );
  planted('WL-RECREATE', strategies, 'Recreate', at(deployed({ strategy: { type: 'Recreate' } })), WEB('warn'));
  clean(
    'WL-RECREATE',
    strategies,
    'rolling',
    at(deployed({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } } })),
  );
  planted(
    'WL-MAXUNAVAIL',
    strategies,
    'all at once, for information',
    at(deployed({ replicas: 2, strategy: { rollingUpdate: { maxUnavailable: 2, maxSurge: 0 } } })),
    WEB('info'),
  );
  clean(
    'WL-MAXUNAVAIL',
    strategies,
    'new ones come first',
    at(deployed({ replicas: 1, strategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 1 } } })),
  );
  planted(
    'WL-ONDELETE',
    strategies,
    'on deletion',
    at({ daemonsets: [workload('kube-system/agent', { updateStrategy: { type: 'OnDelete' } })] }),
    ['info DaemonSet kube-system/agent'],
  );
  clean(
    'WL-ONDELETE',
    strategies,
    'rolling',
    at({ daemonsets: [workload('kube-system/agent', { updateStrategy: { type: 'RollingUpdate' } })] }),
  );
  const constraint = (selector: RawObject | undefined): RawObject => ({
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: selector,
      },
    ],
  });
  planted('WL-SPREAD', spread, 'no rule', at(deployed({ replicas: 2 })), WEB('info'));
  planted(
    'WL-SPREAD',
    spread,
    'all on one node',
    at({
      ...deployed({ replicas: 2 }, constraint({ matchLabels: labels })),
      pods: [web('shop/web-0'), web('shop/web-1')],
    }),
    WEB('warn'),
  );
  clean(
    'WL-SPREAD',
    spread,
    'a rule, and two nodes',
    at({
      ...deployed({ replicas: 2 }, constraint({ matchLabels: labels })),
      pods: [web('shop/web-0'), web('shop/web-1', {}, {}, { nodeName: 'n2' })],
    }),
  );
  planted(
    'WL-SPREAD-SELECTOR',
    spread,
    'selects other pods',
    at(deployed({ replicas: 1 }, constraint({ matchLabels: { app: 'other' } }))),
    WEB('warn'),
  );
  clean(
    'WL-SPREAD-SELECTOR',
    spread,
    'selects its own',
    at(deployed({ replicas: 1 }, constraint({ matchLabels: labels }))),
  );
  const apart = {
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } },
        ],
      },
    },
  };
  planted(
    'WL-SPREAD-HARD',
    room,
    'as many replicas as nodes',
    at({ ...deployed({ replicas: 2 }, apart), nodes: [node('n1'), node('n2')] }),
    WEB('warn'),
  );
  clean(
    'WL-SPREAD-HARD',
    room,
    'one node more',
    at({ ...deployed({ replicas: 1 }, apart), nodes: [node('n1'), node('n2')] }),
  );
  const port = { containers: [{ name: 'a', image: 'x:1', ports: [{ containerPort: 80, hostPort: 80 }] }] };
  planted(
    'WL-HOSTPORT',
    room,
    'as many replicas as nodes',
    at({ ...deployed({ replicas: 2 }, port), nodes: [node('n1'), node('n2')] }),
    WEB('warn'),
  );
  clean('WL-HOSTPORT', room, 'no node port', at({ ...deployed({ replicas: 2 }), nodes: [node('n1'), node('n2')] }));
  const service = (type = 'ClusterIP'): RawLists => ({
    services: [object('shop/web', { spec: { type, selector: labels, ports: [{ port: 80, targetPort: 'http' }] } })],
  });
  const container = (more: RawObject = {}): RawObject => ({
    containers: [
      { name: 'main', image: 'x:1', ports: [{ name: 'http', containerPort: 8080 }], ...more },
      { name: 'sidecar', image: 'y:1' },
    ],
  });
  planted(
    'WL-READINESS',
    probes,
    'two replicas behind a Service',
    at({ ...deployed({ replicas: 2 }, container()), ...service() }),
    WEB('warn'),
  );
  planted(
    'WL-READINESS',
    probes,
    'one replica',
    at({ ...deployed({ replicas: 1 }, container()), ...service() }),
    WEB('info'),
  );
  clean(
    'WL-READINESS',
    probes,
    'a probe; a sidecar needs none',
    at({ ...deployed({ replicas: 2 }, container({ readinessProbe: {} })), ...service() }),
  );
  clean('WL-READINESS', probes, 'no Service', at(deployed({ replicas: 2 }, container())));
  planted(
    'WL-STARTUP-124',
    probes,
    'a startup probe only, on ACK 1.24',
    at(
      { ...deployed({ replicas: 1 }, container({ startupProbe: {} })), ...service() },
      { from: '1.24', to: '1.26', provider: 'ack' },
    ),
    WEB('warn'),
  );
  clean(
    'WL-STARTUP-124',
    probes,
    'both probes',
    at(
      { ...deployed({ replicas: 1 }, container({ startupProbe: {}, readinessProbe: {} })), ...service() },
      { from: '1.24', to: '1.26', provider: 'ack' },
    ),
  );
  planted(
    'WL-PRESTOP',
    probes,
    'traffic from outside',
    at({ ...deployed({ replicas: 2 }, container({ readinessProbe: {} })), ...service('LoadBalancer') }),
    WEB('info'),
  );
  clean(
    'WL-PRESTOP',
    probes,
    'a hook',
    at({
      ...deployed({ replicas: 2 }, container({ readinessProbe: {}, lifecycle: { preStop: {} } })),
      ...service('LoadBalancer'),
    }),
  );
  planted('WL-REQUESTS', settings, 'no requests', at(deployed({ minReadySeconds: 10 })), WEB('info'));
  const requests = { containers: [{ name: 'a', image: 'x:1', resources: { requests: { cpu: '1', memory: '1Gi' } } }] };
  clean('WL-REQUESTS', settings, 'requests', at(deployed({ minReadySeconds: 10 }, requests)));
  planted('WL-MINREADY', settings, 'no patience', at(deployed({}, requests)), WEB('info'));
  clean('WL-MINREADY', settings, 'ten seconds', at(deployed({ minReadySeconds: 10 }, requests)));
  const failing = (name: string, since: string): RawLists => ({
    deployments: [
      {
        ...workload(name, { replicas: 2 }),
        status: {
          readyReplicas: 0,
          conditions: [
            {
              type: 'Available',
              status: 'False',
              reason: 'MinimumReplicasUnavailable',
              message: 'x',
              lastTransitionTime: since,
            },
          ],
        },
      },
    ],
  });
  planted('WL-ROLLOUT', rollouts, 'not available', at(failing('shop/web', LONG)), WEB('warn'));
  planted('WL-ROLLOUT', rollouts, 'the cluster’s DNS', at(failing('kube-system/coredns', LONG)), [
    'fail Deployment kube-system/coredns',
  ]);
  planted(
    'WL-ROLLOUT',
    rollouts,
    'a DaemonSet',
    at({ daemonsets: [{ ...workload('shop/agent'), status: { desiredNumberScheduled: 3, numberReady: 2 } }] }),
    ['warn DaemonSet shop/agent'],
  );
  clean('WL-ROLLOUT', rollouts, 'for two minutes', at(failing('shop/web', JUST)));
  clean(
    'WL-ROLLOUT',
    rollouts,
    'a DaemonSet that no node wants',
    at({ daemonsets: [{ ...workload('shop/agent'), status: { desiredNumberScheduled: 0, numberReady: 0 } }] }),
  );
  planted(
    'POD-HEALTH',
    health,
    'crashes',
    at({
      pods: [
        web(
          'shop/a',
          {},
          { containerStatuses: [{ name: 'main', state: { waiting: { reason: 'CrashLoopBackOff' } } }] },
        ),
      ],
    }),
    ['warn Pod shop/a'],
  );
  planted(
    'POD-HEALTH',
    health,
    'has no node',
    at({
      pods: [
        web(
          'shop/a',
          {},
          {
            phase: 'Pending',
            conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', lastTransitionTime: LONG }],
          },
        ),
      ],
    }),
    ['warn Pod shop/a'],
  );
  clean('POD-HEALTH', health, 'works', at({ pods: [web()] }));
  clean(
    'POD-HEALTH',
    health,
    'a Job’s, a new one, a leaving one, a finished one',
    at({
      pods: [
        web('shop/a', owned('Job'), { phase: 'Failed' }),
        web('shop/b', { creationTimestamp: JUST }, { phase: 'Pending' }),
        web('shop/c', { deletionTimestamp: JUST }, { phase: 'Failed' }),
        web(
          'shop/d',
          {},
          { phase: 'Succeeded', conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: LONG }] },
        ),
      ],
    }),
  );
  const image = (name: string, more: RawObject = {}): Case =>
    at(deployed({}, { containers: [{ name: 'a', image: name, ...more }] }));
  planted('IMG-K8SGCR', images, 'frozen', image('k8s.gcr.io/pause:3.5'), WEB('warn'));
  clean('IMG-K8SGCR', images, 'the new registry', image('registry.k8s.io/pause:3.9'));
  planted('IMG-LATEST', images, 'floats', image('host:5000/app', { imagePullPolicy: 'IfNotPresent' }), WEB('info'));
  clean('IMG-LATEST', images, 'a digest', image('host:5000/app@sha256:0123', { imagePullPolicy: 'IfNotPresent' }));
  const job = (schedule: string): Case => at({ cronjobs: [object('shop/night', { spec: { schedule } })] });
  planted('CRON-CONTROLLER', zones, 'in the text is a warning only', job('CRON_TZ=UTC 0 3 * * *'), [
    'warn CronJob shop/night',
  ]);
  clean('CRON-CONTROLLER', zones, 'none', job('0 3 * * *'));
  const condition = (reason: string): Case =>
    at({
      horizontalpodautoscalers: [
        object('shop/web', { status: { conditions: [{ type: 'ScalingActive', status: 'False', reason }] } }),
      ],
    });
  planted('HPA-METRICS', autoscalers, 'no metrics', condition('FailedGetResourceMetric'), [
    'warn HorizontalPodAutoscaler shop/web',
  ]);
  clean('HPA-METRICS', autoscalers, 'scaled to zero', condition('ScalingDisabled'));
});
