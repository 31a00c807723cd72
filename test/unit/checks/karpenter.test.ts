// Karpenter: what keeps its nodes at the old version, and what only looks like it.
import { describe } from 'node:test';
import karpenter from '../../../src/core/checks/karpenter-nodes';
import { type RawLists, type RawObject } from '../cluster/snapshots';
import { type Case, clean, object, planted } from './cases';

const crd = (storedVersions: readonly string[]): RawObject =>
  object('nodepools.karpenter.sh', {
    spec: { group: 'karpenter.sh', versions: [{ name: 'v1', served: true, storage: true }] },
    status: { storedVersions },
  });
const at = (lists: RawLists): Case => ({ lists: { customresourcedefinitions: [crd(['v1'])], ...lists } });
const pool = (disruption: RawObject, expireAfter?: string): RawLists => ({
  nodepools: [object('general', { spec: { template: { spec: { expireAfter } }, disruption } })],
});
const nodeClass = (spec: RawObject): RawLists => ({ ec2nodeclasses: [object('general', { spec })] });
const claim = (lastTransitionTime: string): RawLists => ({
  nodeclaims: [
    object('c', { status: { conditions: [{ type: 'Registered', status: 'False', reason: 'x', lastTransitionTime }] } }),
  ],
});

describe('karpenter-nodes', () => {
  planted('KARP-EXPIRE', karpenter, 'never', at(pool({}, 'Never')), ['info NodePool general']);
  planted('KARP-EXPIRE', karpenter, 'objects of an API that is no longer read', at({ provisioners: [object('old')] }), [
    'warn Provisioner old',
  ]);
  clean('KARP-EXPIRE', karpenter, 'unset is 720 hours', at(pool({})));
  clean('KARP-EXPIRE', karpenter, 'no Karpenter', {}, 'not-applicable');
  planted('KARP-DRIFT', karpenter, 'a budget of none', at(pool({ budgets: [{ nodes: '0' }] })), [
    'warn NodePool general',
  ]);
  clean('KARP-DRIFT', karpenter, 'at night only', at(pool({ budgets: [{ nodes: '0', schedule: '0 9 * * *' }] })));
  clean('KARP-DRIFT', karpenter, 'for another reason', at(pool({ budgets: [{ nodes: '0', reasons: ['Empty'] }] })));
  planted('KARP-AMI', karpenter, 'pinned', at(nodeClass({ amiSelectorTerms: [{ alias: 'al2023@v20240807' }] })), [
    'warn EC2NodeClass general',
  ]);
  planted('KARP-AMI', karpenter, 'crossing 1.33', at(nodeClass({ amiSelectorTerms: [{ alias: 'al2@latest' }] })), [
    'fail EC2NodeClass general',
  ]);
  clean(
    'KARP-AMI',
    karpenter,
    'by tags, or the latest',
    at(nodeClass({ amiSelectorTerms: [{ tags: { a: 'b' } }, { alias: 'al2023@latest' }] })),
  );
  planted('KARP-CRD', karpenter, 'an old stored version', at({ customresourcedefinitions: [crd(['v1beta1', 'v1'])] }), [
    'warn CustomResourceDefinition nodepools.karpenter.sh',
  ]);
  clean('KARP-CRD', karpenter, 'the new one only', at({}));
  planted('KARP-STUCK', karpenter, 'for an hour', at(claim('2026-11-21T11:00:00Z')), ['warn NodeClaim c']);
  clean('KARP-STUCK', karpenter, 'for a minute', at(claim('2026-11-21T11:59:00Z')));
});
