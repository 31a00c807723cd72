// The level of the Pod Security Standards that each field of a PodSecurityPolicy allows, row by row of the mapping page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stringify } from 'yaml';
import { adviseForPolicy, namespaceLabels, type PodSecurityAdvice } from '../../src/core/convert/podSecurity';
import { manualReason, policyAdvice } from '../../src/core/convert/manualReasons';
import { parseSlice } from '../../src/core/yaml/parse';
import { readResources, type Resource } from '../../src/core/yaml/resources';

const SECCOMP = 'seccomp.security.alpha.kubernetes.io/allowedProfileNames';
const APPARMOR = 'apparmor.security.beta.kubernetes.io/allowedProfileNames';

/** Meets every row of Restricted. */
const RESTRICTED = {
  privileged: false,
  allowPrivilegeEscalation: false,
  requiredDropCapabilities: ['ALL'],
  volumes: ['configMap', 'emptyDir', 'projected', 'secret', 'downwardAPI', 'persistentVolumeClaim', 'csi', 'ephemeral'],
  runAsUser: { rule: 'MustRunAsNonRoot' },
  seLinux: { rule: 'MustRunAs' },
  supplementalGroups: { rule: 'MustRunAs', ranges: [{ min: 1, max: 65535 }] },
  fsGroup: { rule: 'RunAsAny' },
};

function read(text: string, syntax: 'yaml' | 'helm' = 'yaml'): Resource {
  const [resource] = readResources(parseSlice({ start: 0, text, syntax, branch: [] }));
  assert.ok(resource);
  return resource;
}

function advise(change: object = {}, annotations: object = { [SECCOMP]: 'runtime/default' }): PodSecurityAdvice {
  const policy = {
    apiVersion: 'policy/v1beta1',
    kind: 'PodSecurityPolicy',
    metadata: { name: 'p', annotations },
    spec: { ...RESTRICTED, ...change },
  };
  const advice = adviseForPolicy(read(stringify(policy)).map);
  assert.ok('level' in advice, 'readable');
  return advice;
}

describe('Pod Security level of a PodSecurityPolicy', () => {
  it('is restricted when every row is met', () => {
    assert.deepEqual(advise(), {
      level: 'restricted',
      notBaseline: [],
      notRestricted: [],
      lost: [
        'capabilities.drop',
        'allowPrivilegeEscalation',
        'seLinuxOptions',
        'runAsUser | runAsNonRoot',
        'supplementalGroups',
      ],
    });
  });

  const baseline: readonly (readonly [string, object, object?])[] = [
    ['allowedCapabilities', { allowedCapabilities: ['CHOWN', 'NET_BIND_SERVICE'] }],
    ['defaultAddCapabilities', { defaultAddCapabilities: ['KILL'] }],
    ['requiredDropCapabilities', { requiredDropCapabilities: ['NET_RAW'] }],
    ['volumes', { volumes: ['configMap', 'nfs'] }],
    ['runAsUser', { runAsUser: { rule: 'RunAsAny' } }],
    ['allowPrivilegeEscalation', { allowPrivilegeEscalation: true }],
    ['allowPrivilegeEscalation', { allowPrivilegeEscalation: null }],
    [SECCOMP, {}, {}],
    [SECCOMP, {}, { [SECCOMP]: 'runtime/default,' }],
  ];
  for (const [field, change, annotations] of baseline) {
    it(`is baseline with ${JSON.stringify(annotations ?? change)}`, () => {
      const advice = advise(change, annotations);
      assert.equal(advice.level, 'baseline');
      assert.deepEqual(advice.notRestricted, [field]);
      assert.deepEqual(advice.notBaseline, []);
    });
  }

  const privileged: readonly (readonly [string, object, object?])[] = [
    ['privileged', { privileged: true }],
    ['hostNetwork', { hostNetwork: true }],
    ['hostPID', { hostPID: true }],
    ['hostIPC', { hostIPC: true }],
    ['hostPorts', { hostPorts: [{ min: 80, max: 80 }] }],
    ['allowedCapabilities', { allowedCapabilities: ['*'] }],
    ['allowedCapabilities', { allowedCapabilities: ['NET_ADMIN'] }],
    ['volumes', { volumes: ['*'] }],
    ['volumes', { volumes: ['hostPath'] }],
    ['seLinux', { seLinux: { rule: 'RunAsAny' } }],
    ['seLinux', { seLinux: { rule: 'MustRunAs', seLinuxOptions: { type: 'spc_t' } } }],
    ['seLinux', { seLinux: { rule: 'MustRunAs', seLinuxOptions: { user: 'system_u' } } }],
    ['allowedUnsafeSysctls', { allowedUnsafeSysctls: ['net.*'] }],
    ['allowedProcMountTypes', { allowedProcMountTypes: ['Default', 'Unmasked'] }],
    [SECCOMP, {}, { [SECCOMP]: '*' }],
    [APPARMOR, {}, { [SECCOMP]: 'runtime/default', [APPARMOR]: 'unconfined' }],
  ];
  for (const [field, change, annotations] of privileged) {
    it(`is privileged with ${JSON.stringify(annotations ?? change)}`, () => {
      const advice = advise(change, annotations);
      assert.equal(advice.level, 'privileged');
      assert.deepEqual(advice.notBaseline, [field]);
    });
  }

  const irrelevant: readonly object[] = [
    { allowedCapabilities: ['NET_BIND_SERVICE'] },
    { seLinux: { rule: 'MustRunAs', seLinuxOptions: { type: 'container_t', level: 's0:c1,c2' } } },
    { allowedProcMountTypes: ['Default'] },
    { allowedHostPaths: [{ pathPrefix: '/var' }], allowedFlexVolumes: [{ driver: 'a/b' }] },
    { forbiddenSysctls: ['*'], readOnlyRootFilesystem: true, runAsGroup: { rule: 'MayRunAs', ranges: [] } },
  ];
  for (const change of irrelevant) {
    it(`stays restricted with ${JSON.stringify(change)}`, () => assert.equal(advise(change).level, 'restricted'));
  }

  it('reads unquoted booleans as Kubernetes does', () => {
    const text = 'apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {name: p}\nspec: {privileged: yes}\n';
    const advice = adviseForPolicy(read(text).map);
    assert.ok('level' in advice && advice.notBaseline.includes('privileged'));
  });

  it('names the field that a template hides', () => {
    const text = 'apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nspec:\n  privileged: {{ .Values.privileged }}\n';
    assert.deepEqual(adviseForPolicy(read(text, 'helm').map), { unknown: 'privileged' });
    assert.deepEqual(manualReason(read(text, 'helm'), 'policy/v1beta1'), {
      key: 'manual.podSecurityPolicy.unknown',
      args: { field: 'privileged' },
    });
    assert.deepEqual(policyAdvice(read(text, 'helm')), []);
  });

  it('gives labels to paste', () => {
    assert.equal(
      namespaceLabels('baseline'),
      'pod-security.kubernetes.io/enforce: baseline\n' +
        'pod-security.kubernetes.io/warn: baseline\n' +
        'pod-security.kubernetes.io/audit: baseline',
    );
  });
});

