/** Completion and hover of ECI's keys: `|` marks the cursor, a proposal is applied as the editor would. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeAt } from '../../../src/core/annotations/describeAt';
import { complete, type Completion } from '../../../src/core/complete';
import { type DocumentSlice, type Syntax } from '../../../src/core/model/document';
import { splitDocuments } from '../../../src/core/yaml/split';
import { format } from '../../../src/words';
import { data, eciContext, found, K, KINDS, usual, withoutEci } from './support';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n';
const REST = 'spec:\n  containers: []\n';

function cursor(marked: string, syntax: Syntax): { text: string; slice: DocumentSlice; offset: number } {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const slice = splitDocuments(text, syntax)
    .filter(({ start }) => start <= at)
    .at(-1)!;
  return { text, slice, offset: at - slice.start };
}

function proposals(marked: string, syntax: Syntax = 'yaml', context = usual): Completion[] {
  const { slice, offset } = cursor(marked, syntax);
  return complete(slice, offset, context);
}

/** The text after the proposal was taken, the first of its choices with it. */
function taken(marked: string, label: string, syntax: Syntax = 'yaml'): string {
  const { text, slice } = cursor(marked, syntax);
  const found = proposals(marked, syntax).find(each => each.label === label);
  assert.ok(found, `${label} is not proposed`);
  const plain = found.snippet
    .replace(/\$\{1\|([^,|]*)[^|]*\|\}/, '$1')
    .replace(/\$\{1:((?:\\.|[^}])*)\}/, '$1')
    .replace('$1', '')
    .replace(/\\([$}\\])/g, '$1');
  return text.slice(0, slice.start + found.start) + plain + text.slice(slice.start + found.end);
}

const SPOT = `${K}eci-spot-strategy`;
const block = (rows: string): string => `${POD}  annotations:\n${rows}${REST}`;

