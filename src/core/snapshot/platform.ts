/** What is kept of nodes, storage, admission, extension and the cluster's own objects. */
import { condition, labelSelector, nodeSelector } from './pod';
import { fields, list } from './shape';
import { volumePlugins } from './volumePlugins';

const conditions = list(condition);
const serviceReference = fields({ namespace: 'string', name: 'string', path: 'string', port: 'number' });
const clientConfig = fields({ service: serviceReference, url: 'origin', caBundle: 'certificates' });
const rule = fields({
  apiGroups: 'strings',
  apiVersions: 'strings',
  resources: 'strings',
  operations: 'strings',
  scope: 'string',
});
const webhooks = fields({
  webhooks: list(
    fields({
      name: 'string',
      clientConfig,
      rules: list(rule),
      failurePolicy: 'string',
      matchPolicy: 'string',
      namespaceSelector: labelSelector,
      objectSelector: labelSelector,
      matchConditions: list(fields({ name: 'string', expression: 'string' })),
      sideEffects: 'string',
      timeoutSeconds: 'number',
      admissionReviewVersions: 'strings',
      reinvocationPolicy: 'string',
    }),
  ),
});
const matchResources = fields({
  namespaceSelector: labelSelector,
  objectSelector: labelSelector,
  resourceRules: list(rule),
  matchPolicy: 'string',
});
const role = fields({
  rules: list(
    fields({
      apiGroups: 'strings',
      resources: 'strings',
      resourceNames: 'strings',
      verbs: 'strings',
      nonResourceURLs: 'strings',
    }),
  ),
});
const binding = fields({
  roleRef: fields({ kind: 'string', name: 'string' }),
  subjects: list(fields({ kind: 'string', namespace: 'string', name: 'string' })),
});
const none = fields({});

export const platform = {
  nodes: fields({
    spec: fields({
      unschedulable: 'boolean',
      providerID: 'string',
      taints: list(fields({ key: 'string', value: 'string', effect: 'string', timeAdded: 'string' })),
    }),
    status: fields({
      nodeInfo: fields({
        kubeletVersion: 'string',
        containerRuntimeVersion: 'string',
        osImage: 'string',
        kernelVersion: 'string',
        operatingSystem: 'string',
        architecture: 'string',
        swap: fields({ capacity: 'number' }),
      }),
      addresses: list(fields({ type: 'string', address: 'string' })),
      allocatable: 'stringMap',
      capacity: 'stringMap',
      conditions,
    }),
  }),
  namespaces: fields({ spec: fields({ finalizers: 'strings' }), status: fields({ phase: 'string', conditions }) }),
  serviceaccounts: fields({ secrets: list(fields({})), automountServiceAccountToken: 'boolean' }),
  resourcequotas: fields({ status: fields({ hard: 'stringMap', used: 'stringMap' }) }),
  leases: fields({
    spec: fields({ holderIdentity: 'string', leaseDurationSeconds: 'number', renewTime: 'string' }),
  }),
  events: fields({
    type: 'string',
    reason: 'string',
    message: 'string',
    count: 'number',
    lastTimestamp: 'string',
    eventTime: 'string',
    involvedObject: fields({ apiVersion: 'string', kind: 'string', namespace: 'string', name: 'string' }),
  }),
  persistentvolumes: fields({
    spec: fields({
      storageClassName: 'string',
      persistentVolumeReclaimPolicy: 'string',
      volumeMode: 'string',
      accessModes: 'strings',
      claimRef: fields({ namespace: 'string', name: 'string' }),
      nodeAffinity: fields({ required: nodeSelector }),
      csi: fields({ driver: 'string' }),
      flexVolume: fields({ driver: 'string' }),
      local: fields({ path: 'string' }),
      hostPath: fields({ path: 'string' }),
      ...volumePlugins,
    }),
    status: fields({ phase: 'string', reason: 'string' }),
  }),
  persistentvolumeclaims: fields({
    spec: fields({ storageClassName: 'string', volumeName: 'string', volumeMode: 'string', accessModes: 'strings' }),
    status: fields({ phase: 'string' }),
  }),
  storageclasses: fields({ provisioner: 'string', reclaimPolicy: 'string', volumeBindingMode: 'string' }),
  csidrivers: fields({ spec: fields({ attachRequired: 'boolean', seLinuxMount: 'boolean' }) }),
  csinodes: fields({ spec: fields({ drivers: list(fields({ name: 'string' })) }) }),
  volumeattachments: fields({
    spec: fields({
      attacher: 'string',
      nodeName: 'string',
      source: fields({ persistentVolumeName: 'string' }),
    }),
    status: fields({
      attached: 'boolean',
      attachError: fields({ time: 'string', message: 'string' }),
      detachError: fields({ time: 'string', message: 'string' }),
    }),
  }),
  validatingwebhookconfigurations: webhooks,
  mutatingwebhookconfigurations: webhooks,
  validatingadmissionpolicies: fields({
    spec: fields({ failurePolicy: 'string', matchConstraints: matchResources }),
  }),
  validatingadmissionpolicybindings: fields({
    spec: fields({ policyName: 'string', validationActions: 'strings', matchResources }),
  }),
  customresourcedefinitions: fields({
    spec: fields({
      group: 'string',
      scope: 'string',
      preserveUnknownFields: 'boolean',
      names: fields({ kind: 'string', plural: 'string', categories: 'strings' }),
      versions: list(
        fields({
          name: 'string',
          served: 'boolean',
          storage: 'boolean',
          deprecated: 'boolean',
          deprecationWarning: 'string',
          schema: 'present',
        }),
      ),
      conversion: fields({
        strategy: 'string',
        webhook: fields({ clientConfig, conversionReviewVersions: 'strings' }),
      }),
    }),
    status: fields({ storedVersions: 'strings', conditions }),
  }),
  apiservices: fields({
    spec: fields({
      group: 'string',
      version: 'string',
      insecureSkipTLSVerify: 'boolean',
      service: serviceReference,
      caBundle: 'certificates',
    }),
    status: fields({ conditions }),
  }),
  clusterroles: role,
  roles: role,
  clusterrolebindings: binding,
  rolebindings: binding,
  flowschemas: fields({ spec: fields({ priorityLevelConfiguration: fields({ name: 'string' }) }) }),
  prioritylevelconfigurations: fields({ spec: fields({ type: 'string' }) }),
  priorityclasses: fields({ value: 'number', globalDefault: 'boolean' }),
  runtimeclasses: fields({ handler: 'string' }),
  ingressclasses: fields({ spec: fields({ controller: 'string' }) }),
  networkpolicies: fields({
    spec: fields({
      podSelector: labelSelector,
      ingress: list(fields({ from: list(fields({ ipBlock: fields({ cidr: 'string', except: 'strings' }) })) })),
      egress: list(fields({ to: list(fields({ ipBlock: fields({ cidr: 'string', except: 'strings' }) })) })),
    }),
  }),
  certificatesigningrequests: fields({
    spec: fields({ signerName: 'string', username: 'string' }),
    status: fields({ conditions: list(fields({ type: 'string', status: 'string' })) }),
  }),
  podsecuritypolicies: none,
} as const;
