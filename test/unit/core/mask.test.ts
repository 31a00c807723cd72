/** Template actions are found where Go finds them, and masked without moving anything. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findActions } from '../../../src/core/yaml/actions';
import { armAt, isWithin, maskTemplate } from '../../../src/core/yaml/mask';
import { lines } from './support';

describe('findActions', () => {
  const cases: readonly (readonly [what: string, text: string, actions: readonly string[]])[] = [
    ['none', 'a: {b: {}}', []],
    ['an output', 'a: {{ .Values.x }}', ['output .Values.x']],
    ['trim markers', '{{- .x -}}', ['output .x']],
    ['a minus that is no marker', '{{-1}}', ['output -1']],
    ['braces in a string', 'a: {{ "}}" }} b', ['output "}}"']],
    ['an escaped quote', 'a: {{ "\\"}}" }} b', ['output "\\"}}"']],
    ['braces in a character', "{{ '}' }}", ["output '}'"]],
    ['braces in a raw string, over lines', '{{ `}}\n}}` }}', ['output `}}\n}}`']],
    ['a comment with braces', '{{/* }} */}}', ['comment /* }} */']],
    ['a comment over lines', '{{- /* a\n}}\nb */ -}}', ['comment /* a\n}}\nb */']],
    ['an action over lines', '{{ include "x"\n  . }}', ['output include "x"\n  .']],
    [
      'blocks',
      '{{ if .a }}{{ else if .b }}{{ else }}{{ end }}',
      ['open if .a', 'else else if .b', 'else else', 'end end'],
    ],
    [
      'range, with, define, block',
      '{{range .a}}{{with .b}}{{define "x"}}{{block "y" .}}',
      ['open range .a', 'open with .b', 'open define "x"', 'open block "y" .'],
    ],
    ['an assignment', '{{- $x := .y }}{{ $x = 1 }}', ['assign $x := .y', 'assign $x = 1']],
    ['a variable that is written', '{{ $x }}', ['output $x']],
    ['unclosed: text from there on', 'a: {{ .x }} b: {{ .y', ['output .x']],
    ['an unclosed string', 'a: {{ "x }}\nb: {{ .y }}', []],
    ['an unclosed comment', '{{/* x }}\n{{ .y }}', []],
  ];
  for (const [what, text, actions] of cases) {
    it(what, () =>
      assert.deepEqual(
        findActions(text).map(action => `${action.kind} ${action.body}`),
        actions,
      ),
    );
  }

  it('says where each action begins and ends', () => {
    const text = 'a: {{ .x }}-{{- .y -}}';
    assert.deepEqual(
      findActions(text).map(({ start, end }) => text.slice(start, end)),
      ['{{ .x }}', '{{- .y -}}'],
    );
  });
});

describe('maskTemplate', () => {
  const cases: readonly (readonly [what: string, text: string, masked: string])[] = [
    ['nothing to mask', 'a: {b: 1}\n', 'a: {b: 1}\n'],
    ['an action on its own line becomes a comment', '  {{- if .a }}\na: 1\n', '  #           \na: 1\n'],
    ['a run of actions on one line', '{{ if .a }} {{ .b }}\n', '#                   \n'],
    ['an inline action becomes a word', 'a: {{ .b }}\n', 'a: ________\n'],
    ['a part of a word', 'a: x-{{ .b }}-y\n', 'a: x-________-y\n'],
    ['inside quotes', 'a: "{{ .b }}:{{ .c }}"\n', 'a: "________:________"\n'],
    ['over lines, alone', '{{/* a\r\nb */}}\r\na: 1\r\n', '#     \r\n#     \r\na: 1\r\n'],
    ['over lines, inline', 'a: {{ .b\n  .c }}\nd: 1\n', 'a: _____\n       \nd: 1\n'],
    ['as a key', '{{ .k }}: 1\n', '________: 1\n'],
    ['unclosed is left alone', 'a: {{ .b\n', 'a: {{ .b\n'],
  ];
  for (const [what, text, masked] of cases) {
    it(what, () => {
      assert.equal(maskTemplate(text).text, masked);
      assert.equal(masked.length, text.length);
      assert.deepEqual(masked.match(/[\r\n]/g), text.match(/[\r\n]/g));
    });
  }

  it('can leave blank lines instead of comments', () => {
    assert.equal(maskTemplate('a:\n{{ .b }}\n', ' ').text, 'a:\n        \n');
  });
});

describe('arms', () => {
  const text = lines(
    'a: 1',
    '{{ if .x }}',
    'b: 1',
    '{{ range .y }}',
    'c: 1',
    '{{ end }}',
    '{{ else if .z }}',
    'd: 1',
    '{{ else }}',
    'e: 1',
    '{{ end }}',
    'f: 1',
  );
  const { arms } = maskTemplate(text);
  const at = (key: string): readonly string[] => armAt(arms, text.indexOf(`${key}: 1`))?.actions ?? [];

  it('say under which conditions each place is written', () => {
    assert.deepEqual(at('a'), []);
    assert.deepEqual(at('b'), ['if .x']);
    assert.deepEqual(at('c'), ['range .y']);
    assert.deepEqual(at('d'), ['if .x', 'else if .z']);
    assert.deepEqual(at('e'), ['if .x', 'else if .z', 'else']);
    assert.deepEqual(at('f'), []);
  });

  it('know which arm holds which', () => {
    const inner = armAt(arms, text.indexOf('c: 1'));
    const outer = armAt(arms, text.indexOf('b: 1'));
    const other = armAt(arms, text.indexOf('e: 1'));
    assert.ok(isWithin(inner, outer));
    assert.ok(!isWithin(outer, inner));
    assert.ok(!isWithin(inner, other));
    assert.ok(isWithin(other, null));
  });

  it('survive an end without a beginning, and a beginning without an end', () => {
    assert.deepEqual(maskTemplate('{{ end }}{{ else }}\na: 1\n').arms, []);
    const open = maskTemplate('{{ if .x }}\na: 1\n');
    assert.equal(open.arms[0]?.end, '{{ if .x }}\na: 1\n'.length);
  });
});
