// Nodes: what keeps them from being replaced or upgraded, and the kinds of nodes that only look broken. Long file: one table of cases.
import { describe } from 'node:test';
import fargate from '../../../src/core/checks/fargate-pods';
import certificates from '../../../src/core/checks/node-certificates';
import cordoned from '../../../src/core/checks/node-cordoned';
import count from '../../../src/core/checks/node-count';
import groups from '../../../src/core/checks/node-groups';
import headroom from '../../../src/core/checks/node-headroom';
import leases from '../../../src/core/checks/node-leases';
import mix from '../../../src/core/checks/node-mix';
import os from '../../../src/core/checks/node-os';
import slots from '../../../src/core/checks/node-pod-slots';
import pressure from '../../../src/core/checks/node-pressure';
import ready from '../../../src/core/checks/node-ready';
import runtime from '../../../src/core/checks/node-runtime';
import swap from '../../../src/core/checks/node-swap';
import { type RawObject } from '../cluster/snapshots';
import { type Case, clean, node, object, planted, pod } from './cases';

const on = (...nodes: RawObject[]): Case => ({ lists: { nodes } });
const notReady = (name: string, since: string, more: RawObject = {}, metadata: RawObject = {}): RawObject =>
  node(
    name,
    {},
    {
      ...more,
      status: {
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'KubeletNotReady',
            message: 'PLEG is not healthy: 4m',
            lastTransitionTime: since,
          },
        ],
      },
    },
    metadata,
  );
const LONG = '2026-11-21T11:00:00Z';
const JUST = '2026-11-21T11:58:00Z';
const many = Array.from({ length: 19 }, (_, at) => node(`n${at}`));
const VIRTUAL = { labels: { type: 'virtual-kubelet' } };
const ON_FARGATE = { labels: { 'eks.amazonaws.com/compute-type': 'fargate' } };

describe('node-ready', () => {
  planted('NODE-READY', ready, 'one of many', on(notReady('bad', LONG), ...many), ['warn Node bad']);
  planted('NODE-READY', ready, 'more than a tenth', on(notReady('bad', LONG), node('a')), ['fail Node bad']);
  clean('NODE-READY', ready, 'ready', on(node('a')));
  clean('NODE-READY', ready, 'for two minutes', on(notReady('a', JUST)));
  clean('NODE-READY', ready, 'a new node', on(notReady('a', LONG, {}, { creationTimestamp: JUST })));
  clean(
    'NODE-READY',
    ready,
    'an autoscaler takes it away',
    on(notReady('a', LONG, { spec: { taints: [{ key: 'ToBeDeletedByClusterAutoscaler', effect: 'NoSchedule' }] } })),
  );
  clean(
    'NODE-READY',
    ready,
    'Karpenter takes it away',
    on(notReady('a', LONG, { spec: { taints: [{ key: 'karpenter.sh/disrupted', effect: 'NoSchedule' }] } })),
  );
  clean('NODE-READY', ready, 'being deleted', on(notReady('a', LONG, {}, { deletionTimestamp: LONG })));
});

describe('node-pressure', () => {
  const says = (type: string, status = 'True'): Case =>
    on(
      node(
        'a',
        {},
        {
          status: {
            conditions: [
              { type: 'Ready', status: 'True' },
              { type, status },
            ],
          },
        },
      ),
    );
  planted('NODE-PRESSURE', pressure, 'memory', says('MemoryPressure'), ['warn Node a']);
  planted('NODE-PRESSURE', pressure, 'a fault that a detector reports', says('ReadonlyFilesystem'), ['warn Node a']);
  planted('NODE-DISK', pressure, 'disk', says('DiskPressure'), ['fail Node a']);
  clean('NODE-PRESSURE', pressure, 'none', says('MemoryPressure', 'False'));
  clean('NODE-PRESSURE', pressure, 'conditions that say it is well', says('ContainerRuntimeReady'));
  clean('NODE-DISK', pressure, 'unknown is no pressure', says('DiskPressure', 'Unknown'));
});

