// Fields, Services, add-ons and what else the cluster holds: what breaks, and what only looks like it. Long file: one table of cases.
import { describe } from 'node:test';
import addOns from '../../../src/core/checks/add-on-versions';
import anonymous from '../../../src/core/checks/anonymous-access';
import ingress from '../../../src/core/checks/ingress-classes';
import mode from '../../../src/core/checks/kube-proxy-mode';
import leaders from '../../../src/core/checks/leader-leases';
import labels from '../../../src/core/checks/node-labels';
import objects from '../../../src/core/checks/object-annotations';
import quotas from '../../../src/core/checks/quotas';
import services from '../../../src/core/checks/service-fields';
import stale from '../../../src/core/checks/stale-tokens';
import annotations from '../../../src/core/checks/workload-annotations';
import { type Unread } from '../../../src/core/readiness';
import { type RawLists, type RawObject } from '../cluster/snapshots';
import { type Case, clean, namespace, node, object, planted, pod, workload } from './cases';

const step = (from: string, to: string, lists: RawLists, more: Partial<Case> = {}): Case => ({
  from,
  to,
  lists,
  ...more,
});
const WEB = (state: string): string[] => [`${state} Deployment shop/web`];
const annotated = (annotation: string, template: RawObject = {}): RawLists => ({
  deployments: [
    workload('shop/web', {
      template: {
        metadata: { annotations: { [annotation]: 'runtime/default' } },
        spec: { containers: [{ name: 'main', image: 'x:1' }], ...template },
      },
    }),
  ],
});

