/** What typing, merging and copying do to a manifest, and what nobody would do to one. */
import { type Syntax } from '../../../src/core/model/document';
import { type Random } from './random';

/** A manifest to begin with. */
export interface Seed {
  readonly name: string;
  readonly text: string;
  readonly syntax: Syntax;
}

const TOKENS = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '- ',
  '? ',
  '#',
  ' # note',
  '|',
  '>',
  '>-',
  '|2+',
  '\t',
  ' ',
  '  ',
  '\\',
  '~',
  '!',
  '%',
  '&a ',
  '*a',
  '&b',
  '*b ',
  '<<: *a',
  '<<: ',
  '!!str ',
  '!Ref ',
  '!<tag:x> ',
  '@',
  '`',
  '{{',
  '}}',
  '{{ .Values.x }}',
  '{{- if .x }}\n',
  '{{- end }}\n',
  '{{ else }}',
  '{{/* note */}}',
  '{{- include "x" . | nindent 4 }}\n',
  '{{ "}}" }}',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '---\n',
  '\n---\n',
  '\n--- # next\n',
  '\n...\n',
  '%YAML 1.1\n',
  '\ufeff',
  '\u0000',
  '\u2028',
  '\u00e9',
  '\u{1f680}',
  'apiVersion: extensions/v1beta1\n',
  'kind: Ingress\n',
  'kind: ',
  'apiVersion: ',
  '"apiVersion": ',
  '"api\\u0056ersion": ',
  'items:\n',
  'metadata:\n',
  'spec:\n',
  '# kube-upgrade-ignore removed-api\n',
  'null',
  'true',
  'y',
  '0777',
  '1_000',
  'name: a\n',
] as const;

type Mutation = (text: string, random: Random, others: readonly Seed[]) => string;

/** Most of these break the YAML. */
const ROUGH: readonly Mutation[] = [
  function truncate(text, random) {
    return text.slice(0, random.below(text.length + 1));
  },
  function behead(text, random) {
    return text.slice(random.below(text.length + 1));
  },
  function remove(text, random) {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random.below(random.chance(0.7) ? 3 : 40));
  },
  insert,
  insert,
  insert,
  function duplicate(text, random) {
    const at = random.below(text.length + 1);
    const part = text.slice(at, at + 1 + random.below(60));
    return text.slice(0, at) + part + text.slice(at);
  },
  function duplicateLine(text, random) {
    return onLines(text, rows => rows.splice(random.below(rows.length), 0, random.pick(rows)));
  },
  function removeLine(text, random) {
    return onLines(text, rows => rows.splice(random.below(rows.length), 1));
  },
  function swapLines(text, random) {
    return onLines(text, rows => {
      const from = random.below(rows.length);
      const to = random.below(rows.length);
      [rows[from], rows[to]] = [rows[to]!, rows[from]!];
    });
  },
];

/** Most of these leave it whole. */
const GENTLE: readonly Mutation[] = [
  function indentAll(text, random) {
    const by = 1 + random.below(8);
    return text.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  },
  function indentLine(text, random) {
    return onLines(text, rows => {
      const at = random.below(rows.length);
      rows[at] = random.chance(0.5) ? ' '.repeat(1 + random.below(4)) + rows[at]! : rows[at]!.replace(/^ {1,2}/, '');
    });
  },
  function widen(text) {
    return text.replace(/^ +/gm, blanks => blanks + blanks);
  },
  function narrow(text) {
    return text.replace(/^ +/gm, blanks => ' '.repeat(Math.ceil(blanks.length / 2)));
  },
  function carriageReturns(text) {
    return text.replace(/\r?\n/g, '\r\n');
  },
  function noFinalNewline(text) {
    return text.trimEnd();
  },
  function join(text, random, others) {
    return `${text}\n---\n${random.pick(others).text}`;
  },
  function splice(text, random, others) {
    const other = random.pick(others).text;
    return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1));
  },
  function asListItem(text) {
    return `apiVersion: v1\nkind: List\nitems:\n- ${text.trimEnd().replace(/\n/g, '\n  ')}\n`;
  },
  function underKey(text) {
    return `apiVersion: v1\nkind: ConfigMap\ndata:\n  inner: |\n${text.replace(/^/gm, '    ')}\n`;
  },
  function inBranch(text, random) {
    const [from, to] = [random.below(text.length + 1), random.below(text.length + 1)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    return `${text.slice(0, from)}{{- if .Values.on }}\n${text.slice(from, to)}{{- end }}\n${text.slice(to)}`;
  },
  function quoteWord(text, random) {
    const quote = random.pick(['"', "'"]);
    return replaceWord(text, random, word => quote + word + quote);
  },
  function anchorWord(text, random) {
    return replaceWord(text, random, word => `&a ${word}`);
  },
  function aliasWord(text, random) {
    return replaceWord(text, random, () => '*a');
  },
  function templateWord(text, random) {
    return replaceWord(text, random, () => random.pick(['{{ .Values.word }}', '{{ $x }}-v1', '{{ tpl "a" . }}']));
  },
  function comment(text, random) {
    return onLines(text, rows => {
      const at = random.below(rows.length);
      const indent = /^ */.exec(rows[at]!)![0];
      if (random.chance(0.5)) rows.splice(at, 0, `${indent}# a note`);
      else rows[at] = rows[at]!.replace(/\r?$/, ' # a note');
    });
  },
  function blankLine(text, random) {
    return onLines(text, rows => rows.splice(random.below(rows.length), 0, ''));
  },
];

function insert(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(TOKENS) + text.slice(at);
}

function onLines(text: string, change: (rows: string[]) => void): string {
  const rows = text.split('\n');
  change(rows);
  return rows.join('\n');
}

function replaceWord(text: string, random: Random, change: (word: string) => string): string {
  const words = [...text.matchAll(/[\w./-]{2,}/g)];
  if (words.length === 0) return text;
  const word = random.pick(words);
  return text.slice(0, word.index) + change(word[0]) + text.slice(word.index + word[0].length);
}

/** Inputs stay small: what a larger one would show is the benchmark's business. */
const LONGEST = 6_000;

/** A seed after one to four mutations, the gentle ones more often; one in twenty is left as it is. */
export function mutate(seed: Seed, random: Random, seeds: readonly Seed[]): string {
  let text = seed.text;
  if (random.chance(0.05)) return text;
  for (let count = 1 + random.below(4); count > 0; count--) {
    const change = random.pick(random.chance(0.75) ? GENTLE : ROUGH);
    text = change(text, random, seeds).slice(0, LONGEST);
  }
  return text;
}
