/** Rules, conversions and words fit together: nothing is unnamed, undocumented or untranslated. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { conversions } from '../../../src/core/conversions';
import { documentationOf, type Rule } from '../../../src/core/judge/rule';
import { rules } from '../../../src/core/rules';
import { format } from '../../../src/words';
import { projectRoot } from '../catalogData';

/** Every table of a language, those of the cluster half included. */
function tableOf(language: 'en' | 'zh-cn'): Readonly<Record<string, string>> {
  const folder = join(__dirname, '..', '..', '..', 'src', 'words', language);
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js'));
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const exported = modules.flatMap(name => Object.values(require(join(folder, name)) as Record<string, object>));
  return Object.assign({}, ...exported) as Record<string, string>;
}

const en = tableOf('en');
const zhCn = tableOf('zh-cn');
const filesOf = (folder: string): string[] =>
  readdirSync(join(projectRoot, folder))
    .filter(name => name.endsWith('.ts') && name !== 'index.ts')
    .map(name => name.slice(0, -3))
    .sort();

describe('rules', () => {
  const all: readonly Rule[] = rules;
  it('have the name of their file as id, each once', () =>
    assert.deepEqual(all.map(rule => rule.id).sort(), filesOf('src/core/rules')));
  for (const { id, triggers, mayApply } of all) {
    it(`${id} has a page, and a link to it`, () => {
      assert.ok(existsSync(join(projectRoot, 'docs', 'rules', `${id}.md`)), `docs/rules/${id}.md is missing`);
      assert.match(documentationOf(id), new RegExp(`^https://.*/docs/rules/${id}\\.md$`));
    });
    it(`${id} says what makes a document worth a parse`, () =>
      assert.ok(mayApply !== undefined || triggers.length > 0));
  }
});

describe('conversions', () => {
  it('have the name of their file as id, each once', () =>
    assert.deepEqual(conversions.map(each => each.id).sort(), filesOf('src/core/conversions')));

  it('lead from every version to one other way only', () => {
    const pairs = conversions.flatMap(({ kinds, from, to }) =>
      kinds.flatMap(kind => from.flatMap(old => to.map(next => `${kind} ${old} ${next}`))),
    );
    assert.deepEqual(
      pairs.filter((pair, at) => pairs.indexOf(pair) !== at),
      [],
    );
  });
});

describe('generated indexes', () => {
  it('are what the generator writes', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(projectRoot, 'scripts', 'generate.mjs'), '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
});

/** Keys that the core names in its source: `message('…')`, `{ key: '…' }`, and texts that look like a key of the tables. */
function keysInCore(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const areas = [...new Set(Object.keys(en).map(key => key.split('.')[0]))].filter(
    area => area !== 'cli' && area !== 'editor',
  );
  const literal = new RegExp(`'((?:${areas.join('|')})\\.[a-zA-Z][\\w.]*)'`, 'g');
  for (const name of readdirSync(join(projectRoot, 'src/core'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = readFileSync(join(projectRoot, 'src/core', name), 'utf8');
    for (const [, key] of source.matchAll(/\bmessage\(\s*'([^']+)'/g)) found.set(key!, name);
    for (const [, key] of source.matchAll(/\bkey: '([^']+\.[^']+)'/g)) found.set(key!, name);
    for (const [, key] of source.matchAll(literal)) found.set(key!, name);
  }
  return found;
}

/** Prefixes and fields of real objects that look like keys. */
const NO_KEYS = /^(?:change|fix|note)\.?$|^spec\./;

describe('words', () => {
  it('exist for every key the core names', () => {
    // A check may name its own beginning of keys once, and add the rest.
    const begins = (key: string): boolean => /^check\.[\w-]+$/.test(key) && `${key}.title` in en;
    const missing = [...keysInCore()].filter(([key]) => !NO_KEYS.test(key) && !(key in en) && !begins(key));
    assert.deepEqual(missing, []);
  });

  it('are the same in number in both languages', () =>
    assert.deepEqual(Object.keys(zhCn).sort(), Object.keys(en).sort()));

  it('have the same placeholders in both languages', () => {
    // `{en}` and `{zh}` stand for a text that the data itself has in both.
    const placeholders = (text: string): string[] =>
      [...new Set([...text.matchAll(/\{(\w+)[:}]/g)].map(match => match[1]!.replace(/^zh$/, 'en')))].sort();
    for (const [key, text] of Object.entries(en)) {
      assert.deepEqual(placeholders(zhCn[key] ?? ''), placeholders(text), key);
    }
  });

  it('are written, in Chinese with Chinese characters', () => {
    for (const [key, text] of Object.entries(en)) assert.notEqual(text.trim(), '', key);
    const plain = Object.entries(zhCn).filter(
      ([key, text]) =>
        !/\p{Script=Han}/u.test(text) &&
        /[a-z]{4,}/i.test(
          (en[key] ?? '').replace(
            /Kubernetes|ACK Serverless|Karpenter|[a-z]+[A-Z]\w+|\{[^}]*\}|`[^`]*`|[\w./-]*\.[\w./-]+/g,
            '',
          ),
        ),
    );
    assert.deepEqual(
      plain.filter(([key, text]) => text === en[key]),
      [],
    );
  });

  it('show an unknown key as it is, and leave an unknown placeholder standing', () => {
    assert.equal(format({ key: 'no.such.key' }, 'zh-cn'), 'no.such.key');
    assert.match(format({ key: 'api.use' }, 'en'), /\{replacement\}/);
  });
});