describe('annotations and labels', () => {
  const seccomp = 'seccomp.security.alpha.kubernetes.io/pod';
  planted('ANN-SECCOMP', annotations, 'crossing 1.27', step('1.26', '1.27', annotated(seccomp)), WEB('warn'));
  planted(
    'ANN-SECCOMP',
    annotations,
    'where pods without a profile are refused',
    step('1.26', '1.27', {
      ...annotated(seccomp),
      namespaces: [namespace('shop', { 'pod-security.kubernetes.io/enforce': 'restricted' })],
    }),
    WEB('fail'),
  );
  planted('ANN-SECCOMP', annotations, 'no effect any more', step('1.32', '1.33', annotated(seccomp)), WEB('warn'));
  clean(
    'ANN-SECCOMP',
    annotations,
    'the field is set too',
    step('1.26', '1.27', annotated(seccomp, { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } })),
  );
  clean(
    'ANN-SECCOMP',
    annotations,
    'live pods of old servers bear both',
    step('1.26', '1.27', { pods: [pod('shop/web-0', {}, { annotations: { [seccomp]: 'x' } })] }),
  );
  planted(
    'ANN-APPARMOR',
    annotations,
    'a field does it',
    step('1.32', '1.33', annotated('container.apparmor.security.beta.kubernetes.io/main')),
    WEB('info'),
  );
  clean(
    'ANN-APPARMOR',
    annotations,
    'before there is a field',
    step('1.28', '1.29', annotated('container.apparmor.security.beta.kubernetes.io/main')),
  );
  planted(
    'ANN-SYSCTL',
    annotations,
    'read by nothing',
    step('1.32', '1.33', annotated('security.alpha.kubernetes.io/sysctls')),
    WEB('info'),
  );
  clean('ANN-SYSCTL', annotations, 'none', step('1.32', '1.33', annotated('example.com/a')));
  planted(
    'ANN-CRITICAL',
    annotations,
    'read by nothing',
    step('1.32', '1.33', annotated('scheduler.alpha.kubernetes.io/critical-pod')),
    WEB('warn'),
  );
  clean('ANN-CRITICAL', annotations, 'none', step('1.32', '1.33', annotated('example.com/a')));
  const bearing = (name: string): RawObject => object('shop/a', {}, { annotations: { [name]: 'x' } });
  planted(
    'ANN-STORAGECLASS',
    objects,
    'a claim',
    { lists: { persistentvolumeclaims: [bearing('volume.beta.kubernetes.io/storage-class')] } },
    ['info PersistentVolumeClaim shop/a'],
  );
  clean('ANN-STORAGECLASS', objects, 'a provisioner notes itself', {
    lists: { persistentvolumeclaims: [bearing('volume.kubernetes.io/storage-provisioner')] },
  });
  planted(
    'ANN-INGRESSCLASS',
    objects,
    'an Ingress',
    { lists: { ingresses: [bearing('kubernetes.io/ingress.class')] } },
    ['info Ingress shop/a'],
  );
  clean('ANN-INGRESSCLASS', objects, 'the field', {
    lists: { ingresses: [object('shop/a', { spec: { ingressClassName: 'x' } })] },
  });
  planted(
    'ANN-MOUNTABLE',
    objects,
    'a ServiceAccount',
    { lists: { serviceaccounts: [bearing('kubernetes.io/enforce-mountable-secrets')] } },
    ['warn ServiceAccount shop/a'],
  );
  clean(
    'ANN-MOUNTABLE',
    objects,
    'before 1.32',
    step('1.30', '1.31', { serviceaccounts: [bearing('kubernetes.io/enforce-mountable-secrets')] }),
  );
  const selecting = (label: string): RawLists => ({
    deployments: [workload('shop/web', {}, { nodeSelector: { [label]: 'x' } })],
  });
  planted(
    'LBL-TOPOLOGY',
    labels,
    'still set, for information',
    { lists: selecting('failure-domain.beta.kubernetes.io/zone') },
    WEB('info'),
  );
  clean('LBL-TOPOLOGY', labels, 'the new name', { lists: selecting('topology.kubernetes.io/zone') });
  const master = { nodes: [node('m', {}, {}, { labels: { 'node-role.kubernetes.io/control-plane': '' } })] };
  planted(
    'LBL-MASTER',
    labels,
    'crossing 1.24 with masters of one’s own',
    step('1.23', '1.24', { ...selecting('node-role.kubernetes.io/master'), ...master }),
    WEB('warn'),
  );
  clean(
    'LBL-MASTER',
    labels,
    'a toleration',
    step('1.23', '1.24', {
      deployments: [
        workload('shop/web', {}, { tolerations: [{ key: 'node-role.kubernetes.io/master', operator: 'Exists' }] }),
      ],
      ...master,
    }),
  );
  clean(
    'LBL-MASTER',
    labels,
    'a managed control plane',
    step('1.23', '1.24', selecting('node-role.kubernetes.io/master')),
  );
});

