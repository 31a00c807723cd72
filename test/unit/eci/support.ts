/** What the ECI tests share: a context with the table, objects of every kind, findings as short rows, fixes as text. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { analyse, analyseParsed } from '../../../src/core/analyse';
import { createEciCatalog, type EciData, type EciRow } from '../../../src/core/annotations/catalog';
import { editsFor } from '../../../src/core/fixes';
import { type Context } from '../../../src/core/model/context';
import { type Syntax } from '../../../src/core/model/document';
import { type Finding } from '../../../src/core/model/finding';
import { type Fix } from '../../../src/core/model/fix';
import { applyEdits } from '../../../src/core/model/text';
import { splitDocuments } from '../../../src/core/yaml/split';
import { format } from '../../../src/words';
import { projectRoot } from '../catalogData';
import { contextOf, type Terms } from '../core/support';

const script = join(projectRoot, 'scripts', 'data-pack-eci.mjs');
export const data = JSON.parse(execFileSync(process.execPath, [script, '--stdout'], { encoding: 'utf8' })) as EciData;
export const eci = createEciCatalog(data);

export function eciContext(terms: Terms = {}): Context {
  return { ...contextOf(terms), eci };
}

export const usual = eciContext();
/** The table has not been read yet. */
export const withoutEci = contextOf();

export const K = 'k8s.aliyun.com/';

/** Rows of YAML, each a level deeper where it is nested. */
export function indent(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}

export function entries(map: Readonly<Record<string, string>>): string {
  return Object.entries(map)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

export interface Parts {
  readonly annotations?: string;
  readonly labels?: string;
  /** The workload's own. */
  readonly outer?: string;
  readonly outerLabels?: string;
}

const POD_SPEC = 'spec:\n  containers:\n    - name: app\n      image: registry.example.com/app:1\n';

function metadata(name: string, annotations = '', labels = ''): string {
  const maps = [
    labels === '' ? '' : `  labels:\n${indent(labels, 4)}`,
    annotations === '' ? '' : `  annotations:\n${indent(annotations, 4)}`,
  ].join('');
  return name === '' && maps === '' ? '' : `metadata:\n${name === '' ? '' : `  name: ${name}\n`}${maps}`;
}

/** Objects that hold pods, with what is given at its place. */
export const KINDS: Readonly<Record<string, (parts: Parts) => string>> = {
  Pod: ({ annotations, labels }) => `apiVersion: v1\nkind: Pod\n${metadata('a', annotations, labels)}${POD_SPEC}`,
  ...Object.fromEntries(
    [
      ['Deployment', 'apps/v1'],
      ['ReplicaSet', 'apps/v1'],
      ['StatefulSet', 'apps/v1'],
      ['DaemonSet', 'apps/v1'],
      ['Job', 'batch/v1'],
      ['ReplicationController', 'v1'],
    ].map(([kind, apiVersion]) => [
      kind,
      ({ annotations, labels, outer, outerLabels }: Parts) =>
        `apiVersion: ${apiVersion}\nkind: ${kind}\n${metadata('a', outer, outerLabels)}spec:\n  template:\n` +
        indent(metadata('', annotations, labels) + POD_SPEC, 4),
    ]),
  ),
  CronJob: ({ annotations, labels, outer, outerLabels }) =>
    `apiVersion: batch/v1\nkind: CronJob\n${metadata('a', outer, outerLabels)}spec:\n  schedule: 1 1 * * *\n` +
    '  jobTemplate:\n    spec:\n      template:\n' +
    indent(metadata('', annotations, labels) + POD_SPEC, 8),
};

/** ECI's findings as `severity rule text`; the scanner must never make a difference to them. */
export function found(text: string, context = usual, syntax: Syntax = 'yaml'): string[] {
  return findings(text, context, syntax).map(
    ({ finding, of }) => `${finding.severity} ${finding.ruleId.replace(/^eci-(?:annotation-)?/, '')} ${of}`,
  );
}

export function findings(
  text: string,
  context = usual,
  syntax: Syntax = 'yaml',
): { finding: Finding; of: string; fix: Fix; fixed: string[]; titles: string[] }[] {
  return splitDocuments(text, syntax).flatMap(slice => {
    const analysis = analyse(slice, context);
    assert.deepEqual(analysis.findings, analyseParsed(slice, context).findings, 'the parser alone says the same');
    return analysis.findings
      .filter(({ ruleId }) => ruleId.startsWith('eci-'))
      .map(finding => {
        const fix = editsFor(slice, finding, 'preferred', context);
        const whole = (edits: Parameters<typeof applyEdits>[1]): string =>
          text.slice(0, slice.start) + applyEdits(slice.text, edits) + text.slice(slice.start + slice.text.length);
        const choices = fix.kind === 'choices' ? fix.choices : fix.kind === 'edits' ? [fix] : [];
        return {
          finding,
          of: slice.text.slice(finding.start, finding.end),
          fix,
          fixed: choices.map(({ edits }) => whole(edits)),
          titles: choices.map(({ title }) => (title ? format(title, 'en') : '')),
        };
      });
  });
}

/** The one finding of a rule, its fix and what the fix makes of the text. */
export function only(text: string, rule: string, context = usual, syntax: Syntax = 'yaml') {
  const all = findings(text, context, syntax).filter(({ finding }) => finding.ruleId === rule);
  assert.equal(all.length, 1, `${all.length} findings of ${rule}:\n${text}`);
  return all[0]!;
}

/** What a row needs beside it so that nothing is missing. */
export function companions(row: EciRow): Record<string, string> {
  const { needs } = row;
  if (!needs || (needs.when && !needs.when.includes(row.example))) return {};
  const value = needs.values?.[0] ?? eci.find(needs.key)!.example;
  const other = eci.find(needs.key)!;
  return { [needs.key]: value, ...(other.key === row.key ? {} : companionsOf(other, value)) };
}

function companionsOf(row: EciRow, value: string): Record<string, string> {
  return row.needs?.when?.includes(value) ? { [row.needs.key]: eci.find(row.needs.key)!.example } : {};
}

export interface Case {
  readonly is: string;
  readonly says: readonly string[];
  /** Annotations after the fix; absent where there is none. */
  readonly becomes?: string;
  readonly fix?: string;
}

/** Each case in every kind of object: the findings, and the fix of the one of this rule. */
export function table(rule: string, cases: readonly Case[]): void {
  for (const { is, says, becomes, fix } of cases) {
    it(is.trim().replace(/\n/g, ' · '), () => {
      for (const [kind, make] of Object.entries(KINDS)) {
        assert.deepEqual(found(make({ annotations: is })), says, kind);
        if (says.length === 0) continue;
        const { finding, fixed } = only(make({ annotations: is }), rule);
        assert.equal(finding.fix, fix ?? 'none', kind);
        assert.deepEqual(fixed, becomes === undefined ? [] : [make({ annotations: becomes })], kind);
      }
    });
  }
}
