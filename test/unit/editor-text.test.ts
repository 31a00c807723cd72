/** The editor's pure texts: ignore comments, Markdown, paths, status, targets, which files count. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { applyEdits } from '../../src/core/model/text';
import { type Syntax } from '../../src/core/model/document';
import { escapeMarkdown, explanationMarkdown } from '../../src/editor/explanation';
import { ignoreEdit } from '../../src/editor/ignoreComment';
import { Phrases } from '../../src/editor/phrases';
import { chosen, type Origin } from '../../src/editor/precedence';
import { isRealFile, mayBeKubernetes } from '../../src/editor/scope';
import { statusText, type StatusFacts } from '../../src/editor/statusText';
import { targetList } from '../../src/editor/targetList';
import { traceOf } from '../../src/platform/errors';
import { KeyedDelay } from '../../src/platform/keyedDelay';
import { pathLabel } from '../../src/platform/pathLabel';

const english = new Phrases('en');
const chinese = new Phrases('zh-cn');

const ignores: { name: string; syntax?: Syntax; before: string; after: string | undefined }[] = [
  { name: 'at the end of the line', before: 'a: 1\nv: BAD\nb: 2\n', after: 'a: 1\nv: BAD # kube-upgrade-ignore rule\nb: 2\n' },
  { name: 'at the end of the file', before: 'v: BAD', after: 'v: BAD # kube-upgrade-ignore rule' },
  { name: 'before a carriage return', before: 'v: BAD\r\nb: 2\r\n', after: 'v: BAD # kube-upgrade-ignore rule\r\nb: 2\r\n' },
  { name: 'instead of trailing blanks', before: 'v: BAD  \nb: 2', after: 'v: BAD # kube-upgrade-ignore rule\nb: 2' },
  { name: 'after a comma in flow style', before: '{\n  v: "BAD",\n}', after: '{\n  v: "BAD", # kube-upgrade-ignore rule\n}' },
  { name: 'after a comment of the line itself', before: 'l:\n  v: BAD # why\n', after: 'l:\n  v: BAD # why # kube-upgrade-ignore rule\n' },
  { name: 'into an ignore comment that is there', before: 'v: BAD # kube-upgrade-ignore other until 2027-01-01 why', after: 'v: BAD # kube-upgrade-ignore other, rule until 2027-01-01 why' },
  { name: 'as a template comment', syntax: 'helm', before: 'v: BAD\n', after: 'v: BAD {{/* kube-upgrade-ignore rule */}}\n' },
  { name: 'after an action in a template', syntax: 'helm', before: 'v: BAD {{ x }}\n', after: 'v: BAD {{ x }} {{/* kube-upgrade-ignore rule */}}\n' },
  { name: 'nowhere in JSON', syntax: 'json', before: '{"v": "BAD"}', after: undefined },
]; // prettier-ignore
for (const { name, syntax = 'yaml', before, after } of ignores) {
  test(`an ignore comment goes ${name}`, () => {
    const start = before.indexOf('BAD');
    const edit = ignoreEdit(before, { start, end: start + 3 }, 'rule', syntax);
    assert.equal(edit && applyEdits(before, [edit]), after);
  });
}