describe('services', () => {
  const slice = (...nodeNames: string[]): RawObject =>
    object(
      'shop/web-x',
      { endpoints: nodeNames.map(nodeName => ({ addresses: ['10.0.0.1'], nodeName, conditions: { ready: true } })) },
      { labels: { 'kubernetes.io/service-name': 'web' } },
    );
  const service = (spec: RawObject, metadata: RawObject = {}): RawLists => ({
    services: [
      object(
        'shop/web',
        { spec: { selector: { app: 'web' }, ...spec } },
        { creationTimestamp: '2026-11-01T00:00:00Z', ...metadata },
      ),
    ],
    endpointslices: [slice('n1', 'n2')],
  });
  const found = (state: string): string[] => [`${state} Service shop/web`];
  const ips = service({ externalIPs: ['192.0.2.1'] });
  planted('SVC-EXTERNALIPS', services, 'deprecated', step('1.35', '1.36', ips), found('warn'));
  planted('SVC-EXTERNALIPS', services, 'crossing 1.40', step('1.39', '1.40', ips), found('fail'));
  clean('SVC-EXTERNALIPS', services, 'before', step('1.34', '1.35', ips));
  planted('SVC-LBIP', services, 'set', { lists: service({ loadBalancerIP: '192.0.2.1' }) }, found('info'));
  clean('SVC-LBIP', services, 'empty', { lists: service({ loadBalancerIP: '' }) });
  planted(
    'SVC-PREFERCLOSE',
    services,
    'renamed',
    step('1.33', '1.34', service({ trafficDistribution: 'PreferClose' })),
    found('info'),
  );
  clean(
    'SVC-PREFERCLOSE',
    services,
    'the new name',
    step('1.33', '1.34', service({ trafficDistribution: 'PreferSameZone' })),
  );
  planted(
    'SVC-TOPOKEYS',
    services,
    'hints',
    { lists: service({}, { annotations: { 'service.kubernetes.io/topology-aware-hints': 'auto' } }) },
    found('info'),
  );
  clean('SVC-TOPOKEYS', services, 'none', { lists: service({}) });
  planted(
    'SVC-ETPLOCAL',
    services,
    'one node',
    { lists: { ...service({ externalTrafficPolicy: 'Local' }), endpointslices: [slice('n1')] } },
    found('warn'),
  );
  planted(
    'SVC-ETPLOCAL',
    services,
    'several nodes',
    { lists: service({ externalTrafficPolicy: 'Local' }) },
    found('info'),
  );
  clean('SVC-ETPLOCAL', services, 'Cluster', { lists: service({ externalTrafficPolicy: 'Cluster' }) });
  planted(
    'SVC-NOENDPOINTS',
    services,
    'none is ready',
    { lists: { ...service({}), endpointslices: [] } },
    found('info'),
  );
  clean('SVC-NOENDPOINTS', services, 'no selector, or another name', {
    lists: {
      services: [
        object('default/kubernetes', { spec: {} }),
        object('shop/db', { spec: { type: 'ExternalName', selector: { a: 'b' } } }),
      ],
    },
  });
  planted('SVC-LB-PENDING', services, 'for weeks', { lists: service({ type: 'LoadBalancer' }) }, found('warn'));
  clean('SVC-LB-PENDING', services, 'made just now', {
    lists: service({ type: 'LoadBalancer' }, { creationTimestamp: '2026-11-21T11:58:00Z' }),
  });
  const entry = (spec: RawObject = {}, metadata: RawObject = {}): RawObject => object('shop/web', { spec }, metadata);
  const entryClass = (controller: string, metadata: RawObject = {}): RawObject =>
    object('nginx', { spec: { controller } }, metadata);
  planted('ING-NOCLASS', ingress, 'neither class nor default', { lists: { ingresses: [entry()] } }, [
    'warn Ingress shop/web',
  ]);
  clean('ING-NOCLASS', ingress, 'a default, or an annotation', {
    lists: { ingresses: [entry({}, { annotations: { 'kubernetes.io/ingress.class': 'x' } })] },
  });
  planted(
    'ADDON-INGRESS-NGINX',
    ingress,
    'retired',
    {
      lists: {
        ingresses: [entry({ ingressClassName: 'nginx' })],
        ingressclasses: [entryClass('k8s.io/ingress-nginx')],
      },
    },
    ['warn IngressClass nginx'],
  );
  clean('ADDON-INGRESS-NGINX', ingress, 'the controller of F5', {
    lists: {
      ingresses: [entry({ ingressClassName: 'nginx' })],
      ingressclasses: [entryClass('nginx.org/ingress-controller')],
    },
  });
});

