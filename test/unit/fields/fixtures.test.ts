// Each case under test/fixtures/fields: what is found where, and the text after all fixes, byte for byte.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../../src/core/rules';
import { type Rule } from '../../../src/core/judge/rule';
import { type Syntax } from '../../../src/core';
import { projectRoot, readJson } from '../catalogData';
import { contextFor, findingsOf, fixed } from './analysis';

const FOLDER = join(projectRoot, 'test/fixtures/fields');

interface Case {
  readonly target: string;
  readonly current?: string;
  readonly syntax?: Syntax;
  readonly findings: readonly unknown[];
}

for (const rule of readdirSync(FOLDER)) {
  describe(rule, () => {
    it('is a rule', () => {
      assert.ok((rules as readonly Rule[]).some(each => each.id === rule));
    });
    for (const name of readdirSync(join(FOLDER, rule))) {
      const folder = join(FOLDER, rule, name);
      const {
        target,
        current,
        syntax = 'yaml',
        findings,
      } = readJson<Case>('test/fixtures/fields', rule, name, 'findings.json');
      const before = readFileSync(join(folder, 'before.yaml'), 'utf8');
      const context = contextFor(target, current);

      it(`${name}: what is found`, () => {
        const found = findingsOf(before, syntax, context).filter(finding => !finding.ruleId.endsWith('-api'));
        const shown = found.map(finding => ({
          rule: finding.ruleId,
          line: before.slice(0, finding.start).split('\n').length,
          text: before.slice(finding.start, finding.end),
          severity: finding.severity,
          deprecated: finding.deprecated,
          fix: finding.fix,
        }));
        assert.deepEqual(shown, findings);
      });

      it(`${name}: what the fixes make of it`, () => {
        const after = join(folder, 'after.yaml');
        assert.equal(fixed(before, syntax, context), existsSync(after) ? readFileSync(after, 'utf8') : before);
      });

      if (syntax === 'helm') {
        it(`${name}: nothing in a template is changed unasked`, () => {
          assert.equal(fixed(before, syntax, context, true), before);
        });
      }
    }
  });
}
