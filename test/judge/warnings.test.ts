// The recorded answers in test/fixtures/warnings are still what the live servers say.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Answer } from '../server/client';
import { readJson } from '../unit/catalogData';
import { createDry, readManifest } from './create';
import { discover } from './discovery';
import { judgeFor, projectRoot, RELEASES } from './servers';

interface RecordedAnswer {
  readonly status: number;
  readonly warnings: readonly string[];
  readonly message?: string;
}

const FOLDER = ['test', 'fixtures', 'warnings'];

function recorded({ status, warnings, text, json }: Answer): RecordedAnswer {
  // An answer that is no object (a path that is not served) has its message in plain text.
  const message =
    status < 300 ? undefined : text.startsWith('{') ? (json() as { message?: string }).message : text.trim();
  return { status, warnings, ...(message === undefined ? {} : { message }) };
}

for (const version of RELEASES) {
  test(`kube-apiserver ${version} answers as recorded`, async t => {
    const server = await judgeFor(t, version, { everything: true });
    if (server === undefined) return;
    const kinds = await discover(server);
    const cases = readdirSync(join(projectRoot, ...FOLDER)).sort();
    assert.ok(cases.length >= 40);
    for (const name of cases) {
      await t.test(name, async () => {
        const manifest = readFileSync(join(projectRoot, ...FOLDER, name, 'manifest.yaml'), 'utf8');
        const expected = readJson<Record<string, RecordedAnswer>>(...FOLDER, name, 'answers.json')[version];
        const answer = await createDry(server, kinds, readManifest(manifest), manifest);
        assert.deepEqual(recorded(answer), expected);
      });
    }
  });
}
