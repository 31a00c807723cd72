/** Which version to use instead, for every row of the data at many pairs of today's version and target. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Alternative, type ApiEntry, toApiVersion } from '../../src/core/catalog/catalog';
import { type Target } from '../../src/core/model/context';
import { chooseReplacement, type ReplacementChoice } from '../../src/core/verdict/replacement';
import { loadCatalog, readJson, targetOf } from './catalogData';
import { type LifecycleRow } from './dataRows';

const catalog = loadCatalog();
const lifecycle = readJson<LifecycleRow[]>('data', 'kubernetes', 'lifecycle.json');

function entryOf(name: string): ApiEntry {
  const [apiVersion = '', kind = ''] = name.split(' ');
  const entry = catalog.find(apiVersion, kind);
  assert.ok(entry, name);
  return entry;
}

const nameOf = (gvk: { group: string; version: string; kind: string }): string => `${toApiVersion(gvk)} ${gvk.kind}`;

/** "both networking.k8s.io/v1", "in-steps 1.22 autoscaling/v2beta1, 1.23 autoscaling/v2"; `!` marks a change without overlap. */
function describeChoice(choice: ReplacementChoice): string {
  const used = choice.replacement === null ? [] : [toApiVersion(choice.replacement)];
  const hops = choice.hops.map(hop => `${hop.from}${hop.overlaps ? '' : '!'} ${toApiVersion(hop.use)}`);
  const kind = choice.replacementKind === null ? [] : [`as ${choice.replacementKind}`];
  return [choice.reason, ...used, hops.join(', '), ...kind].filter(part => part !== '').join(' ');
}

