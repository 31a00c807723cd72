/** Kustomizations: the fields that kustomize warns about with what replaces them, and selectors of versions on their way out. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextWith } from '../../../src/core/model/context';
import { editsFor } from '../../../src/core/fixes';
import { applyEdits } from '../../../src/core/model/text';
import { analyseAll, contextOf, lines, rows } from '../core/support';

const context = contextWith(contextOf(), { file: { path: 'deploy/kustomization.yaml' } });

/** The text after the fix of the field, or the key of the reason why there is none. */
function replaced(text: string, field: string): string {
  for (const { slice, analysis } of analyseAll(text, context)) {
    const finding = analysis.findings.find(({ start, end }) => slice.text.slice(start, end) === field);
    const fix = finding && editsFor(slice, finding, 'preferred', context);
    if (fix) return fix.kind === 'edits' ? applyEdits(slice.text, fix.edits) : fix.reason.key;
  }
  throw new assert.AssertionError({ message: `no finding on ${field} in\n${text}` });
}

describe('deprecated fields of a kustomization', () => {
  const cases: readonly (readonly [what: string, before: string, field: string, after: string, certain?: boolean])[] = [
    ['bases become resources', 'bases:\n- ../base # all\n', 'bases', 'resources:\n- ../base # all\n', true],
    [
      'bases join the resources that are there',
      'bases:\n  - ../base\n\nresources:\n  - a.yaml # first\nnamespace: x\n',
      'bases',
      '\nresources:\n  - a.yaml # first\n  - ../base\nnamespace: x\n',
      true,
    ],
    ['lists of another shape are left to a person', 'bases: [a]\nresources:\n- b\n', 'bases', 'overlay.both'],
    ['so are lists of another depth', 'bases:\n  - a\nresources:\n- b\n', 'bases', 'overlay.both'],
    [
      'image tags join the images',
      'images:\n- name: a\n  newTag: v1\nimageTags:\n- name: b\n  newTag: v2\n',
      'imageTags',
      'images:\n- name: a\n  newTag: v1\n- name: b\n  newTag: v2\n',
      true,
    ],
    [
      'JSON patches become patches',
      'patchesJson6902:\n- path: p.yaml\n  target: {kind: Deployment, name: a}\n',
      'patchesJson6902',
      'patches:\n- path: p.yaml\n  target: {kind: Deployment, name: a}\n',
      true,
    ],
    [
      'JSON patches behind other patches have to be looked at',
      'patches:\n- path: a.yaml\npatchesJson6902:\n- path: p.yaml\n',
      'patchesJson6902',
      'patches:\n- path: a.yaml\n- path: p.yaml\n',
      false,
    ],
    [
      'merge patches get a path each',
      'patchesStrategicMerge:\n  - a.yaml # one\n  - "b.yaml"\n',
      'patchesStrategicMerge',
      'patches:\n  - path: a.yaml # one\n  - path: "b.yaml"\n',
      false,
    ],
    [
      'a merge patch in the file itself moves in',
      'patchesStrategicMerge:\n- |-\n  kind: Deployment\n\n  spec: {}\n- b.yaml\n',
      'patchesStrategicMerge',
      'patches:\n- patch: |-\n    kind: Deployment\n\n    spec: {}\n- path: b.yaml\n',
      false,
    ],
    [
      'merge patches wait for JSON patches',
      'patchesStrategicMerge: [a]\npatchesJson6902: []\n',
      'patchesStrategicMerge',
      'overlay.first',
    ],
    [
      'merge patches beside patches are a person’s',
      'patchesStrategicMerge:\n- a\npatches:\n- path: b\n',
      'patchesStrategicMerge',
      'overlay.both',
    ],
    [
      'common labels become labels with selectors',
      'commonLabels:\n  app: shop\n  team: "on"\nresources:\n  - a\n',
      'commonLabels',
      'labels:\n  - pairs:\n      app: shop\n      team: "on"\n    includeSelectors: true\nresources:\n  - a\n',
      false,
    ],
    [
      'common labels beside labels are a person’s',
      'commonLabels: {a: b}\nlabels: []\n',
      'commonLabels',
      'overlay.both',
    ],
    ['a label that is no text stays', 'commonLabels: {a: 1}\n', 'commonLabels', 'fix.notString'],
    ['variables are a person’s', 'vars:\n- name: A\n', 'vars', 'overlay.vars'],
    [
      'the chart generator is left to kustomize',
      'helmChartInflationGenerator: []\n',
      'helmChartInflationGenerator',
      'overlay.helm',
    ],
  ];
  for (const [what, before, field, after, certain] of cases) {
    it(what, () => {
      assert.equal(replaced(before, field), after);
      const line = before.split('\n').findIndex(text => text.startsWith(`${field}:`)) + 1;
      const severity = field === 'helmChartInflationGenerator' ? 'information' : 'warning';
      const fix = certain === undefined ? 'manual' : certain ? 'certain' : 'choice';
      assert.ok(rows(before, context).includes(`${line} kustomize-field ${severity} ${fix} ${field}`));
    });
  }

  it('keep line ends', () =>
    assert.equal(
      replaced('resources:\r\n- a\r\nbases:\r\n- b\r\nnamespace: c\r\n', 'bases'),
      'resources:\r\n- a\r\n- b\r\nnamespace: c\r\n',
    ));

  const named = (apiVersion: string, kind: string): string =>
    lines(`apiVersion: ${apiVersion}`, `kind: ${kind}`, 'bases: [a]');
  it('count in a file of another name that says what it is', () => {
    const found = ['3 kustomize-field warning certain bases'];
    assert.deepEqual(rows(named('kustomize.config.k8s.io/v1beta1', 'Kustomization')), found);
    assert.deepEqual(rows(named('kustomize.config.k8s.io/v1alpha1', 'Component')), found);
  });
  it('do not count in other files', () => {
    assert.deepEqual(rows('bases: [a]\n'), []);
    assert.deepEqual(rows(named('example.com/v1', 'Kustomization')), []);
    assert.deepEqual(
      rows(named('v1', 'ConfigMap'), context).filter(row => row.includes('kustomize')),
      [],
    );
  });
  it('are nothing in a current kustomization', () =>
    assert.deepEqual(rows('resources: [a]\npatches: [{path: b}]\nlabels: [{pairs: {a: b}}]\n', context), []));
});

