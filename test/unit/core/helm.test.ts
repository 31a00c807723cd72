/** Charts as they are written: found without rendering, converted only where everything read is certain. Long file: one table of charts, read together. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Syntax } from '../../../src/core/model/document';
import { converted, firstFinding, firstFix, lines, problems, rows, usual } from './support';

const seen = (text: string, syntax: Syntax = 'helm'): string[] => rows(text, usual, syntax);

describe('findings in templates', () => {
  const cases: readonly {
    readonly what: string;
    readonly text: string;
    readonly rows: readonly string[];
    readonly told?: readonly string[];
  }[] = [
    {
      what: 'a literal outside any branch is certain to convert',
      text: lines('apiVersion: apps/v1beta2', 'kind: Deployment', 'metadata:', '  name: {{ .Release.Name }}'),
      rows: ['1 removed-api error certain apps/v1beta2'],
    },
    {
      what: 'inside a branch it is a choice',
      text: lines('{{- if .Values.on }}', 'apiVersion: apps/v1beta2', 'kind: Deployment', '{{- end }}'),
      rows: ['2 removed-api error choice apps/v1beta2'],
    },
    {
      what: 'the branch may enclose the whole document',
      text: lines('{{- if .Values.on }}', '---', 'apiVersion: apps/v1beta2', 'kind: Deployment', '{{- end }}'),
      rows: ['3 removed-api error choice apps/v1beta2'],
    },
    {
      what: 'a branch that the target never takes is no finding',
      text: lines(
        '{{- if .Capabilities.APIVersions.Has "networking.k8s.io/v1" }}',
        'apiVersion: networking.k8s.io/v1',
        '{{- else }}',
        'apiVersion: extensions/v1beta1',
        '{{- end }}',
        'kind: Ingress',
      ),
      rows: [],
    },
    {
      what: 'nor is one by the cluster’s version, round whole documents',
      text: lines(
        '{{ if semverCompare "<1.19-0" .Capabilities.KubeVersion.GitVersion }}',
        '---',
        'apiVersion: extensions/v1beta1',
        'kind: Ingress',
        '{{ end }}',
      ),
      rows: [],
    },
    {
      what: 'a condition on the cluster that cannot be worked out leaves a hint',
      text: lines(
        '{{- if .Capabilities.APIVersions.Has "example.com/v1" }}',
        'apiVersion: extensions/v1beta1',
        'kind: Ingress',
        '{{- end }}',
      ),
      rows: ['2 removed-api hint manual extensions/v1beta1'],
    },
    {
      what: 'a branch on a value is no excuse',
      text: lines(
        '{{- if .Values.modern }}',
        'apiVersion: networking.k8s.io/v1',
        '{{- else }}',
        'apiVersion: extensions/v1beta1',
        '{{- end }}',
        'kind: Ingress',
      ),
      rows: ['4 removed-api error manual extensions/v1beta1'],
    },
    {
      what: 'a version from an expression is stated as not checked',
      text: lines('apiVersion: {{ include "shop.api" . }}', 'kind: Ingress'),
      rows: [],
      told: ['templatedApi 1'],
    },
    {
      what: 'so is one made of two parts',
      text: lines('apiVersion: {{ .Values.group }}/v1beta1', 'kind: Ingress'),
      rows: [],
      told: ['templatedApi 1'],
    },
    {
      what: 'a kind from an expression is nobody’s',
      text: lines('apiVersion: extensions/v1beta1', 'kind: {{ .Values.kind }}'),
      rows: [],
    },
    {
      what: 'the bodies of named templates',
      text: lines(
        '{{- define "shop.pdb" -}}',
        'apiVersion: policy/v1beta1',
        'kind: PodDisruptionBudget',
        'spec: {minAvailable: 1, selector: {matchLabels: {a: b}}}',
        '{{- end -}}',
        '{{- define "shop.name" -}}',
        'shop',
        '{{- end -}}',
      ),
      rows: ['2 removed-api error choice policy/v1beta1'],
    },
    {
      what: 'an action that is never closed',
      text: lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'metadata:', '  name: {{ .Release.Name'),
      rows: ['1 removed-api error manual extensions/v1beta1'],
      told: ['yaml 5'],
    },
    {
      what: 'a comment over several lines with an old version in it',
      text: lines('{{/*', 'apiVersion: extensions/v1beta1', 'kind: Ingress', '*/}}', 'apiVersion: v1', 'kind: Pod'),
      rows: [],
    },
    {
      what: 'one key in both arms is no duplicate',
      text: lines(
        'apiVersion: v1',
        'kind: Pod',
        'spec:',
        '  {{- if .a }}',
        '  hostNetwork: true',
        '  {{- else }}',
        '  hostNetwork: false',
        '  {{- end }}',
      ),
      rows: [],
      told: [],
    },
    {
      what: 'one key twice in one arm is',
      text: lines(
        'apiVersion: v1',
        'kind: Pod',
        'spec:',
        '  {{- if .a }}',
        '  hostNetwork: true',
        '  hostNetwork: false',
        '  {{- end }}',
      ),
      rows: [],
      told: ['duplicateKey 6'],
    },
  ];
  for (const { what, text, rows: wanted, told } of cases) {
    it(what, () => {
      assert.deepEqual(seen(text), wanted);
      if (told) assert.deepEqual(problems(text, usual, 'helm'), told);
    });
  }

  it('name the condition', () => {
    const text = lines(
      '{{- if not (.Capabilities.APIVersions.Has "example.com/v1") }}',
      'apiVersion: extensions/v1beta1',
      'kind: Ingress',
      '{{- end }}',
    );
    assert.match(
      JSON.stringify(firstFinding(text, usual, 'helm').finding.message),
      /if not \(\.Capabilities\.APIVersions\.Has/,
    );
  });
});

