/** Branches of templates at the target and on the way there: dead ones are silent, live ones say which releases take them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextWith, type FileContext } from '../../../src/core/model/context';
import { format } from '../../../src/words';
import { analyseAll, contextOf, firstFix, lines, rows, type Terms } from '../core/support';

const fileOf = (helpers: string): FileContext => ({
  path: 'charts/shop/templates/a.yaml',
  chart: { name: 'shop', kubeVersion: null, helpers },
});

function seen(text: string, terms: Terms = {}, helpers = ''): string[] {
  return rows(text, contextWith(contextOf(terms), { file: fileOf(helpers) }), 'helm');
}

function words(text: string, terms: Terms = {}): string {
  const analyses = analyseAll(text, contextOf(terms), 'helm');
  return analyses.flatMap(({ analysis }) => analysis.findings.map(({ message }) => format(message, 'en'))).join('\n');
}

/** An Ingress of extensions/v1beta1 that is rendered under a condition. */
const under = (condition: string, ...before: string[]): string =>
  lines(...before, `{{- if ${condition} }}`, 'apiVersion: extensions/v1beta1', 'kind: Ingress', '{{- end }}');

type State = 'dead' | 'live' | 'unknown';

function stateOf(text: string, terms: Terms = {}, helpers = ''): State {
  const [row] = seen(text, terms, helpers);
  if (row === undefined) return 'dead';
  return row.includes('hint') ? 'unknown' : 'live';
}