describe('add-ons', () => {
  const runs = (image: string, from: string, to: string): Case =>
    step(from, to, { deployments: [workload('kube-system/it', {}, { containers: [{ name: 'a', image }] })] });
  const found = (state: string): string[] => [`${state} Deployment kube-system/it`];
  /** An image that does not fit the step, and one that does. */
  const both = (
    row: string,
    [image, from, to, state]: readonly [string, string, string, string],
    [fine, since, until]: readonly [string, string, string],
  ): void => {
    planted(row, addOns, image, runs(image, from, to), found(state));
    clean(row, addOns, fine, runs(fine, since, until));
  };
  both(
    'ADDON-VPC-CNI',
    ['602401143452.dkr.ecr.us-west-2.amazonaws.com/amazon-k8s-cni:v1.11.4-eksbuild.1', '1.25', '1.26', 'fail'],
    ['x/amazon-k8s-cni:v1.11.4', '1.26', '1.27'],
  );
  both(
    'ADDON-ALBC',
    ['public.ecr.aws/eks/aws-load-balancer-controller:v2.4.6', '1.24', '1.25', 'fail'],
    ['public.ecr.aws/eks/aws-load-balancer-controller:v2.4.7', '1.24', '1.25'],
  );
  both(
    'ADDON-CA',
    ['registry.k8s.io/autoscaling/cluster-autoscaler:v1.30.1', '1.32', '1.33', 'warn'],
    ['registry.k8s.io/autoscaling/cluster-autoscaler:v1.33.0', '1.32', '1.33'],
  );
  both(
    'ADDON-KARPENTER',
    ['public.ecr.aws/karpenter/controller:1.2.0@sha256:0', '1.32', '1.33', 'fail'],
    ['public.ecr.aws/karpenter/controller:1.5.3', '1.32', '1.33'],
  );
  both(
    'ADDON-CERTMANAGER',
    ['quay.io/jetstack/cert-manager-controller:v1.18.2', '1.33', '1.34', 'warn'],
    ['quay.io/jetstack/cert-manager-controller:v1.19.1', '1.33', '1.34'],
  );
  both(
    'ADDON-ISTIO',
    ['docker.io/istio/pilot:1.27.1', '1.33', '1.34', 'warn'],
    ['docker.io/istio/pilot:1.28.0-distroless', '1.33', '1.34'],
  );
  both(
    'ADDON-METRICS',
    ['k8s.gcr.io/metrics-server/metrics-server:v0.3.7', '1.21', '1.22', 'warn'],
    ['registry.k8s.io/metrics-server/metrics-server:v0.6.4', '1.32', '1.33'],
  );
  both(
    'ADDON-COREDNS',
    ['host:5000/coredns/coredns:v1.9.3', '1.31', '1.32', 'warn'],
    ['registry.k8s.io/coredns/coredns:v1.12.0', '1.32', '1.33'],
  );
  planted(
    'ADDON-INVENTORY',
    addOns,
    'a version newer than the table',
    runs('quay.io/karpenter/controller:1.15.0', '1.36', '1.37'),
    found('info'),
  );
  planted(
    'ADDON-INVENTORY',
    addOns,
    'a digest says nothing',
    runs('quay.io/karpenter/controller@sha256:0123', '1.32', '1.33'),
    found('info'),
  );
  clean('ADDON-INVENTORY', addOns, 'programs that nobody knows', runs('registry.test/other:v0.1', '1.32', '1.33'));
  const proxy = (config: string): Partial<Case> => ({
    more: { configMaps: { 'kube-system/kube-proxy': { state: 'read', value: { 'config.conf': config } } } },
  });
  planted(
    'NET-IPVS',
    mode,
    'deprecated',
    step('1.34', '1.35', {}, proxy('kind: KubeProxyConfiguration\nmode: "ipvs"\n')),
    ['warn ConfigMap kube-system/kube-proxy'],
  );
  planted('NET-IPVS', mode, 'crossing 1.40', step('1.39', '1.40', {}, proxy('mode: ipvs\n')), [
    'fail ConfigMap kube-system/kube-proxy',
  ]);
  clean('NET-IPVS', mode, 'iptables', step('1.39', '1.40', {}, proxy('mode: iptables\n')));
  const none: Unread = {
    ...{ state: 'unread', reason: 'not-served', detail: null },
    access: { verb: 'get', group: '', resource: 'configmaps', namespace: 'kube-system', name: 'kube-proxy' },
  };
  clean(
    'NET-IPVS',
    mode,
    'no kube-proxy',
    { more: { configMaps: { 'kube-system/kube-proxy': none } } },
    'not-applicable',
  );
  clean('NET-IPVS', mode, 'never asked for', {}, 'unknown');
  planted('NET-KPMODE', mode, 'none named', step('1.36', '1.37', {}, proxy('mode: ""\n')), [
    'info ConfigMap kube-system/kube-proxy',
  ]);
  clean('NET-KPMODE', mode, 'nftables', step('1.36', '1.37', {}, proxy('mode: nftables\n')));
});

