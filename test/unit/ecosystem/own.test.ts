/** What users know themselves: their own table of versions, and the marks in their CustomResourceDefinitions. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAdditionalVersions } from '../../../src/core/ecosystem/additional';
import { crdLifecycles } from '../../../src/core/ecosystem/definitions';
import { FileAnalyser } from '../../../src/core/fileAnalyser';
import { format } from '../../../src/words';
import { firstFinding, lines, rows } from '../core/support';
import { customContext } from './support';

const object = (apiVersion: string, kind: string): string =>
  lines(`apiVersion: ${apiVersion}`, `kind: ${kind}`, 'metadata:', '  name: a');

describe('the user’s own table', () => {
  const FILE = lines(
    'target-versions:',
    '  gizmo: v2.0.0',
    'deprecated-versions:',
    '- version: example.com/v1alpha1',
    '  kind: Widget',
    '  deprecated-in: v1.5.0',
    '  removed-in: v1.9.0',
    '  replacement-api: example.com/v1',
    '  replacement-available-in: v1.4.0',
    '  component: gizmo',
    '- version: example.com/v1beta1',
    '  kind: Widget',
    '  deprecated-in: v1.30.0',
    '  removed-in: ""',
    '  component: k8s',
    '- kind: Nameless',
  );
  const additional = parseAdditionalVersions(FILE, 'versions.yaml');
  const widget = (version: string): string => object(`example.com/${version}`, 'Widget');
  const judged = (version: string, components = {}, target = '1.31'): string[] =>
    rows(widget(version), customContext(components, { target }, { additional }));

  it('counts with the version that the file states, or a setting', () => {
    assert.deepEqual(judged('v1alpha1'), ['1 removed-custom-api error choice example.com/v1alpha1']);
    assert.deepEqual(judged('v1alpha1', { gizmo: '1.6' }), [
      '1 deprecated-custom-api warning choice example.com/v1alpha1',
    ]);
    assert.deepEqual(judged('v1alpha1', { gizmo: '1.2' }), []);
  });
  it('counts Kubernetes itself by the target', () => {
    assert.deepEqual(judged('v1beta1'), ['1 deprecated-custom-api warning manual example.com/v1beta1']);
    assert.deepEqual(judged('v1beta1', {}, '1.29'), []);
  });
  it('says which rows it cannot use', () =>
    assert.deepEqual(
      additional.problems.map(problem => format(problem, 'en')),
      ['versions.yaml: row 3 of “deprecated-versions” has no version and kind, or a release that is none.'],
    ));
  it('does not speak of Kubernetes’ own APIs', () => {
    const own = parseAdditionalVersions(
      'deprecated-versions: [{version: apps/v1, kind: Deployment, removed-in: v1.2.0, component: k8s}]',
      'a',
    );
    assert.deepEqual(rows(object('apps/v1', 'Deployment'), customContext({}, {}, { additional: own })), []);
  });
  const broken: readonly (readonly [text: string, key: string])[] = [
    ['{', 'ecosystem.file.unreadable'],
    ['[]', 'ecosystem.file.unreadable'],
    ['', 'ecosystem.file.unreadable'],
    ['a: 1', 'ecosystem.file.noList'],
    ['deprecated-versions: [{version: a/v1, kind: B, removed-in: soon}]', 'ecosystem.file.row'],
    ['deprecated-versions: []\ntarget-versions: {a: new}', 'ecosystem.file.component'],
  ];
  for (const [text, key] of broken) {
    it(`“${text}” is told as ${key}`, () =>
      assert.deepEqual(
        parseAdditionalVersions(text, 'f').problems.map(problem => problem.key),
        [key],
      ));
  }
  it('may be JSON', () => {
    const json = '{"deprecated-versions":[{"version":"example.com/v1","kind":"Widget","component":"gizmo"}]}';
    assert.equal(parseAdditionalVersions(json, 'f').rows.length, 1);
  });
});

describe('definitions', () => {
  const crd = (...versions: string[]): string =>
    lines(
      'apiVersion: apiextensions.k8s.io/v1',
      'kind: CustomResourceDefinition',
      'metadata: {name: widgets.example.com}',
      'spec:',
      '  group: example.com',
      '  names: {kind: Widget, plural: widgets}',
      '  versions:',
      ...versions.map(version => `  - {${version}}`),
    );
  const OLD = 'name: v1alpha1, served: false, storage: false, schema: {a: 1}';
  const WARNED =
    'name: v1beta1, served: true, storage: false, deprecated: true, deprecationWarning: use v1, schema: {a: 2}';
  const NEW = 'name: v1, served: true, storage: true, schema: {a: 1}';

  it('name the versions they mark', () => {
    assert.deepEqual(crdLifecycles(crd(OLD, WARNED, NEW)), [
      {
        group: 'example.com',
        version: 'v1alpha1',
        kind: 'Widget',
        served: false,
        warning: null,
        replacement: 'v1',
        sameShape: true,
      },
      {
        group: 'example.com',
        version: 'v1beta1',
        kind: 'Widget',
        served: true,
        warning: 'use v1',
        replacement: 'v1',
        sameShape: false,
      },
    ]);
  });

  const none: readonly (readonly [what: string, text: string])[] = [
    ['without marks', crd(NEW)],
    ['in a broken text', crd(OLD, NEW) + '  : [}'],
    ['in a template', crd(OLD, NEW) + '# {{ .Values.a }}'],
    [
      'of another kind',
      crd(OLD, NEW).replace('kind: CustomResourceDefinition', 'kind: ConfigMap # CustomResourceDefinition'),
    ],
  ];
  for (const [what, text] of none) it(`say nothing ${what}`, () => assert.deepEqual(crdLifecycles(text), []));

  it('convert between versions only by name where nothing else is promised', () => {
    const webhook = crd(OLD, NEW).replace('spec:\n', 'spec:\n  conversion: {strategy: Webhook}\n');
    assert.equal(crdLifecycles(webhook)[0]?.sameShape, false);
  });

  it('have no replacement where no version is left', () => assert.equal(crdLifecycles(crd(OLD))[0]?.replacement, null));

  it('judge the objects of their workspace', () => {
    const context = customContext({}, {}, { customKinds: crdLifecycles(crd(OLD, WARNED, NEW)) });
    assert.deepEqual(rows(object('example.com/v1alpha1', 'Widget'), context), [
      '1 removed-custom-api error certain example.com/v1alpha1',
    ]);
    const warned = firstFinding(object('example.com/v1beta1', 'Widget'), context).finding;
    assert.equal(warned.severity, 'warning');
    assert.match(format(warned.message, 'en'), /“use v1”\. Use example\.com\/v1\.$/);
    assert.deepEqual(rows(object('example.com/v1', 'Widget'), context), []);
  });

  it('count at once for the objects of their own file', () => {
    const analyser = new FileAnalyser();
    const context = customContext();
    const found = (text: string): number =>
      analyser.analyse(text, 'yaml', context).documents.flatMap(({ analysis }) => analysis.findings).length;
    const widget = `---\n${object('example.com/v1alpha1', 'Widget')}`;
    assert.equal(found(crd(NEW) + widget), 0);
    assert.equal(found(crd(OLD, NEW) + widget), 1);
    assert.equal(found(crd(NEW) + widget), 0);
  });
});
