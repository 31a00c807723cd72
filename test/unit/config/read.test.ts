/** Reading `.kube-upgrade.yaml`, its patterns, its schema, and writing an ignore into it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { addIgnore, type NewIgnore } from '../../../src/core/config/addIgnore';
import { ConfigMatcher, EMPTY_CONFIG } from '../../../src/core/config/config';
import { compileGlob } from '../../../src/core/config/glob';
import { readConfig } from '../../../src/core/config/read';
import { ruleIds } from '../../../src/core/judge/ruleIds';
import { applyEdits } from '../../../src/core/model/text';
import { config as english } from '../../../src/words/en/config';
import { Random } from '../fuzz/random';

const root = join(__dirname, '..', '..', '..', '..');
const schema = JSON.parse(readFileSync(join(root, 'schemas', 'kube-upgrade.schema.json'), 'utf8')) as {
  definitions: { rule: { enum: string[] } };
};
const isValid = new Ajv({ strict: false }).compile(schema);
const read = (text: string) => readConfig(text, ruleIds);
const keys = (text: string): string[] => read(text).problems.map(({ message }) => message.key);

describe('patterns', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['staging/**', ['staging/a.yaml', 'staging/b/c.yaml'], ['staging', 'other/staging/a.yaml', 'stagings/a.yaml']],
    ['*.json', ['a.json', 'b/c.json'], ['a.json5', 'a.yaml']],
    ['legacy', ['legacy/a.yaml', 'b/legacy/c/d.yaml', 'legacy'], ['legacy2/a.yaml']],
    ['legacy/', ['legacy/a.yaml'], ['a/legacyx.yaml']],
    ['a/*/c.yaml', ['a/b/c.yaml'], ['a/b/b/c.yaml', 'a/c.yaml']],
    ['**/c.{yaml,yml}', ['c.yaml', 'a/b/c.yml'], ['c.json']],
    ['app-[0-9].yaml', ['app-1.yaml'], ['app-x.yaml', 'app-12.yaml']],
    ['a/[!b]/c', ['a/x/c'], ['a/b/c', 'a//c']],
    ['a.b/c', ['a.b/c'], ['axb/c']],
  ];
  for (const [pattern, inside, outside] of cases) {
    it(pattern, () => {
      const fits = compileGlob(pattern);
      assert.ok(fits);
      assert.deepEqual(
        inside.filter(path => !fits(path)),
        [],
        'should fit',
      );
      assert.deepEqual(
        outside.filter(path => fits(path)),
        [],
        'should not fit',
      );
    });
  }

  it('never lead out of their folder, and are refused when they cannot be read', () => {
    for (const pattern of ['', '/', '/etc/**', '../x', 'a/../../x', 'C:/x', '{a', '[z-a]', '[a']) {
      assert.equal(compileGlob(pattern), undefined, pattern);
    }
  });

  it('never throw, whatever is typed', () => {
    const random = new Random(3);
    for (let round = 0; round < 5000; round++) {
      const pattern = Array.from({ length: 1 + random.below(8) }, () => random.pick([...'a*?[]{}!,^-\\/.z('])).join('');
      compileGlob(pattern)?.('a/b.yaml');
    }
  });
});