describe('node-leases', () => {
  const lease = (name: string, renewTime: string): RawObject =>
    object(`kube-node-lease/${name}`, { spec: { renewTime } });
  const at = (renewTime: string, n: RawObject = node('a'), more = {}): Case => ({
    lists: { nodes: [n], leases: [lease('a', renewTime)] },
    more,
  });
  planted('NODE-LEASE', leases, 'an hour old', at(LONG), ['warn Node a']);
  clean('NODE-LEASE', leases, 'half a minute old', at('2026-11-21T11:59:30.000000Z'));
  clean('NODE-LEASE', leases, 'a virtual node', at(LONG, node('a', {}, {}, VIRTUAL)));
  clean('NODE-LEASE', leases, 'of a node that is gone', at(LONG, node('b')));
  clean(
    'NODE-LEASE',
    leases,
    'only this machine’s clock to go by',
    at(LONG, node('a'), { clock: 'client' }),
    'unknown',
  );
});

describe('node-cordoned', () => {
  planted('NODE-CORDONED', cordoned, 'cordoned', on(node('a', {}, { spec: { unschedulable: true } })), ['warn Node a']);
  clean('NODE-CORDONED', cordoned, 'taking pods', on(node('a')));
  planted(
    'NODE-TAINTS',
    cordoned,
    'on its way out',
    on(
      node(
        'a',
        {},
        { spec: { unschedulable: true, taints: [{ key: 'karpenter.sh/disrupted', effect: 'NoSchedule' }] } },
      ),
    ),
    ['info Node a'],
  );
  clean(
    'NODE-TAINTS',
    cordoned,
    'a taint of one’s own',
    on(node('a', {}, { spec: { taints: [{ key: 'dedicated', effect: 'NoSchedule' }] } })),
  );
});

describe('node-runtime', () => {
  const runs = (
    containerRuntimeVersion: string,
    kubelet: string,
    to: string,
    provider: Case['provider'] = 'generic',
    metadata: RawObject = {},
  ): Case => ({
    ...on(node('a', { containerRuntimeVersion, kubeletVersion: `v${kubelet}.1` }, {}, metadata)),
    ...{ from: kubelet, to, provider },
  });
  planted('NODE-RUNTIME-DOCKER', runtime, 'Docker, crossing 1.24', runs('docker://20.10.7', '1.23', '1.24'), [
    'fail Node a',
  ]);
  planted(
    'NODE-RUNTIME-DOCKER',
    runtime,
    'cri-dockerd calls itself docker too',
    runs('docker://24.0.7', '1.30', '1.31'),
    ['info Node a'],
  );
  clean('NODE-RUNTIME-DOCKER', runtime, 'Docker, before', runs('docker://20.10.7', '1.22', '1.23'));
  planted('NODE-CONTAINERD', runtime, 'older than 1.6, crossing 1.26', runs('containerd://1.5.9', '1.25', '1.26'), [
    'fail Node a',
  ]);
  planted('NODE-CONTAINERD', runtime, '1.x with 1.36 only warns', runs('containerd://1.7.27', '1.35', '1.36'), [
    'warn Node a',
  ]);
  planted('NODE-CONTAINERD', runtime, '1.x, crossing 1.38', runs('containerd://1.7.27', '1.37', '1.38'), [
    'fail Node a',
  ]);
  planted(
    'NODE-CONTAINERD',
    runtime,
    'the provider’s images bring another',
    runs('containerd://1.7.27', '1.35', '1.36', 'eks'),
    ['warn Node a'],
  );
  clean('NODE-CONTAINERD', runtime, '1.7 with 1.32', runs('containerd://1.7.27', '1.31', '1.32'));
  clean('NODE-CONTAINERD', runtime, '2.x', runs('containerd://2.1.0', '1.37', '1.38'));
  clean('NODE-CONTAINERD', runtime, 'Fargate', runs('containerd://1.5.9', '1.25', '1.26', 'eks', ON_FARGATE));
});

