// What holds for every rule on fields: dates, words, all kinds that make pods, and the scanner that goes before.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { explain, type Message, splitDocuments, type Syntax } from '../../../src/core';
import { analyse, analyseParsed } from '../../../src/core/analyse';
import { type FieldRule } from '../../../src/core/fields/fieldRule';
import { type Rule } from '../../../src/core/judge/rule';
import { TriggerMatcher } from '../../../src/core/judge/triggers';
import { rules } from '../../../src/core/rules';
import { compareMinors } from '../../../src/core/verdict/target';
import { en } from '../../../src/words/en';
import { rulePages as enPages } from '../../../src/words/en/rulePages';
import { zhCn } from '../../../src/words/zh-cn';
import { rulePages as zhPages } from '../../../src/words/zh-cn/rulePages';
import { projectRoot, readJson } from '../catalogData';
import { contextFor, findingsOf, fixed } from './analysis';

const FOLDER = join(projectRoot, 'test/fixtures/fields');
const fieldRules = (rules as readonly Rule[]).filter((rule): rule is FieldRule => 'page' in rule);
const cases = readdirSync(FOLDER).flatMap(rule =>
  readdirSync(join(FOLDER, rule)).map(name => ({
    name: `${rule}/${name}`,
    text: readFileSync(join(FOLDER, rule, name, 'before.yaml'), 'utf8'),
    ...readJson<{ target: string; current?: string; syntax?: Syntax }>(
      'test/fixtures/fields',
      rule,
      name,
      'findings.json',
    ),
  })),
);

