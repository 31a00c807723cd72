/** The extension's manifest against its words and its code. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

interface Manifest {
  engines: { vscode: string };
  devDependencies: Record<string, string>;
  categories: string[];
  keywords: string[];
  icon: string;
  contributes: {
    commands: { command: string; title: string; category: string }[];
    menus: Record<string, { command?: string; submenu?: string; when?: string }[]>;
    configuration: {
      properties: Record<
        string,
        { scope?: string; order?: number; default?: unknown; markdownDescription?: string; properties?: object }
      >;
    }[];
    grammars: { path: string; scopeName: string }[];
    walkthroughs: { steps: { description: string; media: { svg: string }; completionEvents: string[] }[] }[];
  };
}

const manifest = json<Manifest>('package.json');
const english = json<Record<string, string>>('package.nls.json');
const chinese = json<Record<string, string>>('package.nls.zh-cn.json');

/** Of both halves; the core and the command line know no VS Code. */
const sources = (readdirSync(join(root, 'src'), { recursive: true }) as string[])
  .filter(name => name.endsWith('.ts') && !/^(?:core|cli|words)[\\/]/.test(name))
  .map(name => read(join('src', name)))
  .join('\n');

test('the manifest has the same words in both languages, all used and none missing', () => {
  const used = new Set([...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!));
  assert.deepEqual(Object.keys(english).sort(), [...used].sort());
  assert.deepEqual(Object.keys(chinese), Object.keys(english));
  for (const [key, text] of Object.entries(chinese)) {
    assert.notEqual(text.trim(), '', key);
    const commands = (words: string): string[] =>
      [...words.matchAll(/\(command:[\w.]+\)|`#[\w.]+#`/g)].map(String).sort();
    assert.deepEqual(commands(text), commands(english[key]!), key);
  }
});

test('every command of the manifest is registered, and every registered one is in the manifest', () => {
  const registered = [...sources.matchAll(/#add\('(kubeUpgrade\.[\w.]+)'/g)].map(([, name]) => name!);
  const contributed = manifest.contributes.commands.map(({ command }) => command);
  assert.ok(registered.length > 0);
  assert.deepEqual(registered.sort(), contributed.sort());
  for (const { category } of manifest.contributes.commands) assert.equal(category, '%command.category%');
});

test('menus and walkthrough name only commands that exist', () => {
  const known = new Set(manifest.contributes.commands.map(({ command }) => command));
  for (const items of Object.values(manifest.contributes.menus)) {
    for (const { command } of items) if (command !== undefined) assert.ok(known.has(command), command);
  }
  for (const words of [english, chinese]) {
    for (const [, command] of Object.values(words)
      .join(' ')
      .matchAll(/\(command:([\w.]+)\)/g))
      assert.ok(known.has(command!) || command!.startsWith('workbench.'), command);
  }
});

test('every setting of the manifest is read, and every one that is read is in the manifest', () => {
  const names = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
  const readers = read('src/editor/settings.ts') + read('src/views/cluster/settings.ts');
  const readKeys = [...readers.matchAll(/settings\.(?:get|inspect)(?:<[^(]*>)?\('([\w.]+)'/g)];
  assert.deepEqual([...new Set(readKeys.map(([, key]) => `kubeUpgrade.${key}`))].sort(), names.sort());
});

test('every setting has a scope, an order, a default and a description', () => {
  for (const { properties } of manifest.contributes.configuration) {
    for (const [name, setting] of Object.entries(properties)) {
      assert.ok(setting.scope !== undefined && setting.order !== undefined, name);
      assert.ok(setting.default !== undefined && setting.markdownDescription !== undefined, name);
    }
  }
});

test('the rules that the severity setting names exist', () => {
  const { properties } = manifest.contributes.configuration.find(
    ({ properties }) => 'kubeUpgrade.severity' in properties,
  )!;
  const rules = Object.keys(properties['kubeUpgrade.severity']!.properties ?? {});
  assert.ok(rules.length > 0);
  for (const rule of rules) assert.ok(existsSync(join(root, 'src', 'core', 'rules', `${rule}.ts`)), rule);
});

test('the oldest VS Code asked for is the one the types describe', () => {
  assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  assert.equal(
    json<{ version: string }>('node_modules/@types/vscode/package.json').version,
    manifest.devDependencies['@types/vscode'],
  );
});

test('the marketplace knows the categories and takes the keywords', () => {
  const known = ['AI', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters', 'Keymaps', 'Language Packs',
    'Linters', 'Machine Learning', 'Notebooks', 'Programming Languages', 'SCM Providers', 'Snippets', 'Testing', 'Themes',
    'Visualization', 'Other']; // prettier-ignore
  for (const category of manifest.categories) assert.ok(known.includes(category), category);
  assert.ok(manifest.keywords.length <= 5);
});

test('every file that the manifest names is there', () => {
  const { grammars, walkthroughs } = manifest.contributes;
  const files = [manifest.icon, 'media/walkthrough/sample.yaml', ...grammars.map(({ path }) => path)];
  files.push(...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)));
  for (const file of files) assert.ok(existsSync(join(root, file)), file);
  for (const { path, scopeName } of grammars) assert.equal(json<{ scopeName: string }>(path).scopeName, scopeName);
});
