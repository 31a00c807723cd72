/** `fix`: the diff it prints, what it writes and how, and what it leaves for a person. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Failure } from '../../src/cli/failure';
import { type Report } from '../../src/cli/report';
import { replaceFile } from '../../src/cli/write';
import { CLEAN, folder, type Folder, NEW_INGRESS, OLD_INGRESS, OLD_PSP } from './cliProcess';

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** Does what a user does with the diff. */
function apply(where: Folder, diff: string, tool: 'git' | 'patch'): void {
  const args = tool === 'git' ? ['apply', '--whitespace=nowarn', '-'] : ['-p1', '--binary', '--quiet'];
  const { status, stderr } = spawnSync(tool, args, { cwd: where.path, input: diff, encoding: 'utf8' });
  assert.equal(status, 0, `${stderr}\n${diff}`);
}

const available = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;

describe('fix prints a diff', () => {
  it('with three lines of context, and changes nothing', test => {
    const where = folder(test, { 'deploy/a.yaml': OLD_INGRESS, 'clean.yaml': CLEAN });
    const { status, stdout, stderr } = where.run(['fix', '.']);
    assert.equal(
      stdout,
      `--- a/deploy/a.yaml
+++ b/deploy/a.yaml
@@ -1,5 +1,5 @@
 # the shop's front door
-apiVersion: extensions/v1beta1   # since 2018
+apiVersion: networking.k8s.io/v1   # since 2018
 kind: Ingress
 metadata:
   name: shop
@@ -11,6 +11,9 @@
         paths:
           - path: /
+            pathType: ImplementationSpecific
             backend:
-              serviceName: shop   # the service
-              servicePort: 80
+              service:
+                name: shop   # the service
+                port:
+                  number: 80
`.replace('@@ -11,6 +11,9 @@\n', '@@ -10,6 +10,9 @@\n       http:\n'),
    );
    assert.equal(status, 0);
    assert.match(stderr, /^1 finding in 1 file can be fixed with certainty; --write does it\.\n$/);
    assert.equal(where.read('deploy/a.yaml'), OLD_INGRESS);
  });

  const files: Readonly<Record<string, string>> = {
    'plain.yaml': OLD_INGRESS,
    'crlf.yaml': crlf(OLD_INGRESS),
    'mark.yaml': `\ufeff${OLD_INGRESS}`,
    'no end.yaml': OLD_INGRESS.trimEnd(),
    '入口.yaml': `${CLEAN}---\n${OLD_INGRESS}---\n${CLEAN}---\n${OLD_INGRESS}`,
    'folder with blanks/a b.yaml': OLD_INGRESS,
  };
  for (const tool of ['git', 'patch'] as const) {
    it(`that ${tool} applies: line ends, marks, names, a missing last line end`, { skip: !available(tool) }, test => {
      const diffed = folder(test, files);
      const written = folder(test, files);
      apply(diffed, diffed.run(['fix', '.', '--quiet']).stdout, tool);
      assert.equal(written.run(['fix', '.', '--write']).status, 0);
      for (const name of Object.keys(files)) {
        assert.equal(diffed.read(name), written.read(name), name);
        assert.notEqual(diffed.read(name), files[name], name);
      }
    });
  }

  it('names the file a link leads to', test => {
    const where = folder(test, { 'real/a.txt': OLD_INGRESS, 'links/.keep': '' });
    symlinkSync('../real/a.txt', join(where.path, 'links', 'a.yaml'));
    assert.match(where.run(['fix', 'links']).stdout, /^--- a\/real\/a\.txt\n/);
  });

  it('of standard input', test => {
    const { status, stdout } = folder(test).run(['fix', '-'], { input: OLD_INGRESS });
    assert.equal(status, 0);
    assert.match(stdout, /^--- a\/<stdin>\n\+\+\+ b\/<stdin>\n@@ /);
  });

  it('or, with --format, the report of what would be left', test => {
    const where = folder(test, { 'a.yaml': OLD_INGRESS, 'b.yaml': OLD_PSP });
    const { status, stdout } = where.run(['fix', '.', '--format=json']);
    const report = JSON.parse(stdout) as Report;
    assert.deepEqual(
      report.findings.map(({ file, fix }) => [file, fix]),
      [['b.yaml', 'manual']],
    );
    assert.equal(status, 1);
    assert.equal(where.read('a.yaml'), OLD_INGRESS);
  });
});

