/** Where one document ends and the next begins. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Syntax } from '../../../src/core/model/document';
import { detectSyntax, splitDocuments } from '../../../src/core/yaml/split';
import { lines } from './support';

const texts = (text: string, syntax: Syntax = 'yaml'): string[] =>
  splitDocuments(text, syntax).map(slice => slice.text);

describe('splitDocuments', () => {
  const cases: readonly {
    readonly what: string;
    readonly text: string;
    readonly parts: readonly string[];
    readonly syntax?: Syntax;
  }[] = [
    { what: 'nothing', text: '', parts: [''] },
    { what: 'one document', text: 'a: 1\n', parts: ['a: 1\n'] },
    { what: 'a marker at the start', text: '---\na: 1\n', parts: ['---\na: 1\n'] },
    { what: 'two documents', text: 'a: 1\n---\nb: 2\n', parts: ['a: 1\n', '---\nb: 2\n'] },
    { what: 'a comment after the marker', text: 'a: 1\n--- # next\nb: 2\n', parts: ['a: 1\n', '--- # next\nb: 2\n'] },
    { what: 'content after the marker', text: 'a: 1\n--- {b: 2}\n', parts: ['a: 1\n', '--- {b: 2}\n'] },
    { what: 'a tab after the marker', text: 'a: 1\n---\tb\n', parts: ['a: 1\n', '---\tb\n'] },
    { what: 'a marker that ends the text', text: 'a: 1\n---', parts: ['a: 1\n', '---'] },
    { what: 'CRLF', text: 'a: 1\r\n---\r\nb: 2\r\n', parts: ['a: 1\r\n', '---\r\nb: 2\r\n'] },
    { what: 'empty documents', text: '---\n---\n---\n', parts: ['---\n', '---\n', '---\n'] },
    { what: 'four dashes', text: 'a: 1\n----\n', parts: ['a: 1\n----\n'] },
    { what: 'dashes before a word', text: 'a: |\n---b\n', parts: ['a: |\n---b\n'] },
    { what: 'indented dashes in a block scalar', text: 'a: |\n  ---\n  b\n', parts: ['a: |\n  ---\n  b\n'] },
    {
      what: 'dashes at column 0 end a block scalar too',
      text: 'a: |\n  b\n---\nc: 1\n',
      parts: ['a: |\n  b\n', '---\nc: 1\n'],
    },
    {
      what: 'an end marker stays with its document',
      text: 'a: 1\n...\n---\nb: 2\n',
      parts: ['a: 1\n...\n', '---\nb: 2\n'],
    },
    { what: 'JSON is one document', text: '{"a": "\n---\n"}', parts: ['{"a": "\n---\n"}'], syntax: 'json' },
    {
      what: 'a define is a document',
      text: 'a: 1\n{{ define "x" }}\nb: 2\n{{ end }}\nc: 3\n',
      parts: ['a: 1\n', '{{ define "x" }}\nb: 2\n{{ end }}\n', 'c: 3\n'],
      syntax: 'helm',
    },
    {
      what: 'dashes inside an action part nothing',
      text: '{{/*\n---\n*/}}\na: 1\n',
      parts: ['{{/*\n---\n*/}}\na: 1\n'],
      syntax: 'helm',
    },
  ];
  for (const { what, text, parts, syntax } of cases) {
    it(what, () => assert.deepEqual(texts(text, syntax), parts));
  }

  it('leaves a byte order mark to no document, and shifts nothing', () => {
    const [first, second] = splitDocuments('\ufeffa: 1\n---\nb: 2\n', 'yaml');
    assert.deepEqual([first?.start, first?.text], [1, 'a: 1\n']);
    assert.equal(second?.start, 6);
  });

  it('names the actions round a document of a template, outermost first', () => {
    const text = lines(
      '{{- if .Values.a }}',
      '{{- with .Values.b }}',
      '---',
      'a: 1',
      '{{- else }}',
      '---',
      'b: 2',
      '{{- end }}',
      '{{- end }}',
    );
    assert.deepEqual(
      splitDocuments(text, 'helm').map(slice => slice.branch),
      [[], ['if .Values.a', 'with .Values.b'], ['if .Values.a', 'with .Values.b / else']],
    );
  });
});

describe('detectSyntax', () => {
  const cases: readonly (readonly [path: string, text: string, language: string | undefined, syntax: Syntax])[] = [
    ['a/b.yaml', 'a: 1', undefined, 'yaml'],
    ['a/b.JSON', '{}', undefined, 'json'],
    ['a/b', '{}', 'jsonc', 'json'],
    ['chart/templates/b.yaml', 'a: {{ .x }}', undefined, 'helm'],
    ['chart\\templates\\b.yaml', 'a: {{ .x }}', undefined, 'helm'],
    ['chart/templates/b.yaml', 'a: 1', undefined, 'yaml'],
    ['_helpers.tpl', '{{ define "x" }}{{ end }}', undefined, 'helm'],
    ['playbooks/b.yaml', 'a: "{{ item }}"', undefined, 'yaml'],
    ['b.yaml', 'a: 1', 'helm', 'helm'],
  ];
  for (const [path, text, language, syntax] of cases) {
    it(`${path} (${language ?? 'language unknown'}) is ${syntax}`, () =>
      assert.equal(detectSyntax(path, text, language), syntax));
  }
});