const CASES: readonly (readonly [
  name: string,
  today: string,
  target: string,
  expected: string,
  provider?: Target['provider'],
])[] = [
  // Structure changes only once: the version that both serve.
  ['extensions/v1beta1 Ingress', '1.20', '1.22', 'both networking.k8s.io/v1'],
  ['extensions/v1beta1 Ingress', 'auto', '1.37', 'today-unknown networking.k8s.io/v1'],
  ['extensions/v1beta1 Ingress', 'auto', '1.16', 'today-unknown networking.k8s.io/v1beta1'],
  ['extensions/v1beta1 Ingress', '1.14', '1.18', 'both networking.k8s.io/v1beta1'],
  ['extensions/v1beta1 Ingress', '1.18', '1.22', 'in-steps 1.18 extensions/v1beta1, 1.19 networking.k8s.io/v1'],
  ['extensions/v1beta1 Ingress', '1.18', '1.22', 'in-steps 1.18 extensions/v1beta1, 1.20 networking.k8s.io/v1', 'ack'],
  ['extensions/v1beta1 Ingress', 'auto', '1.13', 'not-yet'],
  ['apps/v1beta1 Deployment', '1.8', '1.8', 'both apps/v1beta2'],
  ['apps/v1beta1 Deployment', 'auto', '1.16', 'today-unknown apps/v1'],
  ['autoscaling/v2beta1 HorizontalPodAutoscaler', '1.20', '1.24', 'both autoscaling/v2beta2'],
  ['autoscaling/v2beta1 HorizontalPodAutoscaler', '1.23', '1.25', 'both autoscaling/v2'],
  [
    'autoscaling/v2beta1 HorizontalPodAutoscaler',
    '1.22',
    '1.27',
    'in-steps 1.22 autoscaling/v2beta1, 1.23 autoscaling/v2',
  ],
  // No minor of the path serves old and new: a bridge, or both changes at once.
  [
    'autoscaling/v2beta1 HorizontalPodAutoscaler',
    '1.22',
    '1.28',
    'in-steps 1.22 autoscaling/v2beta1, 1.24 autoscaling/v2',
    'ack',
  ],
  [
    'flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema',
    '1.22',
    '1.31',
    'in-steps 1.22 flowcontrol.apiserver.k8s.io/v1beta1, 1.25 flowcontrol.apiserver.k8s.io/v1beta2, ' +
      '1.28 flowcontrol.apiserver.k8s.io/v1beta3, 1.29 flowcontrol.apiserver.k8s.io/v1',
  ],
  ['flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema', '1.26', '1.28', 'both flowcontrol.apiserver.k8s.io/v1beta3'],
  [
    'resource.k8s.io/v1alpha3 ResourceClaim',
    '1.33',
    '1.36',
    'in-steps 1.33 resource.k8s.io/v1beta2, 1.34 resource.k8s.io/v1',
  ],
  [
    'scheduling.k8s.io/v1alpha2 Workload',
    '1.36',
    '1.37',
    'in-steps 1.36 scheduling.k8s.io/v1alpha2, 1.37! scheduling.k8s.io/v1beta1',
  ],
  // The replacement that the data names wins over a newer version with another structure.
  ['extensions/v1beta1 HorizontalPodAutoscaler', 'auto', '1.37', 'today-unknown autoscaling/v1'],
  // An older alpha is no way forward, though the data lists it as another version of the kind.
  ['batch/v1beta1 CronJob', '1.18', '1.20', 'not-yet'],
  ['batch/v1beta1 CronJob', '1.20', '1.22', 'in-steps 1.20 batch/v1beta1, 1.21 batch/v1'],
  // What must be switched on is offered only where nothing else will do.
  ['resource.k8s.io/v1beta1 ResourceClaim', '1.34', '1.37', 'both resource.k8s.io/v1'],
  ['coordination.k8s.io/v1alpha2 LeaseCandidate', '1.34', '1.37', 'both coordination.k8s.io/v1beta1'],
  // A removal that is only expected takes no replacement away.
  ['coordination.k8s.io/v1alpha2 LeaseCandidate', '1.37', '1.40', 'both coordination.k8s.io/v1beta1'],
  // Another kind.
  ['v1 Endpoints', 'auto', '1.37', 'today-unknown discovery.k8s.io/v1 as EndpointSlice'],
  ['v1 Endpoints', '1.20', '1.20', 'not-yet'],
  ['apps/v1alpha1 PetSet', 'auto', '1.37', 'today-unknown apps/v1 as StatefulSet'],
  ['batch/v2alpha1 ScheduledJob', '1.20', '1.22', 'both batch/v1beta1 as CronJob'],
  ['resource.k8s.io/v1alpha2 ResourceClass', 'auto', '1.37', 'today-unknown resource.k8s.io/v1 as DeviceClass'],
  // The end of the line.
  ['policy/v1beta1 PodSecurityPolicy', '1.22', '1.25', 'no-successor'],
  ['extensions/v1beta1 PodSecurityPolicy', 'auto', '1.31', 'gone'],
  ['extensions/v1beta1 PodSecurityPolicy', 'auto', '1.20', 'today-unknown policy/v1beta1'],
  ['v1 ComponentStatus', 'auto', '1.37', 'no-successor'],
  ['settings.k8s.io/v1alpha1 PodPreset', 'auto', '1.37', 'no-successor'],
  // Configuration files, whose rows name only the next and the last version.
  ['kubeadm.k8s.io/v1beta1 ClusterConfiguration', '1.28', '1.30', 'both kubeadm.k8s.io/v1beta3'],
  ['kubeadm.k8s.io/v1beta1 ClusterConfiguration', 'auto', '1.37', 'today-unknown kubeadm.k8s.io/v1beta4'],
  ['kubeadm.k8s.io/v1beta1 ClusterStatus', 'auto', '1.30', 'gone'],
  ['kubeadm.k8s.io/v1alpha2 MasterConfiguration', '1.22', '1.24', 'both kubeadm.k8s.io/v1beta3 as InitConfiguration'],
  ['audit.k8s.io/v1beta1 Policy', '1.22', '1.24', 'both audit.k8s.io/v1'],
];

describe('replacement', () => {
  for (const [name, today, target, expected, provider] of CASES) {
    it(`of ${name}, ${today} to ${target}${provider === undefined ? '' : ` on ${provider}`}: ${expected}`, () => {
      const choice = chooseReplacement(entryOf(name), targetOf(catalog, target, today, provider), catalog);
      assert.equal(describeChoice(choice), expected);
    });
  }

  it('says when it must be switched on first', () => {
    const entry = entryOf('coordination.k8s.io/v1alpha2 LeaseCandidate');
    assert.equal(chooseReplacement(entry, targetOf(catalog, '1.37'), catalog).replacement?.offByDefault, true);
  });
});