describe('a configuration', () => {
  it('is read whole', () => {
    const { config, problems } = read(
      'target: 1.20\ncurrent: "1.18"\nprovider: ack\nseverity:\n  removed-api: off\nexclude: [a/**]\nignore:\n- rules: [removed-api, deprecated-api]\n  files: [b]\n  kind: Ingress\n  namespace: shop\n  name: web\n  reason: "why: so"\n  until: 2030-12-31\n',
    );
    assert.deepEqual(problems, []);
    const { ignores, ...rest } = config;
    assert.deepEqual(rest, {
      targets: [{ glob: '**', version: '1.20' }],
      current: '1.18',
      provider: 'ack',
      severity: { 'removed-api': 'off' },
      exclude: ['a/**'],
    });
    assert.deepEqual(
      ignores.map(({ start: _start, end: _end, ...ignore }) => ignore),
      [
        {
          rules: ['removed-api', 'deprecated-api'],
          files: ['b'],
          kind: 'Ingress',
          namespace: 'shop',
          name: 'web',
          reason: 'why: so',
          until: '2030-12-31',
        },
      ],
    );
  });

  it('may be empty', () => {
    for (const text of ['', '# nothing\n', '---\n', 'ignore:\n'])
      assert.deepEqual(read(text), { config: EMPTY_CONFIG, problems: [] });
  });

  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['a: [', ['configFile.notYaml']],
    ['- a\n', ['configFile.map']],
    ['colour: red\n', ['configFile.key']],
    ['target: 2\n', ['configFile.version']],
    ['target: {"../x": 1.30}\n', ['configFile.glob']],
    ['provider: mine\n', ['configFile.oneOf']],
    ['severity: {removed-api: fatal}\n', ['configFile.oneOf']],
    ['severity: {removed: off}\n', ['configFile.rule']],
    ['ignore: {rule: removed-api}\n', ['configFile.list']],
    ['ignore: [removed-api]\n', ['configFile.map']],
    ['ignore: [{files: a}]\n', ['configFile.noRule']],
    ['ignore: [{rule: removed-api, until: tomorrow}]\n', ['configFile.date']],
    ['ignore: [{rule: removed-api, until: 2030-02-31x}]\n', ['configFile.date']],
  ];
  for (const [text, expected] of wrong) {
    it(`tells what is wrong in ${JSON.stringify(text)}, and it has words`, () => {
      assert.deepEqual(keys(text), expected);
      for (const key of expected) assert.ok(key in english, key);
    });
  }

  it('keeps what is right beside what is wrong, but an ignore that is wrong in part ignores nothing', () => {
    const { config } = read(
      'target: soon\nprovider: eks\nignore:\n- rule: removed-api\n  files: ../x\n- rule: deprecated-api\n',
    );
    assert.equal(config.provider, 'eks');
    assert.deepEqual(
      config.ignores.map(({ rules }) => rules),
      [['deprecated-api']],
    );
  });

  it('holds an ignore on its last day and not after', () => {
    const matcher = new ConfigMatcher(read('ignore: [{rule: removed-api, until: 2030-06-30}]\n').config);
    assert.equal(matcher.ignores('a.yaml', '2030-06-30').length, 1);
    assert.equal(matcher.ignores('a.yaml', '2030-07-01').length, 0);
  });

  it('never throws, whatever is cut off or put in', () => {
    const whole =
      'target:\n  a/**: 1.30\nseverity: {removed-api: off}\nignore:\n- rule: removed-api\n  files: [x]\n  until: 2030-01-01\n';
    const random = new Random(11);
    for (let round = 0; round < 2000; round++) {
      const at = random.below(whole.length);
      const more = random.pick(['', '{', '[', ': ', '&a ', '*a', '\t', '"', '- ', '\u0000', '<<: ']);
      readConfig(whole.slice(0, at) + more + whole.slice(at + random.below(6)), ruleIds);
    }
  });
});

describe('the schema', () => {
  it('names exactly the rules that exist', () => {
    assert.deepEqual([...schema.definitions.rule.enum].sort(), [...ruleIds].sort());
  });

  const texts: readonly (readonly [string, boolean])[] = [
    ['target: 1.30\n', true],
    ['target: {a/**: "1.30"}\n', true],
    ['severity: {removed-api: "off"}\nexclude: a\n', true],
    ['ignore: [{rule: removed-api, reason: x, until: "2030-01-31"}]\n', true],
    ['colour: red\n', false],
    ['severity: {nothing: error}\n', false],
    ['ignore: [{files: a}]\n', false],
    ['provider: mine\n', false],
  ];
  for (const [text, valid] of texts) {
    it(`agrees with the reader on ${JSON.stringify(text)}`, () => {
      assert.equal(isValid(parse(text)), valid);
      assert.equal(read(text).problems.length === 0, valid);
    });
  }
});

describe('writing an ignore', () => {
  const entry: NewIgnore = {
    rule: 'removed-api',
    file: 'a b/c.json',
    kind: 'Ingress',
    namespace: null,
    name: 'yes',
    reason: 'moves: "soon"',
    until: '2030-01-31',
  };
  const cases = [
    '',
    '# ours\ntarget: 1.30',
    'target: 1.30\nignore:\n  - rule: deprecated-api # known\n\n# the end\nexclude: [a]\n',
    'ignore:\n- rule: deprecated-api\n  files: x',
    'ignore: []\nexclude: [a]\n',
    'ignore: # nothing yet\nexclude: [a]\n',
    'ignore:',
    'target: 1.30\r\nignore:\r\n- rule: deprecated-api\r\n',
  ];
  for (const text of cases) {
    it(`adds it to ${JSON.stringify(text)} and leaves the rest`, () => {
      const edit = addIgnore(text, entry);
      assert.ok(edit);
      const after = applyEdits(text, [edit]);
      const { config, problems } = read(after);
      assert.deepEqual(problems, [], after);
      const before = read(text).config;
      assert.deepEqual({ ...config, ignores: [] }, { ...before, ignores: [] });
      assert.equal(config.ignores.length, before.ignores.length + 1, after);
      const added = config.ignores.find(({ files }) => files?.includes('a b/c.json'));
      assert.equal(added?.reason, 'moves: "soon"');
      assert.equal(added?.name, 'yes');
      assert.ok(!text.includes('# the end') || after.includes('# the end'));
      assert.equal(after.includes('\r\n'), text.includes('\r\n'));
    });
  }

  it('leaves a list alone that a person should change', () => {
    for (const text of ['ignore: [{rule: removed-api}]\n', '{ignore: []}', 'a: [', 'ignore: word\n']) {
      assert.equal(addIgnore(text, entry), undefined, text);
    }
  });
});
