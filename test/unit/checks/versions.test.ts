// Versions of the control plane and its parts against each other and the target.
import { describe } from 'node:test';
import apiServers from '../../../src/core/checks/api-servers';
import parts from '../../../src/core/checks/control-plane-skew';
import known from '../../../src/core/checks/known-releases';
import proxy from '../../../src/core/checks/kube-proxy-skew';
import match from '../../../src/core/checks/node-version-match';
import path from '../../../src/core/checks/version-path';
import kubelets from '../../../src/core/checks/version-skew';
import { type Case, clean, node, object, owned, planted, pod } from './cases';

describe('version-path', () => {
  planted('VER-PATH', path, 'no way back', { from: '1.32', to: '1.31' }, ['fail']);
  planted('VER-PATH', path, 'several steps', { from: '1.32', to: '1.35' }, ['info']);
  clean('VER-PATH', path, 'one step', {});
  clean('VER-PATH', path, 'two minors are one step where the provider says so', {
    from: '1.26',
    to: '1.28',
    provider: 'ack',
  });
  clean('VER-PATH', path, 'there already', { from: '1.33', to: '1.33' }, 'not-applicable');
});

describe('known-releases', () => {
  planted('VER-KB', known, 'beyond the data', { from: '1.37', to: '1.99' }, ['unknown']);
  clean('VER-KB', known, 'known', {});
});

describe('api-servers', () => {
  const samples = (...versionSamples: string[]): Case => ({ more: { versionSamples } });
  planted('VER-APISERVER-HA', apiServers, 'an upgrade is under way', samples('v1.33.1', 'v1.32.0'), ['warn']);
  planted('VER-APISERVER-HA', apiServers, 'too far apart', samples('v1.34.1'), ['fail']);
  clean('VER-APISERVER-HA', apiServers, 'patches differ', samples('v1.32.4', 'v1.32.0-eks-1'));
});

describe('version-skew', () => {
  planted(
    'SKEW-KUBELET',
    kubelets,
    'too old for the step',
    { lists: { nodes: [node('old', { kubeletVersion: 'v1.29.4' }), node('same')] } },
    ['fail Node old'],
  );
  clean('SKEW-KUBELET', kubelets, 'the control plane’s version', { lists: { nodes: [node('same')] } });
});

describe('kube-proxy-skew', () => {
  const set = (tag: string, name = 'kube-system/kube-proxy') =>
    object(name, {
      spec: { template: { spec: { containers: [{ name: 'kube-proxy', image: `host:5000/eks/kube-proxy:${tag}` }] } } },
    });
  const running = (tag: string, nodeName = 'n1') =>
    pod(
      'kube-system/kube-proxy-x',
      { nodeName, containers: [{ name: 'kube-proxy', image: `registry.k8s.io/kube-proxy:${tag}` }] },
      owned('DaemonSet', 'kube-proxy'),
    );
  const found = (state: string): string[] => [`${state} DaemonSet kube-system/kube-proxy`];
  planted(
    'SKEW-KUBEPROXY',
    proxy,
    'newer',
    { lists: { daemonsets: [set('v1.33.0-minimal-eksbuild.3')] } },
    found('fail'),
  );
  planted('SKEW-KUBEPROXY', proxy, 'too old for the step', { lists: { daemonsets: [set('v1.29.0')] } }, found('fail'));
  planted(
    'SKEW-KUBEPROXY',
    proxy,
    'by what runs, while the DaemonSet rolls',
    { lists: { daemonsets: [set('v1.32.0')], pods: [running('v1.28.0')] } },
    found('fail'),
  );
  planted(
    'SKEW-KUBEPROXY',
    proxy,
    'too far from its kubelet',
    {
      lists: {
        daemonsets: [set('v1.32.0')],
        pods: [running('v1.32.0')],
        nodes: [node('n1', { kubeletVersion: 'v1.28.1' })],
      },
    },
    found('fail'),
  );
  planted('SKEW-KUBEPROXY', proxy, 'behind', { lists: { daemonsets: [set('v1.31.0-aliyun.1')] } }, found('info'));
  clean('SKEW-KUBEPROXY', proxy, 'the same', { lists: { daemonsets: [set('v1.32.3@sha256:0123')] } });
  clean('SKEW-KUBEPROXY', proxy, 'something else does its work', {}, 'not-applicable');
  clean('SKEW-KUBEPROXY', proxy, 'a tag that says nothing', { lists: { daemonsets: [set('stable')] } }, 'unknown');
});

describe('control-plane-skew', () => {
  const part = (name: string, tag: string, repository = `registry.k8s.io/${name}`) =>
    pod(`kube-system/${name}-n1`, { containers: [{ name, image: `${repository}:${tag}` }] });
  planted('SKEW-KCM', parts, 'newer', { lists: { pods: [part('kube-scheduler', 'v1.33.0')] } }, [
    'fail Pod kube-system/kube-scheduler-n1',
  ]);
  planted('SKEW-KCM', parts, 'two minors older', { lists: { pods: [part('kube-controller-manager', 'v1.30.0')] } }, [
    'fail Pod kube-system/kube-controller-manager-n1',
  ]);
  clean('SKEW-KCM', parts, 'one minor older', { lists: { pods: [part('kube-controller-manager', 'v1.31.0')] } });
  clean('SKEW-KCM', parts, 'like the API server beside it', {
    lists: { pods: [part('kube-apiserver', 'v1.33.0'), part('kube-scheduler', 'v1.33.0')] },
  });
  clean('SKEW-KCM', parts, 'cloud controllers have their own versions', {
    lists: {
      pods: [
        part('kube-scheduler', 'v1.32.0'),
        part('cloud-controller-manager', 'v2.9.1', 'registry.test/acs/cloud-controller-manager'),
      ],
    },
  });
  clean('SKEW-KCM', parts, 'a managed control plane', {}, 'not-applicable');
});

describe('node-version-match', () => {
  const behind = { nodes: [node('old', { kubeletVersion: 'v1.31.0' }), node('same')] };
  planted('SKEW-KUBELET-STRICT', match, 'a warning on EKS', { provider: 'eks', lists: behind }, ['warn Node old']);
  planted('SKEW-KUBELET-STRICT', match, 'fails on ACK', { provider: 'ack', lists: behind }, ['fail Node old']);
  clean('SKEW-KUBELET-STRICT', match, 'elsewhere', { lists: behind }, 'not-applicable');
  clean('SKEW-KUBELET-STRICT', match, 'virtual nodes', {
    provider: 'ack',
    lists: { nodes: [node('virtual-kubelet-cn-x', { kubeletVersion: 'v1.20.0' })] },
  });
});
