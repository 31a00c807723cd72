// What is shipped: the bundles stay small and both packages hold what runs and nothing else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';

const root = resolve(__dirname, '..', '..', '..');
const KB = 1024;

/** Every file must match a pattern, and every pattern a file. */
function assertFiles(files: readonly string[], patterns: readonly RegExp[]): void {
  const strange = files.filter(file => !patterns.some(pattern => pattern.test(file)));
  assert.deepEqual(strange, [], 'files that do not belong into the package');
  const missing = patterns.filter(pattern => !files.some(file => pattern.test(file)));
  assert.deepEqual(missing.map(String), [], 'patterns that no file of the package matches');
}

const listed = {
  extension(): readonly string[] {
    const script = `const v = require('@vscode/vsce'); v.listFiles({ cwd: '.', packageManager: v.PackageManager.None }).then(f => console.log(JSON.stringify(f)))`;
    return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })) as string[];
  },
  npm(): readonly string[] {
    const text = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    // npm answers a list or, from version 12 on, an object by package name.
    const answer = Object.values(JSON.parse(text) as Record<string, { files: readonly { path: string }[] }>);
    return answer.flatMap(one => one.files.map(file => file.path));
  },
};

describe('bundle sizes', () => {
  for (const name of ['extension.js', 'web.js']) {
    it(`dist/${name} is at most 250 KB`, () => {
      const { size } = statSync(resolve(root, 'dist', name));
      assert.ok(size <= 250 * KB, `${(size / KB).toFixed(1)} KB`);
    });
  }

  it('the core waits in a file of its own, at most 350 KB', () => {
    for (const name of ['core.js', 'core.mjs']) {
      const { size } = statSync(resolve(root, 'dist', name));
      assert.ok(size > 100 * KB && size <= 350 * KB, `${name}: ${(size / KB).toFixed(1)} KB`);
    }
  });

  it("the extension asks for none of the command line's words, which its bundles leave out", () => {
    for (const name of ['extension.js', 'web.js', 'core.js', 'core.mjs']) {
      assert.doesNotMatch(readFileSync(resolve(root, 'dist', name), 'utf8'), /["'`]cli\.\w/, name);
    }
    assert.match(readFileSync(resolve(root, 'dist', 'cli.js'), 'utf8'), /["'`]cli\.\w/);
  });

  it('the web bundle asks for no module but vscode', () => {
    const text = readFileSync(resolve(root, 'dist', 'web.js'), 'utf8');
    const asked = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(match => match[1]);
    assert.deepEqual([...new Set(asked)], ['vscode']);
  });
});

describe('packages', () => {
  it('the extension holds what runs and nothing else', () => {
    assertFiles(listed.extension(), [
      /^package\.json$/,
      /^package\.nls\.json$/,
      /^package\.nls\.zh-cn\.json$/,
      /^README\.md$/,
      /^CHANGELOG\.md$/,
      /^SECURITY\.md$/,
      /^LICENSE$/,
      /^dist\/extension\.js$/,
      /^dist\/web\.js$/,
      /^dist\/core\.m?js$/,
      /^dist\/cluster\.js$/,
      /^dist\/clusterView\.js$/,
      /^dist\/data\/[\w-]+\.json$/,
      /^dist\/data\/words\.(en|zh-cn)\.json$/,
      /^dist\/THIRD_PARTY_NOTICES\.txt$/,
      /^l10n\/bundle\.l10n(\.zh-cn)?\.json$/,
      /^media\/icon\.png$/,
      /^media\/example-snapshot\.json$/,
      /^media\/[\w-]+\.svg$/,
      /^media\/walkthrough\/[\w-]+\.(svg|md|yaml)$/,
      /^schemas\/[\w.-]+\.json$/,
      /^syntaxes\/[\w.-]+\.json$/,
    ]);
  });

  it('the npm package holds the command line and nothing else', () => {
    assertFiles(listed.npm(), [
      /^package\.json$/,
      /^README\.md$/,
      /^CHANGELOG\.md$/,
      /^LICENSE$/,
      /^dist\/cli\.js$/,
      /^dist\/cluster\.js$/,
      /^dist\/data\/[\w-]+\.json$/,
      /^dist\/THIRD_PARTY_NOTICES\.txt$/,
    ]);
  });

  it('the command line is a program of its own', () => {
    const path = resolve(root, 'dist', 'cli.js');
    assert.match(readFileSync(path, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o111, 0o111, 'executable by everybody');
  });

  it('the notices name every npm package that is bundled', () => {
    const notices = readFileSync(resolve(root, 'dist', 'THIRD_PARTY_NOTICES.txt'), 'utf8');
    const shipped = ['extension', 'web', 'core', 'cli', 'cluster'].flatMap(
      name => JSON.parse(readFileSync(resolve(root, 'out', 'bundled', `${name}.json`), 'utf8')) as string[],
    );
    assert.notEqual(shipped.length, 0);
    for (const path of new Set(shipped)) {
      const { name, version } = JSON.parse(readFileSync(resolve(root, path, 'package.json'), 'utf8')) as Record<
        string,
        string
      >;
      assert.ok(notices.includes(`${name} ${version} (`), `${name} ${version} is not in the notices`);
    }
  });

  it('the manifest names only files that exist', () => {
    const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      main: string;
      browser: string;
      icon?: string;
      l10n: string;
    };
    const named = [manifest.main, manifest.browser, manifest.l10n, ...(manifest.icon ? [manifest.icon] : [])];
    assert.deepEqual(
      named.filter(path => !existsSync(resolve(root, path))),
      [],
    );
    assert.ok(readdirSync(resolve(root, 'l10n')).length > 0);
  });
});