describe('conditions on the cluster', () => {
  const cases: readonly (readonly [condition: string, state: State, terms?: Terms])[] = [
    ['.Capabilities.APIVersions.Has "networking.k8s.io/v1"', 'live'],
    ['.Capabilities.APIVersions.Has "networking.k8s.io/v1/Ingress"', 'live'],
    ['$.Capabilities.APIVersions.Has "policy/v1beta1/PodDisruptionBudget"', 'dead'],
    ['.Capabilities.APIVersions.Has "policy/v1beta1/PodDisruptionBudget"', 'live', { target: '1.24' }],
    ['.Capabilities.APIVersions.Has "apps/v1"', 'live'],
    ['.Capabilities.APIVersions.Has "v1"', 'live'],
    ['has "extensions/v1beta1" .Capabilities.APIVersions', 'dead'],
    ['"extensions/v1beta1" | .Capabilities.APIVersions.Has', 'dead'],
    ['.Capabilities.APIVersions.Has "monitoring.coreos.com/v1"', 'unknown'],
    ['.Capabilities.APIVersions.Has (printf "%s/v1beta1" "extensions")', 'dead'],
    ['not (.Capabilities.APIVersions.Has "networking.k8s.io/v1")', 'dead'],
    ['semverCompare ">=1.19-0" .Capabilities.KubeVersion.GitVersion', 'live'],
    ['semverCompare "<1.19-0" .Capabilities.KubeVersion.Version', 'dead'],
    ['semverCompare "<1.19-0" .Capabilities.KubeVersion.Version', 'live', { target: '1.18' }],
    ['semverCompare "^1.22" .Capabilities.KubeVersion.Version', 'live'],
    ['semverCompare "~1.22" .Capabilities.KubeVersion.Version', 'dead'],
    ['semverCompare "1.18 - 1.21 || >=1.99" .Capabilities.KubeVersion.Version', 'dead'],
    ['.Capabilities.KubeVersion.Version | semverCompare "<1.19-0"', 'dead'],
    ['semverCompare "<1.19-0" (.Capabilities.KubeVersion.Version | trimPrefix "v" | toString)', 'dead'],
    ['semverCompare ">=1.31.5" .Capabilities.KubeVersion.Version', 'unknown'],
    ['semverCompare ">=1.19" .Capabilities.KubeVersion.Version', 'dead', { provider: 'eks' }],
    ['semverCompare ">=1.19-0" .Capabilities.KubeVersion.Version', 'live', { provider: 'eks' }],
    ['semverCompare .Values.constraint .Capabilities.KubeVersion.Version', 'unknown'],
    ['semverCompare "<1.19-0" (default .Capabilities.KubeVersion.Version .Values.kubeVersion)', 'dead'],
    ['semverCompare "<1.19-0" (.Values.kubeVersion | default .Capabilities.KubeVersion.Version)', 'dead'],
    ['semverCompare "<1.19-0" (coalesce .Values.a .Values.b .Capabilities.KubeVersion.Version)', 'dead'],
    ['lt (.Capabilities.KubeVersion.Minor | int) 19', 'dead'],
    ['ge (int .Capabilities.KubeVersion.Minor) 19', 'live'],
    ['ge (int .Capabilities.KubeVersion.Minor) 19', 'unknown', { provider: 'eks' }],
    ['and (eq .Capabilities.KubeVersion.Major "1") (gt .Capabilities.KubeVersion.Minor "40")', 'dead'],
    ['lt (semver .Capabilities.KubeVersion.Version).Minor 19', 'dead'],
    ['and .Values.on (semverCompare "<1.19-0" .Capabilities.KubeVersion.Version)', 'dead'],
    ['and .Values.on (semverCompare ">=1.19-0" .Capabilities.KubeVersion.Version)', 'live'],
    ['or .Values.on (semverCompare "<1.19-0" .Capabilities.KubeVersion.Version)', 'live'],
    ['or (not .Values.on) (.Capabilities.APIVersions.Has "example.com/v1")', 'unknown'],
    ['and (not .Values.on) (.Capabilities.APIVersions.Has "example.com/v1") false', 'dead'],
    ['ternary true false (semverCompare "<1.19-0" .Capabilities.KubeVersion.Version)', 'dead'],
    ['.Capabilities.KubeVersion.Version | regexFind "1.19"', 'unknown'],
    ['.Capabilities.KubeVersion.Version | semverCompare', 'unknown'],
    ['.Values.on', 'live'],
    ['include "common.capabilities.isOld" .', 'unknown'],
    ['include "shop.enabled" .', 'live'],
  ];
  for (const [condition, state, terms = {}] of cases) {
    it(`${condition} is ${state}${terms.target ? ` in ${terms.target}` : ''}${terms.provider ? ` on ${terms.provider}` : ''}`, () =>
      assert.equal(stateOf(under(condition), { ...terms, target: terms.target ?? '1.31' }), state));
  }

  it('hold for the arms of one block in turn', () => {
    const text = lines(
      '{{- if semverCompare ">=1.19-0" .Capabilities.KubeVersion.GitVersion -}}',
      'apiVersion: networking.k8s.io/v1',
      '{{- else if semverCompare ">=1.14-0" .Capabilities.KubeVersion.GitVersion -}}',
      'apiVersion: networking.k8s.io/v1beta1',
      '{{- else -}}',
      'apiVersion: extensions/v1beta1',
      '{{- end }}',
      'kind: Ingress',
    );
    assert.deepEqual(seen(text, { target: '1.31' }), []);
    assert.deepEqual(seen(text, { target: '1.16' }), []);
    assert.deepEqual(seen(text, { target: '1.13' }), []);
  });

  it('hold through blocks inside blocks, and round documents', () => {
    const nested = lines(
      '{{- if .Values.on }}',
      '{{- if semverCompare "<1.22-0" .Capabilities.KubeVersion.Version }}',
      '---',
      '{{- with .Values.ingress }}',
      'apiVersion: extensions/v1beta1',
      'kind: Ingress',
      '{{- end }}',
      '{{- end }}',
      '{{- end }}',
    );
    assert.equal(stateOf(nested), 'dead');
    assert.equal(stateOf(nested.replace('<1.22', '>1.22')), 'live');
  });

  it('that values and cluster share say nothing when they fail', () => {
    const text = lines(
      '{{- if and .Values.on (semverCompare ">=1.19-0" .Capabilities.KubeVersion.Version) }}',
      'apiVersion: networking.k8s.io/v1',
      '{{- else }}',
      'apiVersion: extensions/v1beta1',
      '{{- end }}',
      'kind: Ingress',
    );
    assert.deepEqual(seen(text), ['4 removed-api hint manual extensions/v1beta1']);
  });
});

