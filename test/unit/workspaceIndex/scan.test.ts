/** The scan: what it enters, what it reads again, how it stops, and workspaces that misbehave. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { GitIgnore } from '../../../src/workspace/gitignore';
import { PathFilter } from '../../../src/workspace/filter';
import { type Files, type Root, walk } from '../../../src/workspace/scan';
import { contextOf } from '../core/support';
import { Random } from '../fuzz/random';
import { manifest, pathOf, type World, world } from './support';

const OLD = manifest('extensions/v1beta1', 'Ingress', 'web');
const names = ({ index }: World): string[] => [...index.files()].map(({ label }) => label).sort();
const errors = ({ index }: World): number => index.totals().error;

describe('what is entered', () => {
  it('is every manifest, JSON file and template, but no node_modules, no .git and no other file', async () => {
    const made = world({
      'a.yaml': OLD,
      'b/c.yml': OLD,
      'd.json': '{}',
      'chart/templates/_helpers.tpl': 'x',
      'other.tpl': 'x',
      'README.md': OLD,
      'node_modules/x/a.yaml': OLD,
      '.git/a.yaml': OLD,
      '.github/workflows/ci.yaml': 'on: push\n',
    });
    assert.deepEqual(await made.scan(), []);
    assert.deepEqual(names(made), [
      '.github/workflows/ci.yaml',
      'a.yaml',
      'b/c.yml',
      'chart/templates/_helpers.tpl',
      'd.json',
    ]);
    assert.equal(made.analysed, 2, 'only files with the word are judged');
  });

  it('follows .gitignore at every level, with its exceptions', async () => {
    const made = world({
      '.gitignore': 'build/\n*.gen.yaml\n!keep.gen.yaml\n/top.yaml\n# a comment\n',
      'build/a.yaml': OLD,
      'x/build/a.yaml': OLD,
      'a.gen.yaml': OLD,
      'x/keep.gen.yaml': OLD,
      'top.yaml': OLD,
      'x/top.yaml': OLD,
      'y/.gitignore': '*.yaml\n!z.yaml\n',
      'y/a.yaml': OLD,
      'y/z.yaml': OLD,
    });
    await made.scan();
    assert.deepEqual(names(made), ['x/keep.gen.yaml', 'x/top.yaml', 'y/z.yaml']);
  });

  it('leaves out what a setting excludes, without entering it', async () => {
    const made = world({ 'a/b.yaml': OLD, 'c.yaml': OLD }, path => path === 'a');
    await made.scan();
    assert.deepEqual(names(made), ['c.yaml']);
  });

  const lines: readonly (readonly [string, string, boolean, boolean | null])[] = [
    ['a/**/b', 'a/x/y/b', false, true],
    ['a/**/b', 'a/b', false, true],
    ['doc/*.txt', 'doc/sub/a.txt', false, null],
    ['\\#odd', '#odd', false, true],
    ['{a}', '{a}', false, true],
    ['foo/', 'foo', false, null],
    ['trailing ', 'trailing', false, true],
  ];
  for (const [line, path, isFolder, expected] of lines) {
    it(`reads the line ${JSON.stringify(line)} as Git does for ${path}`, () => {
      assert.equal(new GitIgnore(line).verdict(path, isFolder), expected);
    });
  }
});

describe('a further scan', () => {
  it('reads only what changed, and forgets what is gone', async () => {
    const made = world({ 'a.yaml': OLD, 'b.yaml': OLD, 'c.yaml': 'x: 1\n', 'd.yaml': OLD });
    await made.scan();
    made.files.reads = [];
    made.analysed = 0;
    made.files.write('b.yaml', 'nothing: here\n');
    made.files.texts.delete('d.yaml');
    await made.scan();
    assert.deepEqual(made.files.reads, ['b.yaml']);
    assert.equal(made.analysed, 0);
    assert.equal(errors(made), 1);
    assert.deepEqual(names(made), ['a.yaml', 'b.yaml', 'c.yaml']);
  });

  it('does not judge again what only has a new time, as after a branch switched to and back', async () => {
    const made = world({ 'a.yaml': OLD });
    await made.scan();
    made.files.write('a.yaml', OLD);
    await made.scan();
    assert.equal(made.analysed, 1);
    assert.deepEqual(made.files.reads, ['a.yaml', 'a.yaml']);
    await made.scan();
    assert.equal(made.files.reads.length, 2, 'and the new time is remembered');
  });

  it('judges again for another target, but reads nothing that holds no object', async () => {
    const made = world({ 'a.yaml': OLD, 'b.yaml': 'x: 1\n' });
    await made.scan();
    assert.equal(errors(made), 1);
    made.index.invalidate();
    assert.equal(errors(made), 1, 'what is known stays on show meanwhile');
    await made.scan({ context: contextOf({ target: '1.13' }) });
    assert.equal(errors(made), 0);
    assert.deepEqual(made.files.reads, ['a.yaml', 'b.yaml', 'a.yaml']);
  });

  it('leaves files alone that are open in an editor', async () => {
    const made = world({ 'a.yaml': OLD });
    made.open.add('a.yaml');
    await made.scan();
    assert.deepEqual(made.files.reads, []);
  });

  it('goes on where a cancelled one stopped', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`f${at}.yaml`, OLD]));
    const made = world(files);
    const cancellation = { cancelled: false };
    const read = made.files.read.bind(made.files);
    made.files.read = async file => {
      if (made.files.reads.length === 50) cancellation.cancelled = true;
      return read(file);
    };
    await made.scan({ cancellation });
    const first = made.index.size;
    assert.ok(first > 40 && first < 100, String(first));
    made.files.reads = [];
    await made.scan();
    assert.equal(made.index.size, 200);
    assert.equal(made.files.reads.length, 200 - first, 'nothing twice');
  });
});

