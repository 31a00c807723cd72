/** Which files are looked at, and what is said of those that cannot be. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Report } from '../../src/cli/report';
import { CLEAN, ENTRY, folder, type Folder, OLD_INGRESS } from './cliProcess';

function scan(where: Folder, ...args: string[]): Report {
  const { stdout, stderr, status } = where.run(['scan', '--format=json', ...args]);
  assert.equal(stderr, '');
  assert.notEqual(status, 2);
  return JSON.parse(stdout) as Report;
}

const filesOf = (report: Report): string[] => report.findings.map(finding => finding.file);
const problemsOf = (report: Report): (string | null)[] => report.problems.map(problem => problem.file);

describe('files in folders', () => {
  it('takes manifests by their extension, templates below templates/, and nothing from node_modules and .git', test => {
    const where = folder(test, {
      'b.yaml': OLD_INGRESS,
      'a/c.YML': OLD_INGRESS,
      'a/d.json': JSON.stringify({ apiVersion: 'extensions/v1beta1', kind: 'Ingress', metadata: { name: 'd' } }),
      'chart/templates/e.tpl': OLD_INGRESS,
      '.github/f.yaml': OLD_INGRESS,
      'g.tpl': OLD_INGRESS,
      'README.md': OLD_INGRESS,
      'node_modules/x/h.yaml': OLD_INGRESS,
      'a/.git/i.yaml': OLD_INGRESS,
    });
    const report = scan(where, '.');
    assert.deepEqual(filesOf(report), ['.github/f.yaml', 'a/c.YML', 'a/d.json', 'b.yaml', 'chart/templates/e.tpl']);
    assert.equal(report.summary.files, 5);
    assert.deepEqual(report.problems, []);
  });

  it('reads a file named directly whatever its name, and each file once', test => {
    const where = folder(test, { 'dir/manifest.txt': OLD_INGRESS, 'dir/a.yaml': OLD_INGRESS });
    assert.deepEqual(filesOf(scan(where, 'dir/a.yaml', 'dir', './dir/manifest.txt', join(where.path, 'dir'))), [
      'dir/a.yaml',
      'dir/manifest.txt',
    ]);
  });

  it('names files from the working folder, also above it', test => {
    const where = folder(test, { 'x/a.yaml': OLD_INGRESS, 'y/.keep': '' });
    const { stdout } = spawnSync(process.execPath, [ENTRY, 'scan', '../x', '--format=json'], {
      cwd: join(where.path, 'y'),
      encoding: 'utf8',
    });
    assert.deepEqual(filesOf(JSON.parse(stdout) as Report), ['../x/a.yaml']);
  });

  it('walks a folder that is named like a manifest', test => {
    assert.deepEqual(filesOf(scan(folder(test, { 'all.yaml/a.yaml': OLD_INGRESS }), '.')), ['all.yaml/a.yaml']);
  });

  it('counts documents with content, and objects', test => {
    const where = folder(test, {
      'a.yaml': `---\n${CLEAN}---\n# only a comment\n---\n\n---\n${OLD_INGRESS}---\n`,
      'values.yaml': 'a: 1\n',
    });
    const { summary } = scan(where, '.');
    assert.deepEqual(
      { ...summary },
      { files: 2, documents: 2, resources: 2, error: 1, warning: 0, information: 0, hint: 0, ignored: 0, problems: 0 },
    );
  });
});

describe('links', () => {
  it('that loop end, those to elsewhere are followed once, under the real name where there is one', test => {
    const where = folder(test, {
      'in/a.yaml': OLD_INGRESS,
      'in/sub/b.yaml': OLD_INGRESS,
      'out/c.yaml': OLD_INGRESS,
      'out/d.yaml': OLD_INGRESS,
    });
    symlinkSync('..', join(where.path, 'in', 'sub', 'up'));
    symlinkSync('../..', join(where.path, 'in', 'sub', 'above'));
    symlinkSync('sub', join(where.path, 'in', 'aaa'));
    symlinkSync('a.yaml', join(where.path, 'in', '0.yaml'));
    symlinkSync('../out', join(where.path, 'in', 'linked'));
    symlinkSync('../out', join(where.path, 'in', 'again'));
    const report = scan(where, 'in');
    assert.equal(report.findings.length, 4);
    assert.deepEqual(filesOf(report).slice(0, 1), ['in/a.yaml']);
    assert.deepEqual(
      filesOf(report).filter(name => name.endsWith('b.yaml')),
      ['in/sub/b.yaml'],
    );
    assert.deepEqual(report.problems, []);
  });

  it('that lead nowhere are problems', test => {
    const where = folder(test, { 'a.yaml': CLEAN });
    symlinkSync('gone.yaml', join(where.path, 'b.yaml'));
    symlinkSync('self', join(where.path, 'self'));
    symlinkSync('gone.md', join(where.path, 'README.md'));
    const report = scan(where, '.');
    assert.deepEqual(problemsOf(report), ['b.yaml', 'self']);
    assert.match(report.problems[0]!.message, /no such file or directory/);
  });

  it('to the same bytes by a hard link are two files', test => {
    const where = folder(test, { 'a.yaml': OLD_INGRESS });
    linkSync(join(where.path, 'a.yaml'), join(where.path, 'b.yaml'));
    assert.deepEqual(filesOf(scan(where, '.')), ['a.yaml', 'b.yaml']);
  });
});

describe('content that is no manifest', () => {
  const binary = Buffer.from([0x61, 0x00, 0xff, 0xfe]);
  const latin1 = Buffer.from('apiVersion: v1\nkind: ConfigMap # d\xe9j\xe0\n', 'latin1');
  const utf16 = Buffer.from(`\ufeff${OLD_INGRESS}`, 'utf16le');

  it('is a problem inside a folder, and the status goes by the findings', test => {
    const where = folder(test, {
      'a.yaml': binary,
      'b.yaml': latin1,
      'c.yaml': utf16,
      'd.bin': binary,
      'e.yaml': CLEAN,
    });
    const { status, stdout } = where.run(['scan', '.', '--format=json']);
    const report = JSON.parse(stdout) as Report;
    assert.equal(status, 0);
    assert.deepEqual(problemsOf(report), ['a.yaml', 'b.yaml', 'c.yaml']);
    assert.match(report.problems[1]!.message, /not UTF-8/);
    assert.equal(report.summary.problems, 3);
  });

  for (const [name, bytes] of Object.entries({ binary, latin1, utf16 })) {
    it(`ends the run when named: ${name}`, test => {
      const { status, stderr } = folder(test, { 'a.yaml': bytes }).run(['scan', 'a.yaml']);
      assert.equal(status, 2);
      assert.match(stderr, /cannot read a\.yaml/);
    });
  }

  it('a document that does not parse is a problem with its place; the others are judged', test => {
    const where = folder(test, {
      'a.yaml': `apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: [a\n---\n${OLD_INGRESS}`,
    });
    const report = scan(where, '.');
    assert.ok(report.problems.some(problem => problem.file === 'a.yaml' && problem.range !== null));
    assert.ok(report.findings.some(finding => finding.resource.name === 'shop' && finding.fix === 'certain'));
  });

  it('a target newer than the data is said once, not passed over', test => {
    const report = scan(folder(test, { 'a.yaml': OLD_INGRESS, 'b.yaml': CLEAN }), '.', '--target-version=1.99');
    assert.deepEqual(
      problemsOf(report).filter(name => name === null),
      [null],
    );
    assert.match(report.problems[0]!.message, /newer than the data/);
    assert.equal(report.findings.length, 1);
  });
});

describe('places', () => {
  it('count UTF-16 units from 0, without the byte order mark, whatever ends the lines', test => {
    const text = '# 😀\r\nmetadata: {name: "😀"}\r\nkind: Ingress\r\n"apiVersion": "extensions/v1beta1"\r\n';
    const where = folder(test, {
      'a.yaml': `\ufeff${text}`,
      'b.json': '{"kind":"Ingress","metadata":{"name":"😀"},"apiVersion":"extensions/v1beta1"}',
    });
    const [yaml, json] = scan(where, '.').findings;
    assert.equal(yaml!.range.start.line, 3);
    assert.equal(
      text.split('\r\n')[3]!.slice(yaml!.range.start.character, yaml!.range.end.character).replaceAll('"', ''),
      'extensions/v1beta1',
    );
    assert.equal(
      where.read('b.json').slice(json!.range.start.character, json!.range.end.character).replaceAll('"', ''),
      'extensions/v1beta1',
    );
  });
});

describe('streams', () => {
  it('standard input carries the name <stdin> and can stand beside files', test => {
    const where = folder(test, { 'a.yaml': OLD_INGRESS });
    const { status, stdout } = where.run(['scan', '-', 'a.yaml', '-', '--format=json'], { input: OLD_INGRESS });
    assert.equal(status, 1);
    assert.deepEqual(filesOf(JSON.parse(stdout) as Report), ['<stdin>', 'a.yaml']);
  });

  it('reads a named pipe to its end', { skip: process.platform === 'win32' }, test => {
    const where = folder(test, { 'a.yaml': OLD_INGRESS.replace('spec:', `# ${'x'.repeat(400_000)}\nspec:`) });
    const command = 'cat a.yaml > pipe & exec "$0" "$1" scan pipe --format=json';
    const { stdout } = spawnSync('sh', ['-c', `mkfifo pipe; ${command}`, process.execPath, ENTRY], {
      cwd: where.path,
      encoding: 'utf8',
    });
    assert.deepEqual(filesOf(JSON.parse(stdout) as Report), ['pipe']);
  });

  it('survives a reader that goes away', async test => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`f${at}.yaml`, OLD_INGRESS]));
    const where = folder(test, files);
    const child = spawn(process.execPath, [ENTRY, 'scan', '.', '--format=json'], { cwd: where.path });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise(done => child.on('close', done));
    assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
  });

  it('prints no progress where standard error is no terminal', test => {
    const where = folder(test);
    mkdirSync(join(where.path, 'empty'));
    const { status, stdout, stderr } = where.run(['scan', 'empty']);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /0 files/);
  });
});