describe('every rule on fields', () => {
  for (const { id, page } of fieldRules) {
    it(`${id} has its fixtures, words in both languages and sources for each row`, () => {
      assert.ok(cases.some(({ name }) => name === `${id}/${page.example}`));
      for (const table of [
        { ...en, ...enPages },
        { ...zhCn, ...zhPages },
      ] as readonly Readonly<Record<string, string>>[]) {
        for (const part of ['title', 'what', 'why', 'how']) assert.ok(table[`rule.${id}.${part}`], part);
      }
      for (const row of page.rows) {
        assert.ok(row.sources.length > 0, row.name);
        for (const source of row.sources) assert.match(source, /^https:\/\//);
        assert.equal(row.ends === null, row.end === null, row.name);
        if (row.deprecated !== null && row.ends !== null)
          assert.ok(compareMinors(row.deprecated, row.ends) <= 0, row.name);
      }
    });
  }

  it('have the pages that their data makes', () => {
    execFileSync(process.execPath, [join(projectRoot, 'scripts/rule-docs.mjs'), '--check'], { stdio: 'pipe' });
  });

  it('are all there', () => {
    assert.ok(fieldRules.length >= 17);
  });
});

describe('words', () => {
  for (const { name, text, target, current, syntax = 'yaml' } of cases) {
    it(`of ${name} are in both tables, with every argument`, () => {
      const keys = new Set<string>();
      for (const { message, fixReason } of findingsOf(text, syntax, contextFor(target, current))) {
        for (const each of [message, ...(fixReason ? [fixReason] : [])]) collect(each, keys);
      }
      for (const key of keys) assert.ok(key in en && key in zhCn, key);
    });
  }
});

/** Keys of a message and its arguments; a placeholder without argument fails. */
function collect({ key, args = {} }: Message, into: Set<string>): void {
  into.add(key);
  const template = (en as Readonly<Record<string, string>>)[key] ?? '';
  for (const [, name] of template.matchAll(/\{(\w+)\}/g)) assert.ok(name! in args, `${key}: ${name}`);
  for (const value of Object.values(args)) {
    if (typeof value === 'object')
      for (const each of Array.isArray(value) ? value : [value]) collect(each as Message, into);
  }
}

describe('the hover', () => {
  for (const { name, text, target, current, syntax = 'yaml' } of cases) {
    it(`of ${name} says why, what to do, since when, and where that stands`, () => {
      const context = contextFor(target, current);
      for (const slice of splitDocuments(text, syntax)) {
        for (const finding of analyse(slice, context).findings) {
          if (!fieldRules.some(rule => rule.id === finding.ruleId)) continue;
          const { rows, changes, advice, sources } = explain(slice, finding, context);
          assert.equal(rows.length, 4);
          assert.deepEqual(changes, [{ key: `rule.${finding.ruleId}.how` }]);
          assert.equal(advice[0]?.key, `rule.${finding.ruleId}.why`);
          assert.ok(sources.length > 0);
          const keys = new Set<string>();
          for (const each of [...rows.flatMap(row => [row.label, row.value]), ...advice]) collect(each, keys);
          for (const key of keys) assert.ok(key in en && key in zhCn, key);
        }
      }
    });
  }

  it('does not call removed what has no effect', () => {
    const [slice] = splitDocuments(readFileSync(join(FOLDER, 'seccomp-annotation/block/before.yaml'), 'utf8'), 'yaml');
    const context = contextFor('1.33');
    const { rows } = explain(slice!, analyse(slice!, context).findings[0]!, context);
    assert.deepEqual(rows[1], {
      label: { key: 'fields.row.no-effect' },
      value: { key: 'explain.version', args: { version: '1.27' } },
    });
  });
});

describe('below the release in which it starts', () => {
  for (const { name, text, syntax = 'yaml' } of cases) {
    it(`${name} never grows milder as the target grows`, () => {
      const weight = { hint: 0, information: 1, warning: 2, error: 3 } as const;
      let before = 0;
      for (let minor = 16; minor <= 37; minor++) {
        // What a server of long ago refuses and a later one takes, and the other way round, is stated by name.
        const found = findingsOf(text, syntax, contextFor(`1.${minor}`)).filter(
          ({ ruleId }) => !ruleId.endsWith('-api') && ruleId !== 'ingress-class-annotation',
        );
        const now = found.reduce((sum, { severity }) => sum + weight[severity], 0);
        assert.ok(now >= before, `1.${minor}`);
        before = now;
      }
    });
  }
});

describe('the scanner', () => {
  for (const { name, text, target, current, syntax = 'yaml' } of cases) {
    it(`sees what a parse of ${name} sees`, () => {
      const context = contextFor(target, current);
      for (const slice of splitDocuments(text, syntax))
        assert.deepEqual(analyse(slice, context).findings, analyseParsed(slice, context).findings);
    });
  }

  it('finds a key that is followed by blanks, and no longer one', () => {
    const matcher = new TriggerMatcher(fieldRules.map(rule => rule.triggers));
    const owner = fieldRules.findIndex(rule => rule.id === 'deprecated-field');
    assert.ok(matcher.find('spec:\n  serviceAccount : x\n').has(owner));
    assert.ok(!matcher.find('spec:\n  serviceAccountName: x\n').has(owner));
  });
});

const pod = (indent: string): string =>
  [
    'metadata:',
    '  annotations:',
    '    seccomp.security.alpha.kubernetes.io/pod: runtime/default',
    'spec:',
    '  nodeSelector:',
    '    beta.kubernetes.io/os: linux',
    '  containers:',
    '  - name: a',
    '    image: k8s.gcr.io/a:1',
  ]
    .map(line => indent + line)
    .join('\n') + '\n';

const WORKLOADS: readonly [apiVersion: string, kind: string, head: string, depth: number][] = [
  ['v1', 'PodTemplate', 'template:\n', 1],
  ['v1', 'ReplicationController', 'spec:\n  template:\n', 2],
  ['apps/v1', 'Deployment', 'spec:\n  template:\n', 2],
  ['apps/v1', 'ReplicaSet', 'spec:\n  template:\n', 2],
  ['apps/v1', 'StatefulSet', 'spec:\n  template:\n', 2],
  ['apps/v1', 'DaemonSet', 'spec:\n  template:\n', 2],
  ['batch/v1', 'Job', 'spec:\n  template:\n', 2],
  ['batch/v1', 'CronJob', 'spec:\n  jobTemplate:\n    spec:\n      template:\n', 4],
];

describe('pods of every workload', () => {
  for (const [apiVersion, kind, head, depth] of WORKLOADS) {
    it(`${kind}: found and fixed in the template`, () => {
      const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n${head}${pod('  '.repeat(depth))}`;
      const context = contextFor('1.33');
      const found = findingsOf(text, 'yaml', context).map(({ ruleId }) => ruleId);
      assert.deepEqual(found, ['seccomp-annotation', 'node-label', 'legacy-registry']);
      const after = fixed(text, 'yaml', context);
      assert.deepEqual(findingsOf(after, 'yaml', context), []);
      const indent = '  '.repeat(depth);
      assert.ok(
        after.endsWith(
          `    image: registry.k8s.io/a:1\n${indent}  securityContext:\n${indent}    seccompProfile:\n${indent}      type: RuntimeDefault\n`,
        ),
      );
      assert.ok(!after.includes('annotations:'));
    });
  }

  it('a kind of the same name in another group is not looked at', () => {
    const text = `apiVersion: example.com/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n${pod('    ')}`;
    assert.deepEqual(findingsOf(text, 'yaml', contextFor('1.33')), []);
  });
});
