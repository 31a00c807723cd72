/** How gravely an object is judged, and what target, path, settings and today's version change about it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Context } from '../../../src/core/model/context';
import { analyseAll, contextOf, firstFinding, lines, problems, rows, usual } from './support';

interface Case {
  readonly what: string;
  readonly text: string;
  readonly rows: readonly string[];
  readonly context?: Context;
}

const table = (cases: readonly Case[]): void => {
  for (const { what, text, rows: wanted, context = usual } of cases) {
    it(what, () => assert.deepEqual(rows(text, context), wanted));
  }
};

describe('the target', () => {
  const ingress = lines('apiVersion: networking.k8s.io/v1beta1', 'kind: Ingress');
  const psp = lines('apiVersion: policy/v1beta1', 'kind: PodSecurityPolicy');
  table([
    { what: 'before the deprecation', text: ingress, rows: [], context: contextOf({ target: '1.18' }) },
    {
      what: 'deprecated',
      text: ingress,
      rows: ['1 deprecated-api warning certain networking.k8s.io/v1beta1'],
      context: contextOf({ target: '1.21' }),
    },
    {
      what: 'removed',
      text: ingress,
      rows: ['1 removed-api error certain networking.k8s.io/v1beta1'],
      context: contextOf({ target: '1.22' }),
    },
    { what: 'removed without a successor', text: psp, rows: ['1 removed-api error manual policy/v1beta1'] },
    {
      what: 'a removal that only upstream’s rule expects is a warning',
      text: lines('apiVersion: resource.k8s.io/v1beta2', 'kind: DeviceClass'),
      rows: ['1 removed-api warning certain resource.k8s.io/v1beta2'],
      context: contextOf({ target: '1.40' }),
    },
    {
      what: 'a configuration file is no longer read',
      text: lines('apiVersion: kubeadm.k8s.io/v1beta2', 'kind: ClusterConfiguration'),
      rows: ['1 removed-api error manual kubeadm.k8s.io/v1beta2'],
    },
    { what: 'a request body is never judged', text: lines('apiVersion: policy/v1beta1', 'kind: Eviction'), rows: [] },
  ]);

  it('says that a removal is expected, and that a shipped one is a fact', () => {
    const expected = firstFinding(
      lines('apiVersion: resource.k8s.io/v1beta2', 'kind: DeviceClass'),
      contextOf({ target: '1.40' }),
    ).finding;
    assert.equal(expected.lifecycle?.removalExpected, true);
    assert.equal(firstFinding(ingress).finding.lifecycle?.removalExpected, false);
  });

  it('names dates, successor and page', () => {
    const { finding } = firstFinding(ingress);
    const { lifecycle } = finding;
    assert.deepEqual(
      [lifecycle?.deprecatedIn, lifecycle?.removedIn, lifecycle?.replacement, lifecycle?.replacementSince],
      ['1.19', '1.22', 'networking.k8s.io/v1', '1.19'],
    );
    assert.match(finding.documentation, /^https:\/\/.*\/removed-api\.md$/);
    assert.ok(lifecycle!.sources.length > 0);
  });
});

describe('today’s version', () => {
  const hpa = lines('apiVersion: autoscaling/v2', 'kind: HorizontalPodAutoscaler');
  table([
    { what: 'unknown: nothing is too new', text: hpa, rows: [] },
    {
      what: 'known and too old',
      text: hpa,
      rows: ['1 unavailable-api information none autoscaling/v2'],
      context: contextOf({ current: '1.22' }),
    },
    { what: 'known and new enough', text: hpa, rows: [], context: contextOf({ current: '1.23' }) },
    {
      what: 'what is off by default is said only when today is known',
      text: lines('apiVersion: storage.k8s.io/v1alpha1', 'kind: VolumeAttributesClass'),
      rows: ['1 unavailable-api information none storage.k8s.io/v1alpha1'],
      context: contextOf({ target: '1.31', current: '1.30' }),
    },
  ]);

  const steps: readonly (readonly [what: string, context: Context, step: number | null])[] = [
    ['every minor', contextOf({ target: '1.31', current: '1.28' }), 0],
    ['breaks at the second step', contextOf({ target: '1.24', current: '1.20' }), 2],
    ['ACK passes even minors', contextOf({ target: '1.24', current: '1.20', provider: 'ack' }), 1],
    ['without today only the target counts', contextOf({ target: '1.31' }), 0],
  ];
  for (const [what, context, step] of steps) {
    it(`the step at which it breaks: ${what}`, () => {
      const { finding } = firstFinding(lines('apiVersion: networking.k8s.io/v1beta1', 'kind: Ingress'), context);
      assert.equal(finding.step, step);
      if (step !== null) assert.ok(context.target.path[step] !== undefined);
    });
  }

  it('chooses a replacement that both ends serve', () => {
    const text = lines('apiVersion: autoscaling/v2beta1', 'kind: HorizontalPodAutoscaler');
    const replacement = (current: string, target: string): unknown =>
      firstFinding(text, contextOf({ target, current })).finding.lifecycle?.replacement;
    assert.equal(replacement('1.23', '1.26'), 'autoscaling/v2');
    assert.equal(replacement('1.20', '1.25'), 'autoscaling/v2beta2');
  });
});

describe('severity settings', () => {
  const text = lines('apiVersion: extensions/v1beta1', 'kind: Ingress');
  it('override a rule’s own', () =>
    assert.deepEqual(rows(text, contextOf({ severity: { 'removed-api': 'hint' } })), [
      '1 removed-api hint certain extensions/v1beta1',
    ]));
  it('switch a rule off', () => assert.deepEqual(rows(text, contextOf({ severity: { 'removed-api': 'off' } })), []));
  it('leave other rules alone', () =>
    assert.equal(rows(text, contextOf({ severity: { 'deprecated-api': 'off' } })).length, 1));
});

describe('the objects of a document', () => {
  it('are listed with namespace and name, found or not', () => {
    const text = lines(
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  # which',
      '  namespace: "web" # here',
      "  name: 'settings'",
      '  labels: {name: other}',
    );
    const [seen] = analyseAll(text);
    assert.equal(seen?.analysis.parsed, false);
    assert.deepEqual(
      seen?.analysis.resources.map(each => each.ref),
      [{ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'web', name: 'settings' }],
    );
  });

  it('may be named by a prefix', () => {
    const { finding } = firstFinding(
      lines('apiVersion: batch/v1beta1', 'kind: CronJob', 'metadata: {generateName: night-}'),
    );
    assert.equal(finding.resource.name, 'night-');
  });

  it('are known, custom or unknown to the data', () => {
    const coverage = (apiVersion: string, kind: string): unknown =>
      analyseAll(lines(`apiVersion: ${apiVersion}`, `kind: ${kind}`))[0]?.analysis.resources[0]?.coverage;
    assert.equal(coverage('apps/v1', 'Deployment'), 'known');
    assert.equal(coverage('example.com/v1', 'Deployment'), 'custom');
    assert.equal(coverage('apps/v1', 'Widget'), 'unknown');
  });

  it('are plain data that can be cloned to a worker', () => {
    const { analysis } = firstFinding(lines('apiVersion: extensions/v1beta1', 'kind: Ingress'));
    assert.deepEqual(structuredClone(analysis), analysis);
  });
});

describe('duplicate keys', () => {
  it('are reported beside the findings, and stop the fix', () => {
    const text = lines('apiVersion: extensions/v1beta1', 'apiVersion: networking.k8s.io/v1beta1', 'kind: Ingress');
    assert.deepEqual(rows(text), ['2 removed-api error manual networking.k8s.io/v1beta1']);
    assert.deepEqual(problems(text), ['duplicateKey 2']);
  });

  it('are at most twenty', () => {
    const text = lines('apiVersion: v1', 'kind: ConfigMap', 'data:', ...Array.from({ length: 50 }, () => '  a: b'));
    assert.equal(problems(text).length, 20);
  });
});
