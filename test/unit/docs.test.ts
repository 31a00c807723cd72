// The repository's pages agree with the product: settings, rules, versions, links, pictures.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';

const root = resolve(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const rulePages = readdirSync(join(root, 'docs/rules')).filter(file => file.endsWith('.md'));
const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'SUPPORT.md',
  ...rulePages.map(file => `docs/rules/${file}`),
];

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly configuration?: readonly {
      readonly properties: Readonly<Record<string, { readonly default: unknown }>>;
    }[];
  };
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const settings = Object.fromEntries(
  (manifest.contributes.configuration ?? []).flatMap(group => Object.entries(group.properties)),
);

describe('pages of the repository', () => {
  it('name every setting with its default, and no other', () => {
    const rows = [...read('README.md').matchAll(/^\| `(kubeUpgrade\.[\w.]+)` \| `([^`]*)` \|/gm)].map(
      ([, name, value]) => [name, value],
    );
    const wanted = Object.entries(settings).map(([name, { default: value }]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    assert.deepEqual(rows, wanted);
  });

  it('have a page for every rule, and the README lists them all', () => {
    const rules = readdirSync(join(root, 'src/core/rules'))
      .map(file => file.replace(/\.ts$/, ''))
      .filter(id => id !== 'index');
    assert.ok(rules.length > 0);
    for (const id of rules) assert.ok(rulePages.includes(`${id}.md`), `docs/rules/${id}.md is missing`);
    for (const page of rulePages)
      assert.ok(read('README.md').includes(`docs/rules/${page}`), `README does not link ${page}`);
  });

  for (const page of rulePages) {
    it(`${page} has its sections, a Chinese one last`, () => {
      const text = read(`docs/rules/${page}`);
      const headings = [...text.matchAll(/^#{1,2} (.+)$/gm)].map(match => match[1]!);
      assert.equal(headings[0], page.replace(/\.md$/, ''));
      for (const wanted of [
        /^What is /,
        /^Why /,
        /^(How to fix it|What to do)$/,
        /^Severity and ignoring$/,
        /^Sources$/,
      ]) {
        assert.ok(
          headings.some(heading => wanted.test(heading)),
          `${wanted.source} in ${headings.join(' · ')}`,
        );
      }
      assert.equal(headings.at(-1), '简体中文');
      assert.match(text.slice(text.indexOf('## Sources')), /\]\(https:\/\//);
    });
  }

  it('link only to files that exist, and to the web over https', () => {
    for (const page of pages) {
      for (const [, image, target] of read(page).matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target!)) assert.match(target!, /^https:/, `${page}: ${target}`);
        else if (image === '' && !target!.startsWith('#')) {
          assert.ok(existsSync(join(root, dirname(page), target!.split('#')[0]!)), `${page}: ${target}`);
        }
      }
    }
  });

  it('announce the version of the manifest', () => {
    assert.match(read('CHANGELOG.md'), new RegExp(`^## \\[${manifest.version.replaceAll('.', '\\.')}\\]`, 'm'));
  });
});

describe('pictures', () => {
  it('hold the icon that the script draws, 256 pixels square', async () => {
    const { drawRows } = (await import(pathToFileURL(join(root, 'scripts/icon.mjs')).href)) as { drawRows(): Buffer };
    const png = readFileSync(join(root, 'media/icon.png'));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
    const data = png.indexOf('IDAT');
    const packed = png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4));
    assert.ok(inflateSync(packed).equals(drawRows()), 'run node scripts/icon.mjs');
  });

  it('use only colours of the theme in the walkthrough', () => {
    const files = readdirSync(join(root, 'media/walkthrough')).filter(file => file.endsWith('.svg'));
    assert.ok(files.length >= 3);
    for (const file of files) {
      for (const [colour] of read(`media/walkthrough/${file}`).matchAll(/(?<=(?:fill|stroke): )[^;]+/g)) {
        assert.match(colour, /^(?:none|var\(--vscode-)/, `${file}: ${colour}`);
      }
    }
  });

  it('draw the activity icon in one colour', () => {
    const colours = new Set(read('media/activity.svg').match(/#[0-9a-f]{3,8}\b/gi));
    assert.equal(colours.size, 1);
  });
});
