/** New text in the style of its surroundings: block or flow, quoted as its neighbours are, safe for YAML 1.1 readers. */
import { message } from '../model/message';
import { type Span } from '../model/text';
import { needsQuotes } from '../yaml/scalar';
import { NeedsPerson } from './needsPerson';

/** A pair's own text, from just after its key, moved to another place. */
export interface Copied {
  readonly copied: string;
  /** Column of the key where it stood: the text's later lines are indented for it. */
  readonly column: number;
  /** Comment lines that stood directly above, without their indentation. */
  readonly lead: readonly string[];
  /** Whether it stood in a flow map, so that it may be written into one. */
  readonly flow: boolean;
  /** Where it stood, the comment lines included. */
  readonly span: Span;
}

/** What may be written anew. `raw` is text of the document itself, copied, on one line. */
export type Value =
  | string
  | number
  | boolean
  | { readonly entries: readonly Entry[] }
  | { readonly items: readonly Value[] }
  | { readonly raw: string }
  | Copied;

export interface Entry {
  readonly key: string;
  readonly value: Value;
  /** The key's own spelling, quotes included, where it is copied. */
  readonly rawKey?: string;
}

/** `plain`: YAML; `json`: keys and strings in double quotes; `strings`: only string values in double quotes (KYAML). */
export type Quoting = 'plain' | 'strings' | 'json';

export interface Style {
  /** Spaces per level. */
  readonly step: number;
  /** Spaces from a key to the dash of its list's items. */
  readonly dash: number;
  readonly eol: string;
  readonly quoting: Quoting;
  /** JSON without blanks: nothing after colons and commas. */
  readonly tight: boolean;
}

/** What stands between two parts on one line. */
export function comma(style: Style): string {
  return style.tight ? ',' : ', ';
}

export function writeString(text: string, quoting: Quoting): string {
  return quoting === 'plain' && !needsQuotes(text) ? text : JSON.stringify(text);
}

export function writeKey(key: string, quoting: Quoting): string {
  return quoting === 'json' || needsQuotes(key) ? JSON.stringify(key) : key;
}

/** The text with all lines after its first moved by `columns`. */
export function reindent(text: string, columns: number): string {
  if (columns === 0) return text;
  return text.replace(
    /\n( *)(?=[^\r\n ])/g,
    (_, spaces: string) => '\n' + ' '.repeat(Math.max(0, spaces.length + columns)),
  );
}

function isScalarValue(value: Value): value is string | number | boolean {
  return typeof value !== 'object';
}

function writeScalar(value: string | number | boolean, quoting: Quoting): string {
  return typeof value === 'string' ? writeString(value, quoting) : String(value);
}

function keyOf(entry: Entry, quoting: Quoting): string {
  return entry.rawKey ?? writeKey(entry.key, quoting);
}

/** `key: value` in flow style on one line. */
export function writeFlowEntry(entry: Entry, style: Style): string {
  if (typeof entry.value === 'object' && 'copied' in entry.value)
    return keyOf(entry, style.quoting) + oneLine(entry.value);
  return `${keyOf(entry, style.quoting)}:${style.tight ? '' : ' '}${writeFlow(entry.value, style)}`;
}

/** What a block map says on several lines, or with comments, cannot stand inside brackets. */
function oneLine(value: Copied): string {
  const bare = value.copied.replace(/\s+$/, '');
  if (value.lead.length > 0 || (!value.flow && /\n|\s#/.test(bare))) throw new NeedsPerson(message('fix.unusual'));
  return bare;
}

export function writeFlow(value: Exclude<Value, Copied>, style: Style): string {
  if (isScalarValue(value)) return writeScalar(value, style.quoting);
  if ('raw' in value) return value.raw;
  if ('items' in value)
    return `[${value.items.map(item => writeFlow(item as Exclude<Value, Copied>, style)).join(comma(style))}]`;
  return `{${value.entries.map(entry => writeFlowEntry(entry, style)).join(comma(style))}}`;
}

/** Lines of a block map entry; the first is not indented (the caller stands there), later ones are, by `indent` columns. */
export function writeBlockEntry(entry: Entry, indent: number, style: Style): string {
  const { eol, step } = style;
  const key = keyOf(entry, 'plain');
  const { value } = entry;
  if (isScalarValue(value)) return `${key}: ${writeScalar(value, 'plain')}`;
  if ('raw' in value) return `${key}: ${value.raw}`;
  if ('copied' in value) {
    const lead = value.lead.map(line => line + eol + ' '.repeat(indent)).join('');
    return lead + key + reindent(value.copied, indent - value.column);
  }
  if ('items' in value) {
    if (value.items.every(isScalarValue))
      return `${key}: ${writeFlow(value, { ...style, quoting: 'plain', tight: false })}`;
    const column = indent + style.dash;
    return [`${key}:`, ...value.items.map(item => `${' '.repeat(column)}- ${writeItem(item, column + 2, style)}`)].join(
      eol,
    );
  }
  if (value.entries.length === 0) return `${key}: {}`;
  const inner = ' '.repeat(indent + step);
  return [`${key}:`, ...value.entries.map(each => inner + writeBlockEntry(each, indent + step, style))].join(eol);
}

function writeItem(item: Value, indent: number, style: Style): string {
  if (isScalarValue(item) || 'copied' in item || !('entries' in item) || item.entries.length === 0) {
    return writeFlow(item as Exclude<Value, Copied>, { ...style, quoting: 'plain', tight: false });
  }
  return item.entries.map(each => writeBlockEntry(each, indent, style)).join(style.eol + ' '.repeat(indent));
}

/** `key: value` over several lines of a flow map (JSON, KYAML), each closing bracket under its opening line. */
export function writeFlowLines(entry: Entry, indent: number, style: Style): string {
  const key = keyOf(entry, style.quoting);
  const { value } = entry;
  if (typeof value === 'object' && 'copied' in value) {
    if (!value.flow) return key + oneLine(value);
    const lead = value.lead.map(line => line + style.eol + ' '.repeat(indent)).join('');
    return lead + key + reindent(value.copied, indent - value.column);
  }
  return `${key}: ${writeLines(value, indent, style)}`;
}

function writeLines(value: Exclude<Value, Copied>, indent: number, style: Style): string {
  if (isScalarValue(value) || 'raw' in value) return writeFlow(value, style);
  const list = 'items' in value;
  const parts: readonly (Value | Entry)[] = list ? value.items : value.entries;
  if (parts.length === 0 || (list && value.items.every(isScalarValue))) return writeFlow(value, style);
  const inner = indent + style.step;
  const lines = list
    ? value.items.map(item => writeLines(item as Exclude<Value, Copied>, inner, style))
    : value.entries.map(each => writeFlowLines(each, inner, style));
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const { eol } = style;
  const body = lines.map(line => ' '.repeat(inner) + line).join(`,${eol}`);
  return `${open}${eol}${body}${style.quoting === 'strings' ? ',' : ''}${eol}${' '.repeat(indent)}${close}`;
}