describe('variables', () => {
  const OLD = '{{- $old := semverCompare "<1.19-0" .Capabilities.KubeVersion.Version }}';
  it('set in the document', () => assert.equal(stateOf(under('$old', OLD)), 'dead'));
  it('set before the document', () => assert.equal(stateOf(under('$old', OLD, '---')), 'dead'));
  it('of variables', () =>
    assert.equal(
      stateOf(
        under('not $new', '{{ $v := .Capabilities.KubeVersion.Version }}', '{{ $new := semverCompare ">=1.19-0" $v }}'),
      ),
      'dead',
    ));
  it('set again later', () =>
    assert.equal(
      stateOf(under('$old', '{{ $old := true }}', '{{ $old = false }}', '{{ if .Capabilities.x }}', '{{ end }}')),
      'live',
    ));
  it('set again in a branch that the cluster takes', () => {
    const set = [
      '{{ $v := "1.10.0" }}',
      '{{ if .Capabilities.APIVersions.Has "apps/v1" }}',
      '{{ $v = "1.30.0" }}',
      '{{ end }}',
    ];
    assert.equal(stateOf(under('semverCompare "<1.19-0" $v', ...set)), 'dead');
  });
  it('that lead round in a circle end', () =>
    assert.equal(stateOf(under('$a', '{{ $a := $b }}', '{{ $b := $a }}')), 'live'));
});

describe('the way to the target', () => {
  const text = lines(
    '{{- if semverCompare "<1.31-0" .Capabilities.KubeVersion.Version }}',
    'apiVersion: batch/v1beta1',
    '{{- else }}',
    'apiVersion: batch/v1',
    '{{- end }}',
    'kind: CronJob',
  );
  it('counts a branch that a step takes after the API is gone', () => {
    assert.deepEqual(seen(text, { current: '1.24' }), ['2 removed-api error manual batch/v1beta1']);
    assert.match(
      words(text, { current: '1.24' }),
      /Breaks at step 1 of 7 \(1\.25\)\. The template takes this branch up to Kubernetes 1\.30\./,
    );
  });
  it('does not count what only today’s version takes', () => assert.deepEqual(seen(text, { current: '1.30' }), []));
  it('does not count a step that still serves it', () =>
    assert.deepEqual(seen(text.replace('1.31-0', '1.25-0'), { current: '1.23' }), []));
});

describe('words', () => {
  const cases: readonly (readonly [constraint: string, words: RegExp])[] = [
    ['>=1.14-0', /in Kubernetes 1\.14 and later\./],
    ['<1.35-0', /up to Kubernetes 1\.34\./],
    ['>=1.14-0 <1.33-0', /from Kubernetes 1\.14 to 1\.32\./],
  ];
  for (const [constraint, expected] of cases) {
    it(`say which releases take a branch on ${constraint}`, () =>
      assert.match(words(under(`semverCompare "${constraint}" .Capabilities.KubeVersion.Version`)), expected));
  }
  it('do not where no branch asks the cluster', () => assert.doesNotMatch(words(under('.Values.on')), /branch/));
});