describe('completion of keys', () => {
  const cases: [string, string, string, Syntax?][] = [
    ['on an empty line', block('    |\n'), block(`    ${SPOT}: "SpotAsPriceGo"\n`)],
    ['after a beginning', block('    k8s.aliyun.com/eci-sp|\n'), block(`    ${SPOT}: "SpotAsPriceGo"\n`)],
    [
      'between others',
      block('    a: b\n    k8s|\n    c: d # x\n'),
      block(`    a: b\n    ${SPOT}: "SpotAsPriceGo"\n    c: d # x\n`),
    ],
    ['in quotes', block('    "k8s|"\n'), block(`    "${SPOT}": "SpotAsPriceGo"\n`)],
    ['in single quotes', block("    'k8s|'\n"), block(`    '${SPOT}': "SpotAsPriceGo"\n`)],
    ['in place of another, whose value stays', block('    k8s.aliyun.com/e|ci-x: "y"\n'), block(`    ${SPOT}: "y"\n`)],
    [
      'in an empty flow map',
      `${POD}  annotations: {|}\n${REST}`,
      `${POD}  annotations: {${SPOT}: "SpotAsPriceGo"}\n${REST}`,
    ],
    [
      'in a flow map, after others',
      `${POD}  annotations: {a: b, k8|}\n${REST}`,
      `${POD}  annotations: {a: b, ${SPOT}: "SpotAsPriceGo"}\n${REST}`,
    ],
    [
      'in a flow map, before others',
      `${POD}  annotations: {|a: b}\n${REST}`,
      `${POD}  annotations: {${SPOT}: "SpotAsPriceGo", a: b}\n${REST}`,
    ],
    [
      'in JSON',
      '{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"k|"}}}',
      `{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"${SPOT}": "SpotAsPriceGo"}}}`,
      'json',
    ],
    [
      'in JSON without a quote yet',
      '{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{|}}}',
      `{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"${SPOT}": "SpotAsPriceGo"}}}`,
      'json',
    ],
    [
      'in JSON on lines',
      '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "metadata": {\n    "annotations": {\n      "a": "b",\n      "k|"\n    }\n  }\n}',
      `{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "metadata": {\n    "annotations": {\n      "a": "b",\n      "${SPOT}": "SpotAsPriceGo"\n    }\n  }\n}`,
      'json',
    ],
    [
      'with CRLF',
      block('    k|\n').replace(/\n/g, '\r\n'),
      block(`    ${SPOT}: "SpotAsPriceGo"\n`).replace(/\n/g, '\r\n'),
    ],
    ['in a later document', `a: 1\n---\n${block('    k|\n')}`, `a: 1\n---\n${block(`    ${SPOT}: "SpotAsPriceGo"\n`)}`],
    [
      'in a template',
      block('    k|\n    {{- toYaml .Values.a | nindent 4 }}\n').replace('name: a', 'name: {{ .Values.n }}'),
      block(`    ${SPOT}: "SpotAsPriceGo"\n    {{- toYaml .Values.a | nindent 4 }}\n`).replace(
        'name: a',
        'name: {{ .Values.n }}',
      ),
      'helm',
    ],
  ];
  for (const [where, from, to, syntax] of cases) it(where, () => assert.equal(taken(from, SPOT, syntax), to));

  it('in the pod template of every workload, and not on the workload itself', () => {
    for (const [kind, make] of Object.entries(KINDS)) {
      assert.ok(
        proposals(make({ annotations: 'k8s|\n' })).some(({ label }) => label === SPOT),
        kind,
      );
      if (kind === 'Pod') continue;
      assert.deepEqual(
        proposals(make({ outer: 'k8s|\n' })).map(({ label }) => label),
        [`${K}ess-scaling-group-min-size`, `${K}ess-scaling-group-max-size`],
        kind,
      );
    }
  });

  it('offers all 150 keys, each where it belongs', () => {
    const offered = new Set(
      [
        block('    |\n'),
        `${POD}  labels:\n    |\n${REST}`,
        'apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    |\n',
        'apiVersion: eci.alibabacloud.com/v1\nkind: ImageCache\nmetadata:\n  annotations:\n    |\n',
        KINDS['Deployment']!({ outer: '|\n' }),
      ].flatMap(text => proposals(text).map(({ label }) => label)),
    );
    assert.deepEqual([...offered].sort(), data.annotations.map(({ key }) => key).sort());
  });

  it('what is taken gives no finding for keys in use that need nothing else', () => {
    for (const { key, state, on, needs, successor, form } of data.annotations) {
      if (on !== 'pod' || state !== 'active' || needs || successor || ['json'].includes(form.kind)) continue;
      assert.deepEqual(found(taken(block('    |\n'), key)), [], key);
    }
  });

  it('strikes through what is old or written by the platform, and leaves out what is there', () => {
    const all = proposals(block(`    ${SPOT}: SpotAsPriceGo\n    |\n`));
    assert.ok(!all.some(({ label }) => label === SPOT));
    for (const { label, deprecated } of all)
      assert.equal(deprecated, data.annotations.find(({ key }) => key === label)!.state !== 'active', label);
  });

  it('says units and limits', () => {
    const detail = (name: string): string =>
      format(proposals(block('    |\n')).find(({ label }) => label === K + name)!.detail, 'en');
    assert.equal(detail('eci-max-pending-minute'), '10 to 1440 minutes, default 240');
    assert.equal(detail('eci-spot-strategy'), 'one of SpotAsPriceGo, SpotWithPriceLimit');
    assert.equal(detail('eci-platform-version'), 'written by the platform; do not set it');
  });

  it('nothing elsewhere, for other providers, or without the data', () => {
    for (const text of [
      `${POD}  foo:\n    |\n${REST}`,
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: |\n${REST}`,
      `${POD}  |\n${REST}`,
      'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    |\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  annotations:\n    |\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: >-\n    metadata:\n      annotations:\n        k8s|\n',
      'podAnnotations:\n  |\n',
      `${POD}  annotations:\n    # k8s|\n${REST}`,
      '|',
    ]) {
      assert.deepEqual(proposals(text), [], text);
    }
    assert.deepEqual(proposals(block('    |\n'), 'yaml', eciContext({ provider: 'eks' })), []);
    assert.deepEqual(proposals(block('    |\n'), 'yaml', withoutEci), []);
  });
});

