// The injection grammar's patterns, tried line by line: what they colour and what they must leave alone.
// (The patterns use nothing in which Oniguruma and JavaScript differ.)
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';

interface Rule {
  readonly match: string;
  readonly captures: Readonly<Record<string, { readonly name: string }>>;
}
interface Grammar {
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly patterns: readonly { readonly include: string }[];
  readonly repository: Readonly<Record<string, Rule>>;
}

const path = resolve(__dirname, '../../../syntaxes/kubernetes-upgrade.injection.tmLanguage.json');
const grammar = JSON.parse(readFileSync(path, 'utf8')) as Grammar;

/** Last two words of the scope before "kubernetes" → text of the named captures of one rule on one line; null when it does not match. */
function colour(rule: string, line: string): Record<string, string> | null {
  const { match, captures } = grammar.repository[rule]!;
  const found = new RegExp(match).exec(line);
  if (found === null) return null;
  const named = Object.entries(captures).filter(([, { name }]) => name.endsWith('.kubernetes'));
  return Object.fromEntries(
    named
      .filter(([group]) => found[Number(group)] !== undefined)
      .map(([group, { name }]) => [name.split('.').slice(-3, -1).join('.'), found[Number(group)]!]),
  );
}

describe('injection grammar', () => {
  it('goes into YAML and Helm, never into their comments and strings', () => {
    for (const part of grammar.injectionSelector.split(','))
      assert.match(part.trim(), /^L:source\.(yaml|helm) -comment -string$/);
    assert.deepEqual(
      grammar.patterns.map(pattern => pattern.include.slice(1)),
      Object.keys(grammar.repository),
    );
  });

  for (const [line, group, version] of [
    ['apiVersion: extensions/v1beta1', 'extensions', 'v1beta1'],
    ['apiVersion: extensions/v1beta1 # old', 'extensions', 'v1beta1'],
    ['  apiVersion: "networking.k8s.io/v1"', 'networking.k8s.io', 'v1'],
    ["- apiVersion: 'apps/v1beta2'", 'apps', 'v1beta2'],
    ['scaleTargetRef: {apiVersion: apps/v1, kind: Deployment}', 'apps', 'v1'],
    ['{ "apiVersion": "batch/v2alpha1", "kind": "CronJob" }', 'batch', 'v2alpha1'],
  ] as const) {
    it(`sees group and version apart in ${line}`, () => {
      assert.deepEqual(colour('apiVersion', line), {
        'namespace.api-group': group,
        'separator.api-version': '/',
        'other.api-version': version,
      });
    });
  }

  it('sees a version without a group', () => {
    assert.deepEqual(colour('apiVersion', 'apiVersion: v1'), { 'other.api-version': 'v1' });
  });

  for (const line of [
    'myapiVersion: apps/v1',
    'apiVersion:apps/v1',
    'apiVersion: {{ include "x" . }}',
    'apiVersion: apps/v1 and more',
    'apiVersions: [v1]',
    'apiVersion: "apps/v1',
  ]) {
    it(`leaves ${line} alone`, () => assert.equal(colour('apiVersion', line), null));
  }

  it('colours a kind, and only a name of a kind', () => {
    assert.deepEqual(colour('kind', 'kind: Ingress'), { 'type.kind': 'Ingress' });
    assert.deepEqual(colour('kind', '{kind: "List", items: []}'), { 'type.kind': 'List' });
    for (const line of ['kind: of a surprise', 'mankind: Deployment', 'kind: Of a surprise']) {
      assert.equal(colour('kind', line), null, line);
    }
  });

  it('colours the keys of elastic container instances, quoted or not, and no values', () => {
    for (const [line, domain, name] of [
      ['    k8s.aliyun.com/eci-use-specs: 2-4Gi', 'k8s.aliyun.com', 'eci-use-specs'],
      ['    "alibabacloud.com/eci": "true"', 'alibabacloud.com', 'eci'],
      ['annotations: {network.alibabacloud.com/vswitch-ids: vsw-1}', 'network.alibabacloud.com', 'vswitch-ids'],
    ] as const) {
      assert.deepEqual(
        colour('annotationKey', line),
        { 'namespace.annotation': domain, 'separator.annotation': '/', 'property-name.annotation': name },
        line,
      );
    }
    for (const line of [
      'note: k8s.aliyun.com/eci-cpu',
      'k8s.aliyun.com: x',
      'xk8s.aliyun.com/eci: x',
      'kubernetes.io/name: x',
    ]) {
      assert.equal(colour('annotationKey', line), null, line);
    }
  });
});
