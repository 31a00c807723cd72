/**
 * What an API server adds by itself when a converted fixture is created at the new version. A conversion need not write
 * these; anything else that the expected object has more than our result is a loss.
 */
const POD = [
  'containers[].imagePullPolicy = "Always"',
  'containers[].imagePullPolicy = "IfNotPresent"',
  'containers[].resources = "{}"',
  'containers[].terminationMessagePath = "/dev/termination-log"',
  'containers[].terminationMessagePolicy = "File"',
  'dnsPolicy = "ClusterFirst"',
  'restartPolicy = "Always"',
  'schedulerName = "default-scheduler"',
  'securityContext = "{}"',
  'terminationGracePeriodSeconds = 30',
];

const WORKLOAD = [...POD.map(each => `spec.template.spec.${each}`), 'spec.template.metadata = "{}"'];

/** Kind → "path = value", list indices left out. */
export const NEW_VERSION_DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  APIService: ['spec.service.port = 443'],
  CSIDriver: [
    'spec.fsGroupPolicy = "ReadWriteOnceWithFSType"',
    'spec.requiresRepublish = false',
    'spec.seLinuxMount = false',
    'spec.storageCapacity = false',
    'spec.volumeLifecycleModes[] = "Persistent"',
  ],
  CronJob: [
    ...POD.map(each => `spec.jobTemplate.spec.template.spec.${each}`),
    'spec.jobTemplate.metadata = "{}"',
    'spec.jobTemplate.spec.template.metadata = "{}"',
    'spec.concurrencyPolicy = "Allow"',
    'spec.failedJobsHistoryLimit = 1',
    'spec.successfulJobsHistoryLimit = 3',
    'spec.suspend = false',
  ],
  CustomResourceDefinition: ['spec.conversion.strategy = "None"', 'spec.names.listKind = "CronTabList"'],
  DaemonSet: [...WORKLOAD, 'spec.revisionHistoryLimit = 10'],
  Deployment: [
    ...WORKLOAD,
    'spec.progressDeadlineSeconds = 600',
    'spec.replicas = 1',
    'spec.strategy.rollingUpdate.maxSurge = "25%"',
    'spec.strategy.rollingUpdate.maxUnavailable = "25%"',
    'spec.strategy.type = "RollingUpdate"',
  ],
  HorizontalPodAutoscaler: [
    'spec.behavior.scaleDown.policies[].periodSeconds = 15',
    'spec.behavior.scaleDown.policies[].type = "Percent"',
    'spec.behavior.scaleDown.policies[].value = 100',
    'spec.behavior.scaleDown.selectPolicy = "Max"',
    'spec.behavior.scaleUp.policies[].periodSeconds = 15',
    'spec.behavior.scaleUp.policies[].type = "Percent"',
    'spec.behavior.scaleUp.policies[].type = "Pods"',
    'spec.behavior.scaleUp.policies[].value = 100',
    'spec.behavior.scaleUp.policies[].value = 4',
    'spec.behavior.scaleUp.selectPolicy = "Max"',
    'spec.behavior.scaleUp.stabilizationWindowSeconds = 0',
    'spec.minReplicas = 1',
  ],
  MutatingWebhookConfiguration: [
    'webhooks[].clientConfig.service.port = 443',
    'webhooks[].namespaceSelector = "{}"',
    'webhooks[].objectSelector = "{}"',
    'webhooks[].reinvocationPolicy = "Never"',
    'webhooks[].rules[].scope = "*"',
  ],
  NetworkPolicy: ['spec.policyTypes[] = "Ingress"'],
  PriorityClass: ['preemptionPolicy = "PreemptLowerPriority"'],
  PriorityLevelConfiguration: ['spec.limited.lendablePercent = 0'],
  ResourceClaim: ['spec.devices.requests[].exactly.allocationMode = "ExactCount"'],
  RoleBinding: ['subjects[].apiGroup = "rbac.authorization.k8s.io"'],
  StatefulSet: [
    ...WORKLOAD,
    'spec.persistentVolumeClaimRetentionPolicy.whenDeleted = "Retain"',
    'spec.persistentVolumeClaimRetentionPolicy.whenScaled = "Retain"',
    'spec.podManagementPolicy = "OrderedReady"',
    'spec.revisionHistoryLimit = 10',
    'spec.volumeClaimTemplates[].apiVersion = "v1"',
    'spec.volumeClaimTemplates[].kind = "PersistentVolumeClaim"',
    'spec.volumeClaimTemplates[].spec.volumeMode = "Filesystem"',
    'spec.volumeClaimTemplates[].status.phase = "Pending"',
  ],
  StorageClass: ['reclaimPolicy = "Delete"', 'volumeBindingMode = "Immediate"'],
};

/** Where our result and the expected object differ on purpose: case → "path: ours, theirs". */
export const KNOWN_DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  // v1 takes `false`, and leaves it out of what it returns.
  'crd-single-version': ['.spec.preserveUnknownFields: false, undefined'],
  'crd-versions': ['.spec.preserveUnknownFields: false, undefined'],
  // v1 drops deprecatedTopology when an object is created; nodeName is its place for the host.
  endpointslice: [
    '.endpoints[0].nodeName: "node-1", undefined',
    '.endpoints[0].deprecatedTopology.kubernetes.io/hostname: undefined, "node-1"',
  ],
};