describe('a workspace that misbehaves', () => {
  it('ends, and names everything that was left out', async () => {
    const made = world({
      'a.yaml': OLD,
      'huge.yaml': OLD,
      'latin.yaml': '\u00ff apiVersion: v1 \u00e9\n',
      'locked/a.yaml': OLD,
      'secret.yaml': OLD,
    });
    made.files.links.add('loop');
    made.files.links.add('link.yaml');
    made.files.sizes.set('huge.yaml', 200 * 1024 * 1024);
    made.files.denied.add('locked');
    made.files.denied.add('secret.yaml');
    assert.deepEqual(await made.scan(), [
      'huge.yaml workspace.skipped.size',
      'latin.yaml workspace.skipped.notText',
      'link.yaml workspace.skipped.link',
      'locked workspace.skipped.folder',
      'loop workspace.skipped.link',
      'secret.yaml workspace.skipped.file',
    ]);
    assert.ok(!made.files.reads.includes('huge.yaml'), 'a huge file is not read');
    made.files.denied.clear();
    made.files.write('secret.yaml', OLD);
    assert.equal(
      (await made.scan()).some(line => line.startsWith('secret')),
      false,
      'and it comes back with its cause gone',
    );
  });

  it('whose files come, go and change under the scan never breaks it, and a quiet scan then knows the truth', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = new Random(seed);
      const path = (): string =>
        Array.from({ length: 1 + random.below(4) }, () => random.pick(['a', 'b ü', 'templates', 'c#d', '1.31'])).join(
          '/',
        );
      const made = world({});
      const act = (): void => {
        const file = `${path()}/${random.pick(['x.yaml', 'y.json', 'z.tpl', '.gitignore'])}`;
        switch (random.below(6)) {
          case 0:
            made.files.texts.delete(random.pick([...made.files.texts.keys(), file]));
            break;
          case 1:
            made.files.denied.add(path());
            break;
          case 2:
            made.files.denied.clear();
            break;
          case 3:
            made.files.links.add(`${path()}/link`);
            break;
          default:
            made.files.write(
              file,
              random.pick([OLD, 'x: 1\n', '{"apiVersion": 1', '\u0000apiVersion', 'z.yaml\n!x.yaml\n']),
            );
        }
      };
      for (let at = 0; at < 30; at++) act();
      const read = made.files.read.bind(made.files);
      made.files.read = async file => {
        act();
        return read(file);
      };
      await made.scan();
      made.files.read = read;
      made.files.denied.clear();
      await made.scan();
      const anew = world({});
      for (const [name, { text }] of made.files.texts) anew.files.write(name, text);
      await anew.scan();
      assert.deepEqual(names(made), names(anew), `seed ${seed}`);
      assert.equal(errors(made), errors(anew), `seed ${seed}`);
    }
  });

  it(
    'on a real disk: links in a circle, a file of 200 MB, and what nobody may read',
    { skip: process.platform === 'win32' },
    async test => {
      const folder = mkdtempSync(join(tmpdir(), 'kube-upgrade-scan-'));
      test.after(() => {
        chmodSync(join(folder, 'locked'), 0o700);
        rmSync(folder, { recursive: true, force: true });
      });
      mkdirSync(join(folder, 'a/b'), { recursive: true });
      mkdirSync(join(folder, 'locked'));
      writeFileSync(join(folder, 'a/b/web.yaml'), OLD);
      writeFileSync(join(folder, 'huge.yaml'), OLD);
      truncateSync(join(folder, 'huge.yaml'), 200 * 1024 * 1024);
      symlinkSync('..', join(folder, 'a/b/up'));
      symlinkSync(folder, join(folder, 'self'));
      symlinkSync('nowhere.yaml', join(folder, 'broken.yaml'));
      chmodSync(join(folder, 'locked'), 0);
      const files: Files = {
        list: async path =>
          (await readdir(path, { withFileTypes: true })).map(entry => ({
            name: entry.name,
            kind: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : 'file',
          })),
        stamp: async path => {
          const { mtimeMs, size } = await stat(path);
          return { mtime: mtimeMs, size };
        },
        read: readFile,
        child: join,
      };
      const root: Root = { uri: folder, prefix: '', filter: new PathFilter(() => false), limit: 2048 * 1024 };
      const { found, skipped } = await walk([root], files, { cancelled: false });
      assert.deepEqual(found.map(({ path }) => path).sort(), ['a/b/web.yaml', 'huge.yaml']);
      const locked = process.getuid?.() === 0 ? [] : ['locked'];
      assert.deepEqual(skipped.map(({ label }) => label).sort(), ['a/b/up', 'broken.yaml', ...locked, 'self']);
    },
  );

  it('with folders nested without end stops at a depth and says so', async () => {
    const files: Files = {
      list: async () => [{ name: 'deeper', kind: 'folder' }],
      stamp: async () => ({ mtime: 0, size: 0 }),
      read: async () => new Uint8Array(),
      child: (folder, name) => `${folder}/${name}`,
    };
    const root: Root = { uri: 'test://w', prefix: '', filter: new PathFilter(() => false), limit: 1 };
    const { skipped } = await walk([root], files, { cancelled: false });
    assert.deepEqual(
      skipped.map(({ reason }) => reason.key),
      ['workspace.skipped.deep'],
    );
    assert.equal(pathOf('test://w/a'), 'a');
  });
});