describe('the cluster’s own', () => {
  const binding = (name: string, role: string): RawObject =>
    object(name, {
      roleRef: { kind: 'ClusterRole', name: role },
      subjects: [{ kind: 'Group', name: 'system:unauthenticated' }],
    });
  planted('RBAC-ANON', anonymous, 'bound', { lists: { clusterrolebindings: [binding('open', 'view')] } }, [
    'info ClusterRoleBinding open',
  ]);
  planted(
    'RBAC-ANON',
    anonymous,
    'refused on EKS, crossing 1.32',
    step('1.31', '1.32', { clusterrolebindings: [binding('open', 'view')] }, { provider: 'eks' }),
    ['warn ClusterRoleBinding open'],
  );
  planted(
    'RBAC-ANON',
    anonymous,
    'the default binding with another role',
    { lists: { clusterrolebindings: [binding('system:public-info-viewer', 'cluster-admin')] } },
    ['info ClusterRoleBinding system:public-info-viewer'],
  );
  clean('RBAC-ANON', anonymous, 'what every cluster has', {
    lists: {
      clusterrolebindings: [binding('system:public-info-viewer', 'system:public-info-viewer')],
      rolebindings: [
        object('kube-public/kubeadm:bootstrap-signer-clusterinfo', {
          roleRef: { kind: 'Role', name: 'kubeadm:bootstrap-signer-clusterinfo' },
          subjects: [{ kind: 'User', name: 'system:anonymous' }],
        }),
      ],
    },
  });
  const tokens = (staleTokens: number | null): Case => ({
    more: {
      metrics: {
        state: 'read',
        value: {
          deprecated: [],
          requests: [],
          values: { processStart: 0, staleTokens, webhooksMissingSan: 0, aggregatorMissingSan: 0 },
        },
      },
    },
  });
  planted('SA-STALE', stale, 'counted', tokens(3), ['warn']);
  clean('SA-STALE', stale, 'none', tokens(0));
  clean('SA-STALE', stale, 'no such counter', tokens(null), 'unknown');
  const lease = (name: string, renewTime: string): RawLists => ({
    leases: [object(`kube-system/${name}`, { spec: { renewTime, leaseDurationSeconds: 15 } })],
  });
  const scheduler = { pods: [pod('kube-system/kube-scheduler-n1')] };
  planted(
    'LEASE-LEADER',
    leaders,
    'runs and does not lead',
    { lists: { ...lease('kube-scheduler', '2026-11-21T11:00:00Z'), ...scheduler } },
    ['warn Lease kube-system/kube-scheduler'],
  );
  clean('LEASE-LEADER', leaders, 'left by a program that is gone', {
    lists: lease('cluster-autoscaler', '2025-01-01T00:00:00Z'),
  });
  clean('LEASE-LEADER', leaders, 'renewed', {
    lists: { ...lease('kube-scheduler', '2026-11-21T11:59:55Z'), ...scheduler },
  });
  const quota = (pods: string): Case => ({
    lists: {
      resourcequotas: [
        object('shop/all', { status: { hard: { pods: '10', secrets: '5' }, used: { pods, secrets: '5' } } }),
      ],
    },
  });
  planted('QUOTA', quotas, 'used up', quota('10'), ['info ResourceQuota shop/all']);
  clean('QUOTA', quotas, 'room', quota('9'));
});