describe('node-os', () => {
  const runs = (
    osImage: string,
    from: string,
    to: string,
    metadata: RawObject = {},
    events: readonly RawObject[] = [],
  ): Case => ({
    ...{ from, to },
    lists: { nodes: [node('a', { osImage, kubeletVersion: `v${from}.0` }, {}, metadata)], events },
  });
  const said = object('default/a.1', {
    reason: 'CgroupV1',
    type: 'Warning',
    involvedObject: { kind: 'Node', name: 'a' },
  });
  planted('NODE-AL2', os, 'crossing 1.33', runs('Amazon Linux 2', '1.32', '1.33'), ['fail Node a']);
  planted('NODE-AL2', os, 'the last release', runs('Amazon Linux 2', '1.31', '1.32'), ['warn Node a']);
  clean('NODE-AL2', os, 'Amazon Linux 2023', runs('Amazon Linux 2023.6.20250303', '1.32', '1.33'));
  clean('NODE-AL2', os, 'Fargate says Amazon Linux 2', runs('Amazon Linux 2', '1.32', '1.33', ON_FARGATE));
  planted('NODE-CGROUPV1', os, 'likely', runs('Red Hat Enterprise Linux 8.10 (Ootpa)', '1.34', '1.35'), [
    'warn Node a',
  ]);
  planted('NODE-CGROUPV1', os, 'the kubelet said so', runs('Custom Linux 1', '1.34', '1.35', {}, [said]), [
    'fail Node a',
  ]);
  clean('NODE-CGROUPV1', os, 'newer systems', runs('Ubuntu 22.04.4 LTS', '1.34', '1.35'));
  clean(
    'NODE-CGROUPV1',
    os,
    'Bottlerocket goes on',
    runs('Bottlerocket OS 1.20.0 (aws-k8s-1.34)', '1.34', '1.35', {}, [said]),
  );
  clean('NODE-CGROUPV1', os, 'Fargate', runs('Amazon Linux 2', '1.34', '1.35', ON_FARGATE));
});

describe('node-swap', () => {
  planted('NODE-SWAP', swap, 'reported', on(node('a', { swap: { capacity: 2147483648 } })), ['info Node a']);
  clean('NODE-SWAP', swap, 'none', on(node('a', { swap: { capacity: 0 } }), node('b')));
});

describe('node-mix', () => {
  planted('NODE-OS-MIX', mix, 'architectures', on(node('a'), node('b', { architecture: 'arm64' })), ['info']);
  planted('NODE-OS-MIX', mix, 'kubelets far apart', on(node('a'), node('b', { kubeletVersion: 'v1.29.0' })), ['info']);
  clean(
    'NODE-OS-MIX',
    mix,
    'one minor apart, as in a rolling upgrade',
    on(node('a'), node('b', { kubeletVersion: 'v1.31.0' })),
  );
  clean('NODE-OS-MIX', mix, 'virtual nodes', on(node('a'), node('b', { architecture: 'arm64' }, {}, VIRTUAL)));
});

describe('node-headroom', () => {
  const asks = (cpu: string): RawObject =>
    pod('shop/web', { containers: [{ name: 'a', image: 'x:1', resources: { requests: { cpu, memory: '1Gi' } } }] });
  const full = (provider?: 'ack', cpu = '3500m', lists = {}): Case => ({
    provider,
    lists: { nodes: [node('n1')], pods: [asks(cpu)], ...lists },
  });
  planted('NODE-HEADROOM', headroom, 'requests, for information', full(), ['info']);
  planted('NODE-HEADROOM', headroom, 'a warning where the provider asks', full('ack'), ['warn']);
  clean('NODE-HEADROOM', headroom, 'room enough', full('ack', '500m'));
  clean(
    'NODE-HEADROOM',
    headroom,
    'little is used of what is asked for',
    full('ack', '3500m', { nodemetrics: [object('n1', { usage: { cpu: '400m', memory: '2Gi' } })] }),
  );
  clean('NODE-HEADROOM', headroom, 'finished pods', {
    provider: 'ack',
    lists: { nodes: [node('n1')], pods: [{ ...asks('3500m'), status: { phase: 'Succeeded' } }] },
  });
  clean('NODE-HEADROOM', headroom, 'Fargate', on(node('n1', {}, {}, ON_FARGATE)), 'not-applicable');
});