describe('fix --write', () => {
  it('converts what is certain, reports what is left, and has nothing to do the second time', test => {
    const where = folder(test, { 'a.yaml': `${OLD_INGRESS}---\n${OLD_PSP}`, 'clean.yaml': CLEAN });
    const first = where.run(['fix', '.', '--write']);
    assert.equal(first.status, 1);
    assert.match(first.stdout, /^a\.yaml\n {2}\d+:13 {2}error {2}PodSecurityPolicy/);
    assert.equal(first.stderr, '1 finding fixed in 1 file.\n1 finding is left for a person.\n');
    assert.equal(where.read('a.yaml'), `${NEW_INGRESS}---\n${OLD_PSP}`);
    const second = where.run(['fix', '.', '--write']);
    assert.match(second.stderr, /^Nothing to fix with certainty\.\n/);
    assert.equal(where.read('a.yaml'), `${NEW_INGRESS}---\n${OLD_PSP}`);
    assert.equal(where.run(['fix', '.']).stdout, '');
  });

  it('leaves untouched files alone', test => {
    const where = folder(test, { 'clean.yaml': CLEAN, 'psp.yaml': OLD_PSP });
    const before = ['clean.yaml', 'psp.yaml'].map(name => statSync(join(where.path, name)).ino);
    where.run(['fix', '.', '--write']);
    assert.deepEqual(
      ['clean.yaml', 'psp.yaml'].map(name => statSync(join(where.path, name)).ino),
      before,
    );
  });

  it('keeps the byte order mark, the line ends and a missing last one', test => {
    const where = folder(test, { 'a.yaml': `\ufeff${crlf(OLD_INGRESS)}`, 'b.yaml': OLD_INGRESS.trimEnd() });
    assert.equal(where.run(['fix', '.', '--write']).status, 0);
    assert.equal(where.read('a.yaml'), `\ufeff${crlf(NEW_INGRESS)}`);
    assert.equal(where.read('b.yaml'), NEW_INGRESS.trimEnd());
  });

  it('keeps mode bits, and leaves nothing else in the folder', { skip: process.platform === 'win32' }, test => {
    const where = folder(test, { 'a.yaml': OLD_INGRESS, 'b.yaml': OLD_INGRESS });
    chmodSync(join(where.path, 'a.yaml'), 0o640);
    chmodSync(join(where.path, 'b.yaml'), 0o775);
    where.run(['fix', '.', '--write']);
    assert.deepEqual(
      ['a.yaml', 'b.yaml'].map(name => statSync(join(where.path, name)).mode & 0o7777),
      [0o640, 0o775],
    );
    assert.deepEqual(readdirSync(where.path).sort(), ['a.yaml', 'b.yaml']);
  });

  it('changes the file behind a link and keeps the link', test => {
    const where = folder(test, { 'real.txt': OLD_INGRESS });
    symlinkSync('real.txt', join(where.path, 'a.yaml'));
    assert.equal(where.run(['fix', 'a.yaml', '--write']).status, 0);
    assert.ok(lstatSync(join(where.path, 'a.yaml')).isSymbolicLink());
    assert.equal(where.read('real.txt'), NEW_INGRESS);
  });

  it('of standard input prints the converted text and nothing else there', test => {
    const { status, stdout, stderr } = folder(test).run(['fix', '--write', '-'], { input: `\ufeff${OLD_INGRESS}` });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: `\ufeff${NEW_INGRESS}` });
    assert.match(stderr, /1 finding fixed/);
  });

  it('of standard input passes on what it has no business with', test => {
    const input = 'replicas: 3\n';
    assert.deepEqual(folder(test).run(['fix', '--write', '--quiet', '-'], { input }), {
      status: 0,
      stdout: input,
      stderr: '',
    });
  });

  it(
    'ends with 2 and one line per file that cannot be written, and does the others',
    { skip: process.platform === 'win32' },
    test => {
      const where = folder(test, { 'a/a.yaml': OLD_INGRESS, 'b/b.yaml': OLD_INGRESS });
      // The temporary file's name is taken by a folder: works for the superuser too, whom no mode bits stop.
      const script = 'mkdir "a/.a.yaml.$$.tmp"; exec "$0" "$1" fix . --write --quiet';
      const entry = join(__dirname, '..', '..', 'src', 'cli', 'main.js');
      const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, entry], {
        cwd: where.path,
        encoding: 'utf8',
      });
      assert.equal(status, 2);
      assert.match(stderr, /^kube-upgrade-readiness: cannot write a\/a\.yaml: .+\n$/);
      assert.deepEqual([where.read('a/a.yaml'), where.read('b/b.yaml')], [OLD_INGRESS, NEW_INGRESS]);
    },
  );
});

describe('fix --keep-defaults', () => {
  const deployment = `apiVersion: apps/v1beta1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers: [{name: web, image: nginx}]
`;

  it('also writes down the defaults that the new version would change', test => {
    const write = (...more: string[]): string => {
      const where = folder(test, { 'a.yaml': deployment });
      assert.equal(where.run(['fix', 'a.yaml', '--write', ...more]).status, 0);
      return where.read('a.yaml');
    };
    assert.match(write('--keep-defaults'), /^apiVersion: apps\/v1\n[\s\S]*\n {2}revisionHistoryLimit: 2\n/);
    assert.match(write(), /^apiVersion: apps\/v1\n(?![\s\S]*revisionHistoryLimit)/);
  });
});

describe('replaceFile', () => {
  it('refuses when the file is no longer what the text was made from', test => {
    const where = folder(test, { 'a.yaml': 'old' });
    const path = join(where.path, 'a.yaml');
    writeFileSync(path, 'other');
    assert.throws(
      () => replaceFile(path, 'a.yaml', Buffer.from('old'), Buffer.from('new')),
      (error: unknown) => error instanceof Failure && error.key === 'cli.changedMeanwhile',
    );
    assert.equal(readFileSync(path, 'utf8'), 'other');
    assert.deepEqual(readdirSync(where.path), ['a.yaml']);
  });

  it('never leaves half a file: whoever has the old one open still reads it whole', test => {
    const where = folder(test, { 'a.yaml': 'old' });
    const path = join(where.path, 'a.yaml');
    const before = statSync(path).ino;
    replaceFile(path, 'a.yaml', Buffer.from('old'), Buffer.from('new'));
    assert.equal(readFileSync(path, 'utf8'), 'new');
    assert.notEqual(statSync(path).ino, before);
  });
});
