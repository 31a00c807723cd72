/** Custom resources by their component's version. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compareReleases } from '../../../src/core/ecosystem/catalog';
import { explain } from '../../../src/core/explain';
import { type Context } from '../../../src/core/model/context';
import { format } from '../../../src/words';
import { converted, firstFinding, firstFix, lines, rows } from '../core/support';
import { customContext, loadEcosystem } from './support';

const object = (apiVersion: string, kind: string): string =>
  lines(`apiVersion: ${apiVersion}`, `kind: ${kind}`, 'metadata:', '  name: a');

describe('the data', () => {
  const path = join(__dirname, '../../../../data/ecosystem/lifecycle.json');
  interface Row {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly component: string;
    readonly deprecated: string | null;
    readonly removed: string | null;
    readonly finalReplacement?: { readonly version: string } | null;
  }
  const { rows: table, components } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly rows: readonly Row[];
    readonly components: Readonly<Record<string, { readonly source: string }>>;
  };
  const catalog = loadEcosystem();

  it('has 428 versions of 27 components, each with a source', () => {
    assert.equal(table.length, 428);
    assert.equal(Object.keys(components).length, 27);
    for (const { source } of Object.values(components)) assert.notEqual(source, '');
  });

  it('says the same packed as it does committed', () => {
    for (const row of table) {
      const found = catalog.find(`${row.group}/${row.version}`, row.kind);
      assert.ok(found, `${row.group}/${row.version} ${row.kind}`);
      assert.deepEqual(
        [found.component, found.deprecated, found.removed],
        [row.component, row.deprecated, row.removed],
      );
      if (row.finalReplacement) assert.equal(found.replacements.at(-1)?.version, row.finalReplacement.version);
    }
  });

  it('knows a list by its items, and nothing else', () => {
    assert.equal(catalog.find('cert-manager.io/v1alpha2', 'CertificateList')?.kind, 'Certificate');
    assert.equal(catalog.find('cert-manager.io/v1', 'Certificate'), undefined);
  });
});

describe('releases', () => {
  const cases: readonly (readonly [string, string, number | undefined])[] = [
    ['1.9', '1.10', -1],
    ['v1.9.2', '1.9', 1],
    ['1.9.0', '1.9', 0],
    ['28.0', '9.1', 1],
    ['v1.16.3-rc.1', '1.16.3', 0],
    ['latest', '1.0', undefined],
  ];
  for (const [a, b, order] of cases) {
    it(`${a} against ${b}`, () => {
      const answer = compareReleases(a, b);
      assert.equal(answer === undefined ? undefined : Math.sign(answer), order);
    });
  }
});

describe('custom resources', () => {
  const CERTIFICATE = object('cert-manager.io/v1alpha2', 'Certificate');
  const cases: readonly {
    readonly what: string;
    readonly text: string;
    readonly components?: Readonly<Record<string, string>>;
    readonly rows: readonly string[];
  }[] = [
    {
      what: 'are information while nobody says which version runs',
      text: CERTIFICATE,
      rows: ['1 removed-custom-api information choice cert-manager.io/v1alpha2'],
    },
    {
      what: 'are an error where the running version has dropped them',
      text: CERTIFICATE,
      components: { 'cert-manager': 'v1.16.2' },
      rows: ['1 removed-custom-api error choice cert-manager.io/v1alpha2'],
    },
    {
      what: 'are a warning where it calls them deprecated',
      text: CERTIFICATE,
      components: { 'cert-manager': '1.4' },
      rows: ['1 deprecated-custom-api warning choice cert-manager.io/v1alpha2'],
    },
    { what: 'are nothing before that', text: CERTIFICATE, components: { 'cert-manager': '1.3.9' }, rows: [] },
    {
      what: 'are unknown where the version is no number',
      text: CERTIFICATE,
      components: { 'cert-manager': 'latest' },
      rows: ['1 removed-custom-api information choice cert-manager.io/v1alpha2'],
    },
    {
      what: 'cannot be changed into another kind',
      text: object('karpenter.sh/v1alpha5', 'Provisioner'),
      components: { 'karpenter-provider-aws': '1.0' },
      rows: ['1 removed-custom-api error manual karpenter.sh/v1alpha5'],
    },
    {
      what: 'only deprecated, with no version known',
      text: object('gateway.networking.k8s.io/v1alpha3', 'BackendTLSPolicy'),
      rows: ['1 deprecated-custom-api information choice gateway.networking.k8s.io/v1alpha3'],
    },
    { what: 'in a current version', text: object('cert-manager.io/v1', 'Certificate'), rows: [] },
    { what: 'of a group that nobody knows', text: object('example.com/v1alpha1', 'Widget'), rows: [] },
    {
      what: 'in a list, each at its place',
      text: lines(
        'apiVersion: v1',
        'kind: List',
        'items:',
        '- apiVersion: cert-manager.io/v1alpha2',
        '  kind: Certificate',
      ),
      components: { 'cert-manager': '1.16' },
      rows: ['4 removed-custom-api error choice cert-manager.io/v1alpha2'],
    },
  ];
  for (const { what, text, components, rows: expected } of cases) {
    it(what, () => assert.deepEqual(rows(text, customContext(components)), expected));
  }

  it('are struck through only where it is certain', () => {
    assert.equal(firstFinding(CERTIFICATE, customContext()).finding.deprecated, false);
    assert.equal(firstFinding(CERTIFICATE, customContext({ 'cert-manager': '1.16' })).finding.deprecated, true);
  });

  it('have the severity that the user gives the rule', () =>
    assert.deepEqual(rows(CERTIFICATE, customContext({}, { severity: { 'removed-custom-api': 'off' } })), []));

  it('are silent in a branch that the target never takes', () => {
    const text = lines(
      '{{- if semverCompare "<1.16-0" .Capabilities.KubeVersion.Version }}',
      'apiVersion: cert-manager.io/v1alpha2',
      '{{- else }}',
      'apiVersion: cert-manager.io/v1',
      '{{- end }}',
      'kind: Certificate',
    );
    assert.deepEqual(rows(text, customContext(), 'helm'), []);
  });

  it('ask for the data only where a group is not Kubernetes’ own', () => {
    let asked = 0;
    const context = Object.defineProperty(Object.create(customContext()) as Context, 'ecosystem', {
      get: () => void asked++,
    });
    rows(object('extensions/v1beta1', 'Ingress') + object('v1', 'Service').replace(/^/, '---\n'), context);
    assert.equal(asked, 0);
    rows(CERTIFICATE, context);
    assert.ok(asked > 0);
  });
});

describe('what to use instead', () => {
  const kustomization = object('kustomize.toolkit.fluxcd.io/v1beta1', 'Kustomization');
  const flux = (version: string): Context => customContext({ 'flux-kustomize-controller': version });

  it('is the last version where nobody says which one runs, with the release it needs', () => {
    const fix = firstFix(kustomization, 'yaml', 'preferred', customContext());
    assert.ok(fix.kind === 'edits');
    assert.deepEqual(
      fix.notes.map(({ key }) => key),
      ['ecosystem.compare', 'ecosystem.needs'],
    );
    assert.equal(
      converted(kustomization, 'yaml', 'preferred', customContext()),
      object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization'),
    );
  });

  it('is one that the running version serves', () =>
    assert.equal(
      converted(kustomization, 'yaml', 'preferred', flux('1.3')),
      object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization'),
    ));

  it('is the next one where the last is not there yet, and nothing where none is', () => {
    const certificate = object('certmanager.k8s.io/v1alpha1', 'Certificate');
    const at = (version: string): string =>
      converted(certificate, 'yaml', 'preferred', customContext({ 'cert-manager': version }));
    assert.match(at('0.12'), /^apiVersion: cert-manager\.io\/v1alpha2\n/);
    assert.match(at('1.2'), /^apiVersion: cert-manager\.io\/v1\n/);
    const run = object('tekton.dev/v1alpha1', 'Run');
    assert.equal(
      converted(run, 'yaml', 'preferred', customContext({ 'tekton-pipelines': '0.60' })),
      'ecosystem.servedLater',
    );
  });

  it('is told in the component’s own releases', () => {
    const context = customContext();
    const { slice, finding } = firstFinding(kustomization, context);
    const { rows: table, advice, sources } = explain(slice, finding, context);
    assert.match(format(table[1]!.value, 'en'), /^Flux kustomize-controller \d/);
    assert.match(format(advice[0]!, 'en'), /"flux-kustomize-controller"/);
    assert.deepEqual(sources, ['https://github.com/fluxcd/kustomize-controller/tags']);
    assert.equal(finding.lifecycle?.removedIn, null);
  });
});
