/** What is kept of what makes pods, guards them, and leads to them. */
import { condition, labelSelector, pod, template } from './pod';
import { fields, list, shared } from './shape';

const rolling = fields({ maxUnavailable: 'intOrString', maxSurge: 'intOrString', partition: 'number' });
const strategy = fields({ type: 'string', rollingUpdate: rolling });
const conditions = list(condition);
const scale = fields({ replicas: 'number', selector: labelSelector, minReadySeconds: 'number' });
const scaleStatus = {
  replicas: 'number',
  readyReplicas: 'number',
  availableReplicas: 'number',
  updatedReplicas: 'number',
  observedGeneration: 'number',
  conditions,
} as const;
const hostPort = fields({ number: 'number', name: 'string' });
const ingressBackend = fields({ service: fields({ name: 'string', port: hostPort }), serviceName: 'string' });

export const workloads = {
  pods: pod,
  deployments: fields({
    spec: fields({
      ...scale.fields,
      paused: 'boolean',
      progressDeadlineSeconds: 'number',
      strategy,
      template: shared(template),
    }),
    status: fields({ ...scaleStatus, unavailableReplicas: 'number' }),
  }),
  statefulsets: fields({
    spec: fields({
      ...scale.fields,
      serviceName: 'string',
      podManagementPolicy: 'string',
      updateStrategy: strategy,
      template: shared(template),
      volumeClaimTemplates: list(fields({ spec: fields({ storageClassName: 'string', accessModes: 'strings' }) })),
    }),
    status: fields(scaleStatus),
  }),
  daemonsets: fields({
    spec: fields({
      selector: labelSelector,
      minReadySeconds: 'number',
      updateStrategy: strategy,
      template: shared(template),
    }),
    status: fields({
      desiredNumberScheduled: 'number',
      currentNumberScheduled: 'number',
      updatedNumberScheduled: 'number',
      numberReady: 'number',
      numberAvailable: 'number',
      numberUnavailable: 'number',
      numberMisscheduled: 'number',
      observedGeneration: 'number',
      conditions,
    }),
  }),
  /** Without their template: theirs is their Deployment's, or their pods show it. */
  replicasets: fields({ spec: fields(scale.fields), status: fields(scaleStatus) }),
  replicationcontrollers: fields({
    spec: fields({ replicas: 'number', selector: 'stringMap' }),
    status: fields(scaleStatus),
  }),
  jobs: fields({
    spec: fields({ parallelism: 'number', completions: 'number', suspend: 'boolean', template: shared(template) }),
    status: fields({ active: 'number', succeeded: 'number', failed: 'number', startTime: 'string', conditions }),
  }),
  cronjobs: fields({
    spec: fields({
      schedule: 'string',
      timeZone: 'string',
      suspend: 'boolean',
      concurrencyPolicy: 'string',
      jobTemplate: fields({ spec: fields({ template: shared(template) }) }),
    }),
    status: fields({ lastScheduleTime: 'string', lastSuccessfulTime: 'string' }),
  }),
  horizontalpodautoscalers: fields({
    spec: fields({
      minReplicas: 'number',
      maxReplicas: 'number',
      scaleTargetRef: fields({ apiVersion: 'string', kind: 'string', name: 'string' }),
      metrics: list(fields({ type: 'string' })),
    }),
    status: fields({ currentReplicas: 'number', desiredReplicas: 'number', conditions }),
  }),
  poddisruptionbudgets: fields({
    spec: fields({
      /** Missing selects nothing, `{}` selects every pod of the namespace. */
      selector: labelSelector,
      minAvailable: 'intOrString',
      maxUnavailable: 'intOrString',
      unhealthyPodEvictionPolicy: 'string',
    }),
    status: fields({
      disruptionsAllowed: 'number',
      currentHealthy: 'number',
      desiredHealthy: 'number',
      expectedPods: 'number',
      observedGeneration: 'number',
      conditions,
    }),
  }),
  services: fields({
    spec: fields({
      type: 'string',
      selector: 'stringMap',
      clusterIP: 'string',
      clusterIPs: 'strings',
      externalIPs: 'strings',
      externalName: 'string',
      loadBalancerIP: 'string',
      loadBalancerClass: 'string',
      loadBalancerSourceRanges: 'strings',
      externalTrafficPolicy: 'string',
      internalTrafficPolicy: 'string',
      trafficDistribution: 'string',
      topologyKeys: 'strings',
      publishNotReadyAddresses: 'boolean',
      ipFamilies: 'strings',
      ports: list(
        fields({ name: 'string', protocol: 'string', port: 'number', targetPort: 'intOrString', nodePort: 'number' }),
      ),
    }),
    status: fields({ loadBalancer: fields({ ingress: list(fields({ ip: 'string', hostname: 'string' })) }) }),
  }),
  endpointslices: fields({
    addressType: 'string',
    ports: shared(list(fields({ name: 'string', port: 'number', protocol: 'string' }))),
    endpoints: list(
      fields({
        addresses: 'strings',
        conditions: shared(fields({ ready: 'boolean', serving: 'boolean', terminating: 'boolean' })),
        nodeName: 'string',
        zone: 'string',
        targetRef: fields({ kind: 'string', name: 'string' }),
      }),
    ),
  }),
  ingresses: fields({
    spec: fields({
      ingressClassName: 'string',
      defaultBackend: ingressBackend,
      rules: list(
        fields({
          host: 'string',
          http: fields({ paths: list(fields({ path: 'string', pathType: 'string', backend: ingressBackend })) }),
        }),
      ),
    }),
    status: fields({ loadBalancer: fields({ ingress: list(fields({ ip: 'string', hostname: 'string' })) }) }),
  }),
} as const;