describe('completion of values', () => {
  const row = (value: string): string => block(`    ${SPOT}: ${value}\n`);
  const cases: [string, string][] = [
    ['|', '"SpotAsPriceGo"'],
    ['Sp|', '"SpotAsPriceGo"'],
    ['"Sp|"', '"SpotAsPriceGo"'],
    ['"|"', '"SpotAsPriceGo"'],
    ["'|'", "'SpotAsPriceGo'"],
    ['"Spot|WithPriceLimit" # x', '"SpotAsPriceGo" # x'],
  ];
  for (const [from, to] of cases) it(from, () => assert.equal(taken(row(from), 'SpotAsPriceGo'), row(to)));

  it('in flow style and JSON', () => {
    assert.equal(
      taken(`${POD}  annotations: {${SPOT}: |}\n${REST}`, 'SpotAsPriceGo'),
      `${POD}  annotations: {${SPOT}: "SpotAsPriceGo"}\n${REST}`,
    );
    const json = (value: string): string =>
      `{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"${SPOT}":"${value}"}}}`;
    assert.equal(taken(json('|'), 'SpotAsPriceGo', 'json'), json('SpotAsPriceGo'));
  });

  it('the next of a list, and sizes', () => {
    const list = (value: string): string => block(`    ${K}eci-compute-category: ${value}\n`);
    assert.equal(taken(list('"economy,|"'), 'general'), list('"economy,general"'));
    const specs = (value: string): string => block(`    ${K}eci-use-specs: ${value}\n`);
    assert.equal(taken(specs('"2-4Gi,|"'), '4-8Gi'), specs('"2-4Gi,4-8Gi"'));
  });

  it('labels too, and nothing for values that are free', () => {
    const label = (value: string): string => `${POD}  labels:\n    alibabacloud.com/eci: ${value}\n${REST}`;
    assert.equal(taken(label('|'), 'true'), label('"true"'));
    assert.deepEqual(proposals(block(`    ${K}eci-ram-role-name: |\n`)), []);
    assert.deepEqual(proposals(block('    other: |\n')), []);
  });
});

describe('hover of a key', () => {
  const at = (marked: string, syntax: Syntax = 'yaml') => {
    const { slice, offset } = cursor(marked, syntax);
    const hover = describeAt(slice, offset, usual);
    return hover && { of: slice.text.slice(hover.start, hover.end), ...hover.explanation };
  };

  it('says meaning, values, place, since when and source', () => {
    const hover = at(block('    k8s.aliyun.com/eci-max-pending|-minute: "30"\n'));
    assert.ok(hover);
    assert.equal(hover.of, `${K}eci-max-pending-minute`);
    assert.deepEqual(
      [hover.title, ...hover.rows.flatMap(({ label, value }) => [label, value])].map(each => format(each, 'en')),
      [
        `${K}eci-max-pending-minute: How long the pod may stay Pending.`,
        'Values',
        '10 to 1440 minutes, default 240',
        'Where',
        'annotation of the pod (metadata.annotations of a Pod or a pod template)',
        'Since',
        'not stated by the source',
      ],
    );
    assert.ok(hover.sources.some(source => source.startsWith('https://')));
    assert.match(hover.advice.map(each => format(each, 'en')).join(), /when the pod is created/);
  });

  it('of every key in its place; not of its value, of other keys, or elsewhere', () => {
    for (const { key, on } of data.annotations.filter(each => each.on === 'pod' || each.on === 'label')) {
      const field = on === 'pod' ? 'annotations' : 'labels';
      const text = `${POD}  ${field}:\n    |${key}: x\n    alibabacloud.com/eci: "true"\n${REST}`;
      assert.equal(at(text)?.of, key);
    }
    assert.equal(at(block(`    ${SPOT}: Spot|AsPriceGo\n`)), undefined);
    assert.equal(at(block(`    oth|er: x\n    ${SPOT}: SpotAsPriceGo\n`)), undefined);
    assert.equal(at(`apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  ${SPOT}|: x\n`), undefined);
  });
});
