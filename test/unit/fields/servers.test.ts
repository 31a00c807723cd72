// What real servers answered to one object each (dry-run create with fieldValidation=Warn, every API on: kube-apiserver
// 1.32.13 and 1.36.3, in `warnings` 1.20.2 as well), and what the rules say for that server's version.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Finding } from '../../../src/core';
import { projectRoot, readJson } from '../catalogData';
import { contextFor, findingsOf } from './analysis';

interface Answer {
  readonly status: number;
  readonly warnings: readonly string[];
}

/** No server says anything of these: what we say is our own. */
const OURS: readonly string[] = ['docker-socket'];
const NOT_FOUND = 404;

for (const folder of ['warnings', 'answers']) {
  describe(`recorded in ${folder}`, () => {
    for (const name of readdirSync(join(projectRoot, 'test/fixtures', folder))) {
      const text = readFileSync(join(projectRoot, 'test/fixtures', folder, name, 'manifest.yaml'), 'utf8');
      const answers = readJson<Record<string, Answer>>('test/fixtures', folder, name, 'answers.json');
      for (const [version, answer] of Object.entries(answers)) {
        if (answer.status === NOT_FOUND) continue;
        it(`${name} on ${version}`, () => agrees(findingsOf(text, 'yaml', contextFor(version)), answer));
      }
    }
  });
}

function agrees(findings: readonly Finding[], { status, warnings }: Answer): void {
  const theirs = findings.filter(finding => !OURS.includes(finding.ruleId));
  const has = (severity: Finding['severity']): boolean => theirs.some(finding => finding.severity === severity);
  if (status >= 400) return assert.ok(has('error'), 'the server refuses it');
  if (warnings.length > 0) return assert.ok(has('error') || has('warning'), `the server warns: ${warnings.join('; ')}`);
  assert.ok(!has('error') && !has('warning'), 'the server says nothing');
  assert.ok(
    theirs.every(finding => !finding.deprecated),
    'what no server warns of is not struck through',
  );
}

describe('clean objects', () => {
  for (const name of ['pod-clean', 'service-clean', 'service-local-traffic']) {
    it(`${name} has no finding for any target`, () => {
      const text = readFileSync(join(projectRoot, 'test/fixtures/warnings', name, 'manifest.yaml'), 'utf8');
      for (let minor = 16; minor <= 37; minor++)
        assert.deepEqual(findingsOf(text, 'yaml', contextFor(`1.${minor}`)), []);
    });
  }
});

describe('a Docker socket', () => {
  const text = readFileSync(join(projectRoot, 'test/fixtures/warnings/pod-volume-docker-sock/manifest.yaml'), 'utf8');
  const severities = (target: string): string[] =>
    findingsOf(text, 'yaml', contextFor(target)).map(({ severity }) => severity);

  it('is a warning from 1.24 on, not struck through', () => {
    assert.deepEqual(severities('1.24'), ['warning']);
    assert.deepEqual(severities('1.36'), ['warning']);
    assert.ok(findingsOf(text, 'yaml', contextFor('1.36')).every(finding => !finding.deprecated));
  });

  it('is information while dockershim was deprecated, and nothing before', () => {
    assert.deepEqual(severities('1.23'), ['information']);
    assert.deepEqual(severities('1.19'), []);
  });
});