const markdown: [string, string][] = [
  ['plain text, 1.22 and later.', 'plain text, 1.22 and later.'],
  ['`a.b` becomes `a.c`', '`a.b` becomes `a.c`'],
  ['a | b', 'a \\| b'],
  ['`a|b`', '`a\\|b`'],
  ['one ` only *x*', 'one \\` only \\*x\\*'],
  ['[click](command:evil)', '\\[click\\]\\(command:evil\\)'],
  ['<img src=x>', '&lt;img src=x&gt;'],
  ['see https://evil.example or www.evil.example', 'see https\\://evil.example or www\\.evil.example'],
  ['![i](x)', '\\!\\[i\\]\\(x\\)'],
  ['two\nlines', 'two lines'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['$(alert) a@b.example', '\\$\\(alert\\) a\\@b.example'],
];
for (const [text, escaped] of markdown) {
  test(`as Markdown: ${JSON.stringify(text)}`, () => {
    assert.equal(escapeMarkdown(text), escaped);
  });
}

test('an explanation holds the table, the lists and links to web addresses only', () => {
  const text = explanationMarkdown(
    {
      rows: [{ label: { key: 'Removed in' }, value: { key: '1.22 | x' } }],
      changes: [{ key: '`a` → `b`' }],
      onThisFile: [],
      advice: [{ key: 'Look.' }],
      sources: ['https://kubernetes.io/docs/x', 'command:evil', 'https://a.example/x) [y](command:z'],
    },
    english,
  );
  assert.ok(
    text.startsWith('| | |\n|:--|:--|\n| Removed in&nbsp;&nbsp; | 1.22 \\| x |\n\n**What changes**\n\n- `a` → `b`'),
  );
  assert.ok(!text.includes('In this file'), 'no heading without items');
  assert.ok(text.includes('**What to do**\n\n- Look.'));
  assert.ok(text.includes('- [kubernetes.io/docs/x](https://kubernetes.io/docs/x)\n- command:evil\n'));
  assert.equal(text.match(/\]\(/g)?.length, 1);
});

const paths: [string, string | undefined, string][] = [
  ['/home/me/shop/web.yaml', '/home/me/shop', 'web.yaml'],
  ['/home/me/shop/a b/ü/清单.yaml', '/home/me/shop/', 'a b/ü/清单.yaml'],
  ['/home/me/shopping/web.yaml', '/home/me/shop', '/home/me/shopping/web.yaml'],
  ['/c:/Work/My Shop/web.yaml', '/c:/Work/My Shop', 'web.yaml'],
  ['/C:/Work/web.yaml', '/c:/Work', 'web.yaml'],
  ['C:\\Work\\My Shop\\templates\\web.yaml', 'c:\\Work\\My Shop', 'templates/web.yaml'],
  ['C:\\Work\\web.yaml', '/c:/Work', 'web.yaml'],
  ['D:\\Work\\web.yaml', 'C:\\Work', 'd:/Work/web.yaml'],
  ['\\\\server\\share\\web.yaml', '\\\\server\\share', 'web.yaml'],
  ['/home/me/back\\slash.yaml', '/home/me', 'back\\slash.yaml'],
  ['/web.yaml', '/', 'web.yaml'],
  ['Untitled-1', undefined, 'Untitled-1'],
];
for (const [path, folder, label] of paths) {
  test(`the file ${path} in ${folder ?? 'no folder'} is called ${label}`, () =>
    assert.equal(pathLabel(path, folder), label));
}

const facts: StatusFacts = {
  target: '1.31', origin: 'workspace', cluster: null, unreadable: null, data: { asOf: '2026-01-02', newest: '1.37', beyond: false }, loading: false,
  skipped: null, failed: null, problems: [], milliseconds: null, pinned: [],
}; // prettier-ignore
test('the status names the target, who chose it and the date of the data', () => {
  assert.deepEqual(statusText(facts, english), {
    text: 'Kubernetes 1.31 · from workspace settings',
    detail: 'Data to 1.37 (2026-01-02).',
    severity: 'information',
  });
  assert.equal(
    statusText({ ...facts, origin: 'default', target: '1.37' }, english).text,
    'Kubernetes 1.37 · newest release',
  );
  const cluster = { context: 'shop-prod', connected: true };
  const from = (connected: boolean, origin: Origin): string =>
    statusText({ ...facts, origin, cluster: { ...cluster, connected } }, english).text;
  assert.equal(from(true, 'default'), 'Kubernetes 1.31 · from shop-prod');
  assert.equal(from(false, 'default'), 'Kubernetes 1.31 · from shop-prod, last seen');
  assert.equal(from(true, 'user'), 'Kubernetes 1.31 · from user settings');
  assert.equal(statusText({ ...facts, origin: 'user' }, chinese).text, 'Kubernetes 1.31 · 来自用户设置');
});

const doubts: [string, Partial<StatusFacts>, string, string][] = [
  ['a broken part', { problems: [{ line: 7, message: { key: 'broken' } }] }, 'Line 7: broken', 'warning'],
  ['two broken parts', { problems: [{ line: 7, message: { key: 'a' } }, { line: 9, message: { key: 'b' } }] }, 'Line 7: a (and one more)', 'warning'],
  ['a target beyond the data', { data: { asOf: 'x', newest: '1.37', beyond: true } }, 'Newer than the data, which ends with 1.37', 'warning'],
  ['a version that is none', { unreadable: 'latest' }, '“latest” is not a Kubernetes version', 'warning'],
  ['a file too large', { skipped: { key: 'editor.skipped.size', args: { size: 9, limit: 8 } } }, 'Not checked: 9 KB', 'warning'],
  ['data that cannot be read', { failed: { key: 'editor.failed.data' }, target: null, data: null }, 'could not be read', 'error'],
  ['the cost of one giant document', { milliseconds: 230 }, 'about 230 ms', 'information'],
  ['what was kept', { pinned: ['updateStrategy.type: OnDelete'] }, 'kept updateStrategy.type: OnDelete.', 'information'],
]; // prettier-ignore
for (const [name, change, part, severity] of doubts) {
  test(`the status states ${name}`, () => {
    const status = statusText({ ...facts, ...change }, english);
    assert.ok(status.detail.includes(part), status.detail);
    assert.equal(status.severity, severity);
  });
}

test('the nearest level of a setting wins, and "auto" leaves it to the data', () => {
  const at = (workspaceFolderValue?: string, workspaceValue?: string, globalValue?: string) =>
    chosen({ workspaceFolderValue, workspaceValue, globalValue }, 'auto');
  assert.deepEqual(at('1.30', '1.31', '1.32'), { value: '1.30', origin: 'folder' });
  assert.deepEqual(at(undefined, '1.31', '1.32'), { value: '1.31', origin: 'workspace' });
  assert.deepEqual(at(undefined, undefined, '1.32'), { value: '1.32', origin: 'user' });
  assert.deepEqual(at(undefined, 'auto', '1.32'), { value: 'auto', origin: 'default' });
  assert.deepEqual(at(), { value: 'auto', origin: 'default' });
});

test('the list of targets starts with the newest release and ends where today begins', () => {
  const all = targetList('1.37', null, '1.37');
  assert.deepEqual([all.released[0], all.released.at(-1), all.beyond], ['1.37', '1.16', ['1.38', '1.39']]);
  assert.deepEqual(targetList('1.37', '1.35', '1.37').released, ['1.37', '1.36']);
  assert.deepEqual(targetList('1.37', '1.36', '1.31').released, ['1.37', '1.31']);
  assert.deepEqual(targetList('1.37', null, '1.45').beyond, ['1.38', '1.39', '1.45']);
  assert.equal(targetList('1.37', null, '1.9').released.at(-1), '1.9');
});

test('real files count, the other sides of diffs and cells do not', () => {
  const real = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'memfs', 'own'];
  const other = ['git', 'output', 'vscode-notebook-cell', 'kube-upgrade-preview', 'vscode-scm'];
  assert.deepEqual(
    [...real, ...other].filter(scheme => isRealFile(scheme, ['own'])),
    real,
  );
  assert.ok(mayBeKubernetes('{"apiVersion":"v1"}') && !mayBeKubernetes('services:\n  web: {}\n'));
});

test('the log gets the place of an error and nothing of its words', () => {
  const trace = traceOf(new RangeError('password: hunter2\n  at the second line'));
  assert.match(trace, /^RangeError\n\s+at /);
  assert.ok(!trace.includes('hunter2'));
  assert.equal(traceOf('secret'), 'string');
});

test('per key only the last task runs, and other keys are not touched', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const ran: string[] = [];
    const delay = new KeyedDelay();
    delay.schedule('a', 100, () => ran.push('a1'));
    delay.schedule('b', 100, () => ran.push('b1'));
    mock.timers.tick(60);
    delay.schedule('a', 100, () => ran.push('a2'));
    assert.ok(delay.isPending('a'));
    mock.timers.tick(60);
    assert.deepEqual(ran, ['b1']);
    mock.timers.tick(60);
    assert.deepEqual(ran, ['b1', 'a2']);
    delay.schedule('a', 100, () => ran.push('a3'));
    delay.dispose();
    mock.timers.tick(500);
    assert.deepEqual(ran, ['b1', 'a2']);
  } finally {
    mock.timers.reset();
  }
});