describe('what a template hides is unknown, never absent', () => {
  const INGRESS = ['apiVersion: networking.k8s.io/v1beta1', 'kind: Ingress'];

  it('labels by include do not hinder an edit elsewhere', () => {
    const text = lines(
      ...INGRESS,
      'metadata:',
      '  name: a',
      '  labels:',
      '    {{- include "shop.labels" . | nindent 4 }}',
      'spec:',
      '  backend:',
      '    serviceName: web',
      '    servicePort: 80',
    );
    const after = converted(text, 'helm');
    assert.match(after, /^apiVersion: networking\.k8s\.io\/v1$/m);
    assert.match(after, /^ {4}\{\{- include "shop\.labels" \. \| nindent 4 \}\}$/m);
    assert.match(after, /number: 80/);
  });

  it('a port from an expression may be a number or a name: a person decides', () => {
    const text = lines(
      ...INGRESS,
      'spec:',
      '  backend:',
      '    serviceName: web',
      '    servicePort: {{ .Values.port }}',
    );
    assert.deepEqual(seen(text), ['1 removed-api error manual networking.k8s.io/v1beta1']);
    assert.equal(converted(text, 'helm'), 'fix.unknown.template');
  });

  it('a name from an expression is moved as it is written', () => {
    const text = lines(
      ...INGRESS,
      'spec:',
      '  backend:',
      '    serviceName: {{ include "shop.name" . }}-web # which',
      '    servicePort: 80',
    );
    assert.match(converted(text, 'helm'), /name: \{\{ include "shop\.name" \. \}\}-web # which/);
  });

  it('a strategy inside a condition is neither there nor not', () => {
    const text = lines(
      'apiVersion: extensions/v1beta1',
      'kind: DaemonSet',
      'metadata: {name: a}',
      'spec:',
      '  {{- with .Values.strategy }}',
      '  updateStrategy:',
      '    {{- toYaml . | nindent 4 }}',
      '  {{- end }}',
      '  template:',
      '    metadata: {labels: {a: b}}',
      '    spec: {containers: []}',
    );
    assert.equal(firstFix(text, 'helm').kind, 'manual');
  });

  it('a list that an expression may add to is open', () => {
    const text = lines(
      ...INGRESS,
      'spec:',
      '  rules:',
      '  {{- range .Values.hosts }}',
      '  - host: {{ . }}',
      '  {{- end }}',
      '  {{- toYaml .Values.rules | nindent 2 }}',
    );
    assert.equal(firstFix(text, 'helm').kind, 'manual');
  });

  it('every edit but that of one literal is a choice', () => {
    const text = lines(
      ...INGRESS,
      'metadata: {name: "{{ .Release.Name }}"}',
      'spec:',
      '  backend:',
      '    serviceName: web',
      '    servicePort: 80',
    );
    const fix = firstFix(text, 'helm');
    assert.equal(fix.kind === 'edits' && fix.certainty, 'choice');
  });

  it('no mask ever reaches the result', () => {
    const text = lines(
      ...INGRESS,
      'metadata: {name: "{{ .Release.Name }}"}',
      'spec:',
      '  rules:',
      '  - host: {{ .Values.host | quote }}',
      '    http:',
      '      paths:',
      '      - path: {{ .Values.path }} # where',
      '        backend:',
      '          serviceName: {{ .Release.Name }}-web',
      '          servicePort: http',
    );
    const after = converted(text, 'helm');
    assert.doesNotMatch(after, /__/);
    for (const action of ['{{ .Values.host | quote }}', '{{ .Values.path }} # where', '{{ .Release.Name }}-web'])
      assert.ok(after.includes(action), action);
  });
});

describe('braces in files that are no templates', () => {
  it('an Ansible task, its braces in quotes', () => {
    const text = lines('apiVersion: extensions/v1beta1', 'kind: Ingress', 'metadata:', '  name: "{{ item }}"');
    assert.deepEqual(seen(text, 'yaml'), ['1 removed-api error certain extensions/v1beta1']);
  });

  it('a pipeline’s expressions', () => {
    const text = lines(
      'on: push',
      'jobs:',
      '  a:',
      '    steps:',
      '    - run: echo ${{ github.sha }}',
      '      env: {KIND: x}',
    );
    assert.deepEqual(seen(text, 'yaml'), []);
    assert.deepEqual(problems(text), []);
  });

  it('a template outside a templates folder is read as one where plain YAML fails', () => {
    const text = lines(
      '{{- if .Values.on }}',
      'apiVersion: extensions/v1beta1',
      'kind: Ingress',
      'metadata:',
      '  name: {{ .Release.Name }}',
      '{{- end }}',
    );
    assert.deepEqual(seen(text, 'yaml'), ['2 removed-api error choice extensions/v1beta1']);
    assert.deepEqual(problems(text), []);
  });
});
