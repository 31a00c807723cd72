/** Version constraints, held against the answers of the library that Helm uses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { satisfies } from '../../../src/core/helm/semver';

const path = join(__dirname, '../../../../test/fixtures/helm/semver.json');
const answers = JSON.parse(readFileSync(path, 'utf8')) as {
  readonly versions: readonly string[];
  readonly constraints: Readonly<Record<string, string>>;
};

describe('version constraints', () => {
  for (const [constraint, expected] of Object.entries(answers.constraints)) {
    it(`“${constraint}” lets in what it does in Helm`, () => {
      const given = answers.versions.map(version => {
        const answer = satisfies(version, constraint);
        return answer === undefined ? 'e' : answer ? 'y' : 'n';
      });
      assert.equal(given.join(''), expected);
    });
  }
});
