/** The command line knows what lies beside a file: its chart, definitions elsewhere, and files without an apiVersion. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Scan } from '../../../src/cli/scan';
import { openSession } from '../../../src/cli/session';
import { readArguments } from '../../../src/cli/options';
import { lines } from '../core/support';

const FILES: Readonly<Record<string, string>> = {
  'a.yaml': lines(
    'apiVersion: example.com/v1alpha1',
    'kind: Widget',
    '---',
    'apiVersion: example.com/v1',
    'kind: Widget',
  ),
  'overlay/Kustomization': lines('bases: [../base]'),
  'chart/Chart.yaml': lines('apiVersion: v2', 'name: shop', 'kubeVersion: "<1.20-0"'),
  'chart/templates/_helpers.tpl': lines('{{ define "shop.pdb" }}policy/v1beta1{{ end }}'),
  'chart/templates/sub/pdb.yaml': lines('apiVersion: {{ include "shop.pdb" . }}', 'kind: PodDisruptionBudget'),
  'loose/templates/pdb.yaml': lines('apiVersion: {{ include "shop.pdb" . }}', 'kind: PodDisruptionBudget'),
  'z/crd.yaml': lines(
    'apiVersion: apiextensions.k8s.io/v1',
    'kind: CustomResourceDefinition',
    'metadata: {name: widgets.example.com}',
    'spec:',
    '  group: example.com',
    '  names: {kind: Widget}',
    '  versions: [{name: v1alpha1, served: false}, {name: v1, served: true, storage: true}]',
  ),
};

describe('what lies beside a file', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'kube-upgrade-beside-'));
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  it('counts in a scan', () => {
    const asked = readArguments(['scan', '.', '--target-version', '1.31', '--lang', 'en'], {});
    assert.ok(asked.kind === 'run');
    const scan = new Scan(openSession(asked.options, folder, new Date(2026, 5, 15)));
    scan.forEachFile(
      null,
      file => scan.add(file, false),
      () => undefined,
    );
    const { report } = scan.result();
    assert.deepEqual(
      report.findings.map(
        ({ file, ruleId, severity, range }) => `${file}:${range.start.line + 1} ${ruleId} ${severity}`,
      ),
      [
        'a.yaml:1 removed-custom-api error',
        'chart/Chart.yaml:3 chart-kube-version warning',
        'chart/templates/sub/pdb.yaml:1 removed-api error',
        'overlay/Kustomization:1 kustomize-field warning',
      ],
    );
    assert.deepEqual(
      report.problems.map(({ file }) => file),
      ['loose/templates/pdb.yaml'],
    );
    assert.equal(report.summary.resources, 5);
  });
});