describe('reasons for kinds without a conversion', () => {
  const reason = (apiVersion: string, kind: string): string | undefined =>
    manualReason(read(`apiVersion: ${apiVersion}\nkind: ${kind}\n`), apiVersion)?.key;

  it('say what to do', () => {
    assert.equal(reason('v1', 'ComponentStatus'), 'manual.componentStatus');
    assert.equal(reason('settings.k8s.io/v1alpha1', 'PodPreset'), 'manual.podPreset');
    assert.equal(reason('kubeadm.k8s.io/v1beta2', 'ClusterConfiguration'), 'manual.kubeadm');
    assert.equal(reason('resource.k8s.io/v1alpha2', 'ResourceClass'), 'manual.dynamicResources');
    assert.equal(reason('extensions/v1beta1', 'ThirdPartyResource'), 'manual.thirdPartyResource');
  });

  it('are left out for kinds that have a successor of the same shape', () => {
    assert.equal(reason('apps/v1beta2', 'Deployment'), undefined);
    assert.equal(reason('example.com/v1', 'Policy'), undefined);
  });
});

describe('advice for a PodSecurityPolicy', () => {
  it('has the labels, what is missing for stricter levels, and what pods lose', () => {
    const text = [
      'apiVersion: policy/v1beta1',
      'kind: PodSecurityPolicy',
      'spec:',
      '  hostNetwork: true',
      '  seLinux: {rule: MustRunAs}',
      '  volumes: [secret]',
      '  fsGroup: {rule: MustRunAs}',
      '',
    ].join('\n');
    const advice = policyAdvice(read(text));
    assert.deepEqual(
      advice.map(each => each.key.split('.').at(-1)),
      ['labels', 'because', 'because', 'lost', 'rbac'],
    );
    assert.deepEqual(advice[1]?.args, { level: 'baseline', fields: 'hostNetwork' });
    assert.deepEqual(advice[3]?.args, { fields: 'seLinuxOptions, fsGroup' });
    assert.deepEqual(manualReason(read(text), 'policy/v1beta1')?.args, { level: 'privileged' });
  });
});
