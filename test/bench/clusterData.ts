// A cluster's objects by a seeded generator: pods as controllers make them, and everything around them.

export interface Creation {
  readonly path: string;
  readonly object: unknown;
  /** Written through the status subresource after the creation. */
  readonly status?: unknown;
}

export interface Size {
  readonly pods: number;
  readonly seed: number;
}

/** Mulberry32: small, seeded, good enough to vary names and numbers. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NODES = 200;
const WORKLOADS = 1000;
const NAMESPACES = 50;
const TIME = '2026-11-01T00:00:00Z';

/** Namespaces first: the rest lies in them. */
export function* creations({ pods, seed }: Size): Generator<Creation> {
  const next = random(seed);
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
  for (let at = 0; at < NAMESPACES; at += 1) {
    yield { path: '/api/v1/namespaces', object: { metadata: { name: `team-${at}` } } };
  }
  for (let at = 0; at < NODES; at += 1) yield node(at);
  const each = Math.ceil(pods / WORKLOADS);
  let made = 0;
  for (let at = 0; at < WORKLOADS; at += 1) {
    const namespace = `team-${at % NAMESPACES}`;
    const name = `service-${at}`;
    const labels = {
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/part-of': `product-${at % 37}`,
      tier: 'backend',
    };
    const hash = hex(10);
    const selector = { matchLabels: { 'app.kubernetes.io/name': name } };
    const spec = podSpec(name, hex(5));
    const template = { metadata: { labels }, spec };
    const apps = `/apis/apps/v1/namespaces/${namespace}`;
    yield {
      path: `${apps}/deployments`,
      object: { metadata: { name, labels }, spec: { replicas: each, selector, template } },
    };
    const owned = { ...labels, 'pod-template-hash': hash };
    yield {
      path: `${apps}/replicasets`,
      object: {
        metadata: { name: `${name}-${hash}`, labels: owned, ownerReferences: [owner('apps/v1', 'Deployment', name)] },
        spec: { replicas: each, selector: { matchLabels: owned }, template: { metadata: { labels: owned }, spec } },
      },
    };
    const ports = [{ name: 'http', port: 80, targetPort: 8080 }];
    yield {
      path: `/api/v1/namespaces/${namespace}/services`,
      object: { metadata: { name, labels }, spec: { selector: selector.matchLabels, ports, clusterIP: 'None' } },
    };
    const addresses = Array.from(
      { length: each },
      (_, pod) => `10.${at % 250}.${pod % 250}.${1 + Math.floor(next() * 250)}`,
    );
    yield {
      path: `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`,
      object: {
        metadata: { name: `${name}-${hex(5)}`, labels: { 'kubernetes.io/service-name': name } },
        addressType: 'IPv4',
        ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
        endpoints: addresses.map(address => ({
          addresses: [address],
          conditions: { ready: true, serving: true, terminating: false },
          nodeName: `node-${Math.floor(next() * NODES)}`,
        })),
      },
    };
    for (let replica = 0; replica < each && made < pods; replica += 1, made += 1) {
      const nodeName = `node-${Math.floor(next() * NODES)}`;
      yield {
        path: `/api/v1/namespaces/${namespace}/pods`,
        object: {
          metadata: {
            name: `${name}-${hash}-${hex(5)}`,
            labels: owned,
            ownerReferences: [owner('apps/v1', 'ReplicaSet', `${name}-${hash}`)],
          },
          spec: { ...podSpec(name, hex(5)), nodeName },
        },
        status: podStatus(),
      };
    }
  }
  for (let at = 0; at < 50; at += 1) yield definition(at);
  for (let at = 0; at < 20; at += 1) yield webhook(at);
}

function owner(apiVersion: string, kind: string, name: string): unknown {
  return {
    apiVersion,
    kind,
    name,
    uid: '00000000-0000-4000-8000-000000000000',
    controller: true,
    blockOwnerDeletion: true,
  };
}

