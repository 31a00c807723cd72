/** Writes an entry into the `ignore` list of a `.kube-upgrade.yaml`, leaving everything else as it stands. */
import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { type Edit } from '../model/text';

export interface NewIgnore {
  readonly rule: string;
  /** Relative to the configuration's folder. */
  readonly file: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string | null;
  readonly reason: string | null;
  readonly until: string | null;
}

/** The edit, or undefined where the list is written in a way that a person should change. */
export function addIgnore(text: string, ignore: NewIgnore): Edit | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const document = parseDocument(text, { logLevel: 'silent' });
  const root = isScalar(document.contents) && document.contents.value === null ? null : document.contents;
  if (document.errors.length > 0 || (root !== null && (!isMap(root) || root.flow))) return undefined;
  const items = (root?.items ?? []) as Pair<Node, Node | null>[];
  const pair = items.find(({ key }) => isScalar(key) && key.value === 'ignore');
  if (pair === undefined) {
    const start = text === '' || /\n$/.test(text) ? '' : newline;
    return {
      start: text.length,
      end: text.length,
      newText: `${start}ignore:${newline}${entry(ignore, '  ', newline)}`,
    };
  }
  const { value } = pair;
  if (isSeq(value) && !value.flow && value.items.length > 0) {
    const first = (value.items[0] as Node | null)?.range?.[0];
    const end = value.range?.[1];
    if (first === undefined || end === undefined) return undefined;
    const indent = /^[ ]*/.exec(text.slice(text.lastIndexOf('\n', first - 1) + 1))![0];
    const at = text[end - 1] === '\n' ? end : lineEnd(text, end);
    const before = text[at - 1] === '\n' ? '' : newline;
    return { start: at, end: at, newText: before + entry(ignore, indent, newline) };
  }
  const empty =
    value === null || (isScalar(value) && value.value === null) || (isSeq(value) && value.items.length === 0);
  const keyEnd = pair.key.range?.[1];
  if (!empty || keyEnd === undefined) return undefined;
  const valueEnd = isSeq(value) ? value.range![1] : keyEnd + 1;
  const at = lineEnd(text, valueEnd);
  // `ignore: []` gives way to a list; a comment behind it stays.
  const rest = text.slice(valueEnd, at);
  const body = entry(ignore, '  ', newline);
  return { start: keyEnd, end: at, newText: `:${rest.trimEnd()}${newline}${body}` };
}

function entry(ignore: NewIgnore, indent: string, newline: string): string {
  const { rule, file, kind, namespace, name, reason, until } = ignore;
  const fields: readonly (readonly [string, string | null])[] = [
    ['rule', rule],
    ['files', file],
    ['kind', kind],
    ['namespace', namespace],
    ['name', name],
    ['until', until],
    ['reason', reason],
  ];
  return fields
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${scalar(value!)}${newline}`)
    .join('');
}

/** Plain where nobody could take it for anything else. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./ -]*\w$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : /^\d{4}-\d\d-\d\d$/.test(text)
      ? text
      : JSON.stringify(text);
}

/** After the line's end, or the text's. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}