/** Rows whose replacement has another kind; everywhere else the kind stays. */
const RENAMED: Readonly<Record<string, string>> = {
  Configuration: 'ResourceQuotaConfiguration',
  EncryptionConfig: 'EncryptionConfiguration',
  Endpoints: 'EndpointSlice',
  ExternalAdmissionHookConfiguration: 'ValidatingWebhookConfiguration',
  MasterConfiguration: 'InitConfiguration',
  NodeConfiguration: 'JoinConfiguration',
  PetSet: 'StatefulSet',
  PodScheduling: 'PodSchedulingContext',
  ResourceClass: 'DeviceClass',
  ScheduledJob: 'CronJob',
  ThirdPartyResource: 'CustomResourceDefinition',
  WebhookAdmission: 'WebhookAdmissionConfiguration',
};

function expectedKind(entry: ApiEntry): string {
  if (nameOf(entry) === 'v1 Policy') return 'KubeSchedulerConfiguration';
  return RENAMED[entry.kind] ?? entry.kind;
}

describe('every row, at targets from 1.5 to 1.40 and up to 20 minors before', () => {
  const minors = Array.from({ length: 36 }, (_, index) => `1.${index + 5}`);
  const targets = minors.flatMap((target, index) =>
    ['auto', ...[0, 1, 2, 3, 5, 8, 13, 20].flatMap(back => minors[index - back] ?? [])].map(today =>
      targetOf(catalog, target, today),
    ),
  );
  const number = (version: string): number => Number(version.slice(2));
  /** Removals after the newest release are expectations, which take nothing away. */
  const serves = (use: Alternative, version: string): boolean =>
    number(use.available) <= number(version) &&
    (use.removed === null || number(use.removed) > 37 || number(version) < number(use.removed));
  const rank = (version: string): number => (version.includes('alpha') ? 0 : version.includes('beta') ? 1 : 2);

  for (const row of lifecycle) {
    it(nameOf(row), () => {
      const entry = entryOf(nameOf(row));
      for (const target of targets) {
        const at = `${target.current ?? 'unknown'} to ${target.version}`;
        const choice = chooseReplacement(entry, target, catalog);
        const { replacement, reason, hops } = choice;
        assert.equal(replacement !== null, reason === 'both' || reason === 'today-unknown', at);
        assert.equal(hops.length > 0, reason === 'in-steps', at);
        assert.equal(reason === 'no-successor', entry.replacement === null, at);
        const last = replacement ?? hops.at(-1)?.use;
        if (last === undefined) continue;
        assert.notEqual(nameOf(last), nameOf(entry), at);
        assert.ok(serves(last, target.version), at);
        assert.ok(rank(last.version) >= rank(entry.version), at);
        assert.equal(choice.replacementKind, last.kind === entry.kind ? null : last.kind, at);
        assert.ok([entry.kind, expectedKind(entry)].includes(last.kind), at);
        if (replacement !== null && target.current !== null) assert.ok(serves(replacement, target.current), at);
        hops.forEach((hop, index) => {
          const before = hops[index - 1];
          const start = target.path.indexOf(hop.from);
          assert.ok(start >= 0 && serves(hop.use, hop.from), at);
          if (before === undefined) return;
          assert.ok(start > target.path.indexOf(before.from), at);
          assert.equal(hop.overlaps, serves(before.use, hop.from), at);
        });
      }
    });
  }
});

describe('every row at the newest release', () => {
  for (const row of lifecycle.filter(each => each.replacement !== null)) {
    const last = row.finalReplacement ?? row.replacement;
    const ends = row.finalReplacementNone === true || last === null;
    it(`${nameOf(row)} is replaced by ${ends ? 'nothing' : nameOf(last)}`, () => {
      const { replacement, reason } = chooseReplacement(entryOf(nameOf(row)), targetOf(catalog, '1.37'), catalog);
      if (ends) return assert.equal(reason, 'gone');
      assert.equal(replacement === null ? reason : nameOf(replacement), nameOf(last));
    });
  }
});
