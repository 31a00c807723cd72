/** New text in the style of its surroundings: block or flow, quoted as its neighbours are, safe for YAML 1.1 readers. */
import { needsQuotes } from '../yaml/scalar';

/** What may be written anew. `raw` is text of the document itself, copied. */
export type Value =
  | string
  | number
  | boolean
  | { readonly entries: readonly Entry[] }
  | { readonly items: readonly Value[] }
  | { readonly raw: string };

export interface Entry {
  readonly key: string;
  readonly value: Value;
  /** The key's own spelling, quotes included, where it is copied. */
  readonly rawKey?: string;
}

/** `plain`: YAML; `json`: keys and strings in double quotes; `strings`: only string values in double quotes (KYAML). */
export type Quoting = 'plain' | 'strings' | 'json';

export function writeString(text: string, quoting: Quoting): string {
  return quoting === 'plain' && !needsQuotes(text) ? text : JSON.stringify(text);
}

export function writeKey(key: string, quoting: Quoting): string {
  return quoting === 'json' || needsQuotes(key) ? JSON.stringify(key) : key;
}

function isScalarValue(value: Value): value is string | number | boolean {
  return typeof value !== 'object';
}

function writeScalar(value: string | number | boolean, quoting: Quoting): string {
  return typeof value === 'string' ? writeString(value, quoting) : String(value);
}

/** `key: value` in flow style on one line. */
export function writeFlowEntry(entry: Entry, quoting: Quoting): string {
  return `${entry.rawKey ?? writeKey(entry.key, quoting)}: ${writeFlow(entry.value, quoting)}`;
}

export function writeFlow(value: Value, quoting: Quoting): string {
  if (isScalarValue(value)) return writeScalar(value, quoting);
  if ('raw' in value) return value.raw;
  if ('items' in value) return `[${value.items.map(item => writeFlow(item, quoting)).join(', ')}]`;
  return `{${value.entries.map(entry => writeFlowEntry(entry, quoting)).join(', ')}}`;
}

/** Lines of a block map entry; the first is not indented (the caller stands there), later ones are, by `indent` columns. */
export function writeBlockEntry(entry: Entry, indent: number, step: number, eol: string): string {
  const key = `${entry.rawKey ?? writeKey(entry.key, 'plain')}:`;
  const { value } = entry;
  if (isScalarValue(value)) return `${key} ${writeScalar(value, 'plain')}`;
  if ('raw' in value) return `${key} ${value.raw}`;
  const inner = ' '.repeat(indent + step);
  if ('items' in value) {
    if (value.items.every(isScalarValue)) return `${key} ${writeFlow(value, 'plain')}`;
    const lines = value.items.map(item => `${inner}- ${writeItem(item, indent + step + 2, step, eol)}`);
    return [key, ...lines].join(eol);
  }
  if (value.entries.length === 0) return `${key} {}`;
  return [key, ...value.entries.map(each => inner + writeBlockEntry(each, indent + step, step, eol))].join(eol);
}

function writeItem(item: Value, indent: number, step: number, eol: string): string {
  if (isScalarValue(item) || 'raw' in item || 'items' in item || item.entries.length === 0) return writeFlow(item, 'plain');
  return item.entries.map(each => writeBlockEntry(each, indent, step, eol)).join(eol + ' '.repeat(indent));
}

/** `key: value` over several lines of a flow map (JSON, KYAML), the closing bracket under the key. */
export function writeFlowLines(entry: Entry, indent: number, step: number, eol: string, quoting: Quoting): string {
  const { value } = entry;
  if (isScalarValue(value) || 'raw' in value || 'items' in value || value.entries.length === 0) return writeFlowEntry(entry, quoting);
  const inner = value.entries.map(each => `${' '.repeat(indent + step)}${writeFlowLines(each, indent + step, step, eol, quoting)}`);
  const key = entry.rawKey ?? writeKey(entry.key, quoting);
  const comma = quoting === 'strings' ? ',' : '';
  return `${key}: {${eol}${inner.join(`,${eol}`)}${comma}${eol}${' '.repeat(indent)}}`;
}
