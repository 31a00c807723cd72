// The Corefile against the CoreDNS that runs and the one that comes.
import { describe } from 'node:test';
import corefile from '../../../src/core/checks/corefile';
import { type Unread } from '../../../src/core/readiness';
import { type Case, clean, planted, workload } from './cases';

const at = (Corefile: string, version = '1.6.2'): Case => ({
  lists: {
    deployments: [
      workload('kube-system/coredns', {}, { containers: [{ name: 'a', image: `registry.test/coredns:v${version}` }] }),
    ],
  },
  more: { configMaps: { 'kube-system/coredns': { state: 'read', value: { Corefile } } } },
});
const found = (state: string): string[] => [`${state} ConfigMap kube-system/coredns`];
const access = { verb: 'get', group: '', resource: 'configmaps', namespace: 'kube-system', name: 'coredns' } as const;
const unread: Unread = { state: 'unread', reason: 'forbidden', access, detail: null };

describe('corefile', () => {
  const upstream = '.:53 {\n  ready\n  kubernetes cluster.local {\n    upstream\n  }\n}\n';
  planted('ADDON-COREFILE', corefile, 'an option that the next CoreDNS refuses', at(upstream), found('warn'));
  planted('ADDON-COREFILE', corefile, 'one that the running CoreDNS takes', at(upstream, '1.11.1'), found('info'));
  planted(
    'ADDON-COREFILE',
    corefile,
    'no word of readiness',
    at('.:53 {\n  forward . /etc/resolv.conf\n}\n'),
    found('info'),
  );
  clean(
    'ADDON-COREFILE',
    corefile,
    'what kubeadm writes',
    at('.:53 {\n  errors\n  ready\n  forward . /etc/resolv.conf\n}\n'),
  );
  const none: Unread = { ...unread, reason: 'not-served' };
  clean(
    'ADDON-COREFILE',
    corefile,
    'no CoreDNS',
    { more: { configMaps: { 'kube-system/coredns': none } } },
    'not-applicable',
  );
  clean('ADDON-COREFILE', corefile, 'never asked for', {}, 'unknown');
  clean(
    'ADDON-COREFILE',
    corefile,
    'not to be read',
    { more: { configMaps: { 'kube-system/coredns': unread } } },
    'unknown',
  );
});
