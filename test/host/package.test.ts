// Makes the .vsix and installs it in the VS Code server, as a user would.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { installAndList } from './server';

const root = resolve(__dirname, '..', '..', '..');

test('the packaged extension is small, installs in VS Code and is listed', async () => {
  const home = mkdtempSync(join(tmpdir(), 'kube-upgrade-vsix-'));
  try {
    const vsix = join(home, 'extension.vsix');
    execFileSync(process.execPath, ['scripts/package.mjs', '--no-build', '--out', vsix], { cwd: root, stdio: 'pipe' });
    const { size } = statSync(vsix);
    assert.ok(size < 1024 * 1024, `${size} bytes`);
    const { publisher, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    const { listed, files } = await installAndList(root, vsix);
    assert.deepEqual(listed, [`${publisher}.${name}@${version}`]);
    for (const file of ['package.json', 'dist/extension.js', 'dist/web.js', 'dist/THIRD_PARTY_NOTICES.txt']) {
      assert.ok(files.includes(file), `${file} is not installed; there are ${files.join(', ')}`);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