describe('patches of an object', () => {
  const text = lines('apiVersion: apps/v1beta2', 'kind: Deployment', 'metadata: {name: shop}');
  const places = [
    { file: 'base/a.yaml', offset: 0 },
    { file: 'overlay/patch.yaml', offset: 7 },
  ];
  const asked: object[] = [];
  const indexed = contextWith(contextOf(), {
    file: { path: 'base/a.yaml' },
    workspace: { find: query => (asked.push(query), places) },
  });

  it('are shown with it, the object itself left out', () => {
    const { related } = analyseAll(text, indexed)[0]!.analysis.findings[0]!;
    assert.deepEqual(
      related.flatMap(({ file, start }) => (file === undefined ? [] : `${file}:${start}`)),
      ['overlay/patch.yaml:7'],
    );
    assert.deepEqual(asked.at(-1), { kind: 'Deployment', name: 'shop' });
  });
  it('are not asked for where there is no index', () =>
    assert.ok(analyseAll(text)[0]!.analysis.findings[0]!.related.every(({ file }) => file === undefined)));
});

describe('selectors of a kustomization', () => {
  const patch = (target: string): string => lines('patches:', '- path: p.yaml', `  target: {${target}}`);
  const cases: readonly (readonly [text: string, rows: readonly string[]])[] = [
    [patch('group: extensions, version: v1beta1, kind: Ingress'), ['3 kustomize-patch-target warning choice v1beta1']],
    [patch('group: networking.k8s.io, version: v1, kind: Ingress'), []],
    [patch('kind: Ingress, name: a'), []],
    [patch('version: v1beta1, kind: Ingress'), []],
    [patch('group: extensions, version: v1.*, kind: Ingress'), []],
    [
      patch('group: policy, version: v1beta1, kind: PodSecurityPolicy'),
      ['3 kustomize-patch-target warning manual v1beta1'],
    ],
    [
      lines(
        'replacements:',
        '- source: {kind: A}',
        '  targets:',
        '  - select: {group: batch, version: v1beta1, kind: CronJob}',
      ),
      ['4 kustomize-patch-target warning choice v1beta1'],
    ],
  ];
  for (const [text, expected] of cases) {
    it(text.trim().split('\n').at(-1)!.trim(), () => assert.deepEqual(rows(text, context), expected));
  }
  it('of a deprecated version are a hint', () => {
    const old = contextWith(contextOf({ target: '1.21' }), { file: { path: 'kustomization.yml' } });
    assert.deepEqual(rows(patch('group: networking.k8s.io, version: v1beta1, kind: Ingress'), old), [
      '3 kustomize-patch-target hint choice v1beta1',
    ]);
  });
  it('get the group and version of the object’s new API', () =>
    assert.equal(
      replaced(patch('group: extensions, version: v1beta1, kind: Ingress'), 'v1beta1'),
      patch('group: networking.k8s.io, version: v1, kind: Ingress'),
    ));
  it('in variables name the whole version', () => {
    const text = lines(
      'vars:',
      '- name: A',
      '  objref: {apiVersion: policy/v1beta1, kind: PodDisruptionBudget, name: a}',
    );
    assert.equal(replaced(text, 'policy/v1beta1'), text.replace('policy/v1beta1', 'policy/v1'));
  });
});