describe('node-pod-slots', () => {
  const pods = (phase = 'Running'): RawObject[] =>
    Array.from({ length: 9 }, (_, at) => pod(`shop/p${at}`, {}, {}, { phase }));
  const small = node('n1', {}, { status: { allocatable: { pods: '11' } } });
  planted('NODE-PODS', slots, 'for information', { lists: { nodes: [small], pods: pods() } }, ['info Node n1']);
  planted('NODE-PODS', slots, 'a warning on ACK', { provider: 'ack', lists: { nodes: [small], pods: pods() } }, [
    'warn Node n1',
  ]);
  clean('NODE-PODS', slots, 'finished pods', { lists: { nodes: [small], pods: pods('Succeeded') } });
  clean('NODE-PODS', slots, 'Fargate holds one pod', {
    lists: { nodes: [node('n1', {}, { status: { allocatable: { pods: '1' } } }, ON_FARGATE)], pods: [pod('shop/a')] },
  });
});

describe('node-count', () => {
  const zone = (name: string): RawObject => ({ labels: { 'topology.kubernetes.io/zone': name } });
  planted('NODE-COUNT', count, 'one', on(node('a'), node('b', {}, { spec: { unschedulable: true } })), ['info']);
  planted('NODE-COUNT', count, 'one zone', on(node('a', {}, {}, zone('x')), node('b', {}, {}, zone('x'))), ['info']);
  clean('NODE-COUNT', count, 'two zones', on(node('a', {}, {}, zone('x')), node('b', {}, {}, zone('y'))));
  clean('NODE-COUNT', count, 'zones that are not labelled', on(node('a'), node('b')));
});

describe('node-certificates', () => {
  const request = (creationTimestamp: string, conditions?: readonly RawObject[]): Case => ({
    lists: {
      certificatesigningrequests: [
        object(
          'csr-1',
          { spec: { signerName: 'kubernetes.io/kubelet-serving', username: 'system:node:a' }, status: { conditions } },
          { creationTimestamp },
        ),
      ],
    },
  });
  planted('NODE-OLDCERT', certificates, 'an hour old', request(LONG), ['info CertificateSigningRequest csr-1']);
  clean('NODE-OLDCERT', certificates, 'just asked', request(JUST));
  clean('NODE-OLDCERT', certificates, 'approved', request(LONG, [{ type: 'Approved', status: 'True' }]));
});

describe('node-groups', () => {
  const label = (name: string): RawObject => ({ labels: { [name]: 'x' } });
  planted('NODE-GROUPS', groups, 'nodes of one’s own on EKS', { ...on(node('a')), provider: 'eks' }, ['warn']);
  planted(
    'NODE-GROUPS',
    groups,
    'an inventory elsewhere',
    on(node('a', {}, {}, label('alibabacloud.com/nodepool-id'))),
    ['info'],
  );
  planted(
    'NODE-GROUPS',
    groups,
    'managed, hybrid and automatic ones are nobody’s own',
    {
      ...on(
        node('a', {}, {}, label('eks.amazonaws.com/nodegroup')),
        node('b', {}, {}, { labels: { 'eks.amazonaws.com/compute-type': 'auto' } }),
        node('c', {}, {}, label('karpenter.sh/nodepool')),
      ),
      provider: 'eks',
    },
    ['info'],
  );
  clean('NODE-GROUPS', groups, 'no nodes', on(), 'not-applicable');
  planted('NODE-VIRTUAL', groups, 'virtual nodes are named', on(node('virtual-kubelet-x', {}, {}, VIRTUAL)), ['info']);
  clean('NODE-VIRTUAL', groups, 'no nodes', on(), 'not-applicable');
});

describe('fargate-pods', () => {
  planted(
    'NODE-FARGATE',
    fargate,
    'an older kubelet',
    { lists: { nodes: [node('fargate-1', {}, {}, ON_FARGATE)], pods: [pod('shop/web', { nodeName: 'fargate-1' })] } },
    ['info Node fargate-1'],
  );
  clean(
    'NODE-FARGATE',
    fargate,
    'the target’s',
    on(node('fargate-1', { kubeletVersion: 'v1.33.0-eks' }, {}, ON_FARGATE)),
  );
  clean('NODE-FARGATE', fargate, 'no Fargate', on(node('a')), 'not-applicable');
});
