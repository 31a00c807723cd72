/** The table against itself and against the rules: what it calls right must never be found fault with. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describe as describeRow } from '../../../src/core/annotations/describe';
import { wrongValue } from '../../../src/core/annotations/values';
import { type Context } from '../../../src/core/model/context';
import { format } from '../../../src/words';
import { zhCn } from '../../../src/words/zh-cn';
import { companions, data, eci, entries, found, KINDS, usual, withoutEci } from './support';

const rows = data.annotations;
const POD_KINDS = Object.entries(KINDS);
const inPods = rows.filter(row => row.on === 'pod' && row.state !== 'readonly');

describe('the table of ECI annotations', () => {
  it('holds 150 keys, each once', () => {
    assert.equal(rows.length, 150);
    assert.equal(new Set(rows.map(({ key }) => key)).size, 150);
  });

  it('names a source for every key but the one that has none, which is not called documented', () => {
    const without = rows.filter(row => eci.sourcesOf(row).length === 0);
    assert.deepEqual(
      without.map(({ key, certainty }) => [key, certainty]),
      [['k8s.aliyun.com/eci-fixed-ip-retain-hour', 'partial']],
    );
  });

  it('has examples that its own forms accept, but for those that have none', () => {
    for (const row of rows) {
      if (row.example === '') continue;
      assert.equal(
        wrongValue(row, row.example.replaceAll('*', 'a').replaceAll('X', '1')),
        undefined,
        `${row.key}: ${row.example}`,
      );
    }
    const without = rows.filter(({ example }) => example === '').map(({ key }) => key.replace(/^.*\//, ''));
    assert.equal(without.length, 18, without.join(' '));
  });

  it('says in both languages what each key means, takes and where it belongs', () => {
    for (const row of rows) {
      const { title, rows: lines } = describeRow(row, eci);
      for (const language of ['en', 'zh-cn'] as const) {
        const said = [title, ...lines.flatMap(({ label, value }) => [label, value])].map(one => format(one, language));
        for (const text of said) assert.doesNotMatch(text, /\{\w+\}|^eci\.|undefined/, `${row.key}: ${text}`);
        assert.ok(said[0]!.startsWith(row.key));
      }
      assert.match(row.meaning.zh, /[\u4e00-\u9fff]/, row.key);
    }
    for (const [key, text] of Object.entries(zhCn)) if (key.startsWith('eci.')) assert.notEqual(text.trim(), '', key);
  });
});

describe('what is right gives no finding', () => {
  const context: Context = usual;
  for (const row of inPods.filter(
    ({ state, certainty, example }) => state === 'active' && certainty !== 'unverified' && example !== '',
  )) {
    it(`${row.key} on a pod and in every pod template`, () => {
      const annotations = entries({ ...companions(row), [row.key]: row.example });
      for (const [kind, make] of POD_KINDS) assert.deepEqual(found(make({ annotations }), context), [], kind);
    });
  }

  for (const row of rows.filter(({ on, state }) => on === 'label' && state === 'active')) {
    it(`${row.key} as a label of a pod${row.namespace ? ' and of a Namespace' : ''}`, () => {
      const labels = entries({ [row.key]: row.example });
      for (const [kind, make] of POD_KINDS) assert.deepEqual(found(make({ labels })), [], kind);
      const namespace = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n  labels:\n    ${labels}`;
      if (row.namespace) assert.deepEqual(found(namespace), []);
    });
  }

  it('keys that belong on the workload itself', () => {
    for (const row of rows.filter(({ on }) => on === 'workload')) {
      assert.deepEqual(found(KINDS['Deployment']!({ outer: entries({ [row.key]: row.example }) })), [], row.key);
    }
  });

  it('any key on an ImageCache, deprecated ones among them', () => {
    for (const { key, example } of rows) {
      const text = `apiVersion: eci.alibabacloud.com/v1\nkind: ImageCache\nmetadata:\n  name: a\n  annotations:\n    ${entries({ [key]: example || 'x' })}spec:\n  images: []\n`;
      assert.deepEqual(found(text), [], key);
    }
  });

  it('keys that nobody documents are not judged', () => {
    for (const row of rows.filter(({ certainty, state }) => certainty === 'unverified' && state === 'active')) {
      const annotations = entries({ [row.key]: 'whatever' });
      assert.deepEqual(found(KINDS['Pod']!({ annotations })), [], row.key);
      assert.deepEqual(found(KINDS['Deployment']!({ outer: annotations })), [], row.key);
    }
  });

  it('the text of a ConfigMap, comments, other kinds, and values of a chart', () => {
    const key = 'k8s.aliyun.com/eci-platform-version';
    const wrong = `${key}: 1.1`;
    for (const text of [
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: eci-profile\n  namespace: kube-system\ndata:\n  text: |\n    metadata:\n      annotations:\n        ${wrong}\n`,
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  # ${wrong}\nspec:\n  containers: []\n`,
      `apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  annotations:\n    ${wrong}\nspec: {}\n`,
      `apiVersion: v1\nkind: Node\nmetadata:\n  name: a\n  annotations:\n    ${wrong}\n`,
      `podAnnotations:\n  ${wrong}\n  k8s.aliyun.com/eci-spot-strateg: true\n`,
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: ${key}\n      args: ["--annotation=${key}"]\n`,
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n    eci: fast\nspec: {}\n',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('template expressions and what other tools fill in', () => {
    for (const value of ['{{ .Values.spec }}', '{{ .Values.spec | quote }}', '"{{ .Values.spec }}"']) {
      const annotations = `k8s.aliyun.com/eci-spot-strategy: ${value}\nk8s.aliyun.com/eci-spot-fallback: ${value}\n`;
      assert.deepEqual(found(KINDS['Deployment']!({ annotations }), usual, 'helm'), [], value);
    }
    for (const value of ['"${SPEC}"', '"$(SPEC)"', '<spec>', '', '~', '"{{ spec }}"']) {
      assert.deepEqual(
        found(KINDS['Pod']!({ annotations: `k8s.aliyun.com/eci-spot-strategy: ${value}\n` })),
        [],
        value,
      );
    }
  });

  it('everything while the table has not been read', () => {
    const text = KINDS['Deployment']!({ outer: 'k8s.aliyun.com/eci-spot-strategy: true\n' });
    assert.deepEqual(found(text, withoutEci), []);
    assert.notDeepEqual(found(text), []);
  });
});