describe('an apiVersion from an expression', () => {
  const HELPERS = lines(
    '{{- define "shop.pdb" -}}',
    '{{- if .Capabilities.APIVersions.Has "policy/v1/PodDisruptionBudget" -}}',
    'policy/v1',
    '{{- else -}}',
    '{{- print "policy/v1beta1" -}}',
    '{{- end -}}',
    '{{- end -}}',
    '{{/* a literal that is gone, by way of another helper */}}',
    '{{- define "shop.psp" -}}{{ include "shop.old" . }}{{- end -}}',
    '{{- define "shop.old" -}}policy/v1beta1{{- end -}}',
    '{{- define "shop.override" -}}',
    '{{- if .Values.apiVersion }}{{ .Values.apiVersion }}{{ else }}policy/v1beta1{{ end -}}',
    '{{- end -}}',
    '{{- define "shop.choice" -}}{{ if .Values.old }}policy/v1beta1{{ else }}policy/v1{{ end }}{{- end -}}',
    '{{- define "shop.loop" -}}{{ include "shop.loop" . }}{{- end -}}',
  );
  const pdb = (expression: string): string => lines(`apiVersion: ${expression}`, 'kind: PodDisruptionBudget');
  const cases: readonly (readonly [expression: string, target: string, state: State | 'stated'])[] = [
    ['{{ include "shop.pdb" . }}', '1.31', 'dead'],
    ['{{ include "shop.pdb" . }}', '1.20', 'dead'],
    ['{{ include "shop.psp" . }}', '1.31', 'live'],
    ['{{ template "shop.old" $ }}', '1.31', 'live'],
    ['"{{ include "shop.old" . }}"', '1.31', 'live'],
    ['{{ include "shop.override" . }}', '1.31', 'live'],
    ['{{ include "shop.choice" . }}', '1.31', 'stated'],
    ['{{ include "shop.loop" . }}', '1.31', 'stated'],
    ['{{ include "shop.elsewhere" . }}', '1.31', 'stated'],
    ['{{ .Values.apiVersion }}', '1.31', 'stated'],
    ['policy/{{ print "v1beta1" }}', '1.31', 'live'],
    ['{{ ternary "policy/v1" "policy/v1beta1" (.Capabilities.APIVersions.Has "policy/v1") }}', '1.31', 'dead'],
  ];
  for (const [expression, target, state] of cases) {
    it(`${expression} is ${state} in ${target}`, () => {
      const context = contextWith(contextOf({ target }), { file: fileOf(HELPERS) });
      const [found] = analyseAll(pdb(expression), context, 'helm');
      const told = found!.analysis.problems.some(({ message }) => message.key === 'problem.templatedApi');
      assert.equal(told, state === 'stated');
      assert.equal(found!.analysis.findings.length, state === 'live' ? 1 : 0);
    });
  }

  it('is underlined whole, and changed by a person', () => {
    const context = contextWith(contextOf(), { file: fileOf(HELPERS) });
    const text = pdb('{{ include "shop.old" . }}');
    assert.deepEqual(rows(text, context, 'helm'), ['1 removed-api error manual {{ include "shop.old" . }}']);
    const fix = firstFix(text, 'helm', 'preferred', context);
    assert.equal(fix.kind === 'manual' && fix.reason.key, 'helm.helper');
  });

  it('may come from a template of the same file', () => {
    const text =
      lines('{{- define "a.api" -}}', 'policy/v1beta1', '{{- end }}', '---') + pdb('{{ include "a.api" . }}');
    assert.deepEqual(seen(text), ['5 removed-api error manual {{ include "a.api" . }}']);
  });

  it('breaks at the step whose literal is gone', () => {
    const helpers =
      '{{ define "a" }}{{ if semverCompare "<1.30-0" .Capabilities.KubeVersion.Version }}policy/v1beta1{{ else }}policy/v1{{ end }}{{ end }}';
    assert.deepEqual(seen(pdb('{{ include "a" . }}'), { current: '1.24' }, helpers), [
      '1 removed-api error manual {{ include "a" . }}',
    ]);
    assert.deepEqual(seen(pdb('{{ include "a" . }}'), { current: '1.29' }, helpers), []);
  });
});

describe('Chart.yaml', () => {
  const chart = (kubeVersion: string): string => lines('apiVersion: v2', 'name: shop', `kubeVersion: ${kubeVersion}`);
  const cases: readonly (readonly [kubeVersion: string, found: boolean, terms?: Terms])[] = [
    ['">=1.16.0-0"', false],
    ['">=1.16.0 <1.30.0"', true],
    ['1.20 - 1.29', true],
    ['">=1.16.0"', false],
    ['">=1.16.0"', true, { provider: 'eks' }],
    ['">=1.31.5"', false],
    ['"nonsense"', false],
    ['">=1.26-0"', false, { current: '1.25', target: '1.27' }],
    ['"<1.26-0 || >=1.27-0"', true, { current: '1.25', target: '1.27' }],
  ];
  for (const [kubeVersion, found, terms = {}] of cases) {
    it(`kubeVersion ${kubeVersion} ${found ? 'shuts' : 'does not shut'} the way out ${JSON.stringify(terms)}`, () => {
      const context = contextWith(contextOf(terms), { file: { path: 'charts/shop/Chart.yaml' } });
      const expected = found ? [`3 chart-kube-version warning manual ${kubeVersion}`] : [];
      assert.deepEqual(rows(chart(kubeVersion), context), expected);
    });
  }
  it('is no object, and counts only under its name', () => {
    const text = chart('"<1.20"');
    const context = contextWith(contextOf(), { file: { path: 'charts/shop/Chart.yaml' } });
    assert.deepEqual(analyseAll(text, context)[0]!.analysis.resources, []);
    assert.deepEqual(rows(text, contextWith(contextOf(), { file: { path: 'other.yaml' } })), []);
  });
});