function podSpec(name: string, suffix: string): Record<string, unknown> {
  const probe = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 10, timeoutSeconds: 2 };
  const access = `kube-api-access-${suffix}`;
  const container = (part: string): unknown => ({
    name: part,
    image: `registry.example.com/products/${name}-${part}:1.${name.length}.0`,
    args: ['--listen=:8080', '--log-level=info'],
    ports: [{ name: part, containerPort: part === 'app' ? 8080 : 9090 }],
    env: Array.from({ length: 12 }, (_, at) => ({ name: `SETTING_${at}`, value: `value-of-setting-${at}-of-${name}` })),
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    readinessProbe: probe,
    livenessProbe: probe,
    volumeMounts: [
      { name: access, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true },
      { name: 'cache', mountPath: '/cache' },
    ],
  });
  return {
    containers: [container('app'), container('sidecar')],
    serviceAccountName: 'default',
    tolerations: [
      { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
    ],
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
      },
    ],
    volumes: [
      { name: 'cache', emptyDir: {} },
      {
        name: access,
        projected: {
          sources: [{ serviceAccountToken: { path: 'token' } }, { configMap: { name: 'kube-root-ca.crt' } }],
        },
      },
    ],
  };
}

function podStatus(): unknown {
  const ready = ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'];
  return {
    phase: 'Running',
    startTime: TIME,
    conditions: ready.map(type => ({ type, status: 'True', lastTransitionTime: TIME })),
    containerStatuses: ['app', 'sidecar'].map(name => ({
      name,
      image: `${name}:1`,
      imageID: `${name}@sha256:${'0'.repeat(64)}`,
      containerID: `containerd://${'1'.repeat(64)}`,
      ready: true,
      restartCount: 0,
      state: { running: { startedAt: TIME } },
    })),
  };
}

function node(at: number): Creation {
  const name = `node-${at}`;
  const types = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];
  const conditions = [...types.map(type => ({ type, status: 'False' })), { type: 'Ready', status: 'True' }];
  return {
    path: '/api/v1/nodes',
    object: {
      metadata: { name, labels: { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': `zone-${at % 3}` } },
    },
    status: {
      capacity: { cpu: '16', memory: '64Gi', pods: '250' },
      allocatable: { cpu: '15', memory: '60Gi', pods: '250' },
      conditions: conditions.map(condition => ({
        ...condition,
        lastHeartbeatTime: TIME,
        lastTransitionTime: TIME,
        reason: 'Kubelet',
        message: 'as it should be',
      })),
      images: Array.from({ length: 30 }, (_, image) => ({
        names: [`registry.example.com/image-${image}@sha256:${'a'.repeat(64)}`],
        sizeBytes: 1e8,
      })),
      nodeInfo: {
        kubeletVersion: 'v1.36.1',
        kubeProxyVersion: '',
        machineID: '',
        systemUUID: '',
        bootID: '',
        kernelVersion: '6.1.0',
        osImage: 'Debian GNU/Linux 12',
        containerRuntimeVersion: 'containerd://2.0.1',
        operatingSystem: 'linux',
        architecture: 'amd64',
      },
    },
  };
}

function definition(at: number): Creation {
  const group = `group${at}.example.com`;
  const properties = Object.fromEntries(
    Array.from({ length: 150 }, (_, field) => [
      `field${field}`,
      {
        type: 'string',
        description: `What field number ${field} of this resource is good for, in a sentence as long as they are.`,
      },
    ]),
  );
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties } } } };
  return {
    path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    object: {
      metadata: { name: `things.${group}` },
      spec: {
        group,
        scope: 'Namespaced',
        names: { plural: 'things', singular: 'thing', kind: 'Thing' },
        versions: [{ name: 'v1', served: true, storage: true, schema }],
      },
    },
  };
}

function webhook(at: number): Creation {
  const clientConfig = { service: { namespace: 'team-0', name: `hook-${at}`, path: '/validate' } };
  const rules = [
    { apiGroups: [`group${at}.example.com`], apiVersions: ['v1'], operations: ['CREATE'], resources: ['things'] },
  ];
  return {
    path: '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
    object: {
      metadata: { name: `hook-${at}` },
      webhooks: [
        {
          name: `hook-${at}.example.com`,
          clientConfig,
          rules,
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
          failurePolicy: 'Ignore',
        },
      ],
    },
  };
}
