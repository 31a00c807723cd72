/**
 * Completion of ECI's annotations and labels: the key first, then its value. A mark is put where the cursor stands and
 * the text parsed with it, so that YAML itself says in which map that is; a text that is half written will do.
 */
import { allowedWords, bothWords, type EciCatalog, type EciRow } from './annotations/catalog';
import { placeWords } from './annotations/describe';
import { type Field, type Role, sitesOf } from './annotations/sites';
import { type Context } from './model/context';
import { type DocumentSlice } from './model/document';
import { message, type Message } from './model/message';
import { type Span } from './model/text';
import { parseSlice } from './yaml/parse';
import { readResources } from './yaml/resources';
import { keyStart, keyText, type MapView } from './yaml/view';

export interface Completion extends Span {
  readonly label: string;
  readonly kind: 'key' | 'value';
  /** What to write; `snippet` is the same with tab stops, and braces and dollars escaped. */
  readonly newText: string;
  readonly snippet: string;
  /** Units and limits, or the meaning where there are none. */
  readonly detail: Message;
  readonly documentation: Message;
  readonly sources: readonly string[];
  /** An old name, or one that only the platform writes: shown, but last and struck through. */
  readonly deprecated: boolean;
  /** Something to choose comes next. */
  readonly hasChoices: boolean;
}

const MARK = 'kubeUpgradeMark';

/** Where the cursor stands: the word under it, and whether the line says it is a key or a value. */
interface Place extends Span {
  readonly mode: 'key' | 'value';
  /** Of a value: start of its key. */
  readonly key: number;
  readonly quote: '' | '"' | "'";
  /** Of a key: a colon follows already. */
  readonly hasColon: boolean;
  readonly flow: boolean;
}

/** Proposals at an offset of the slice; none outside of the places that ECI reads, or without its data. */
export function complete(slice: DocumentSlice, offset: number, context: Context): Completion[] {
  const catalog = context.eci;
  if (!catalog || context.target.provider === 'eks' || context.target.provider === 'acp') return [];
  const place = placeAt(slice.text, offset);
  if (!place) return [];
  const mark =
    place.mode === 'key' ? (place.hasColon ? `"${MARK}"` : `"${MARK}": ""${followed(slice.text, place)}`) : '""';
  const text = slice.text.slice(0, place.start) + mark + slice.text.slice(place.end);
  const marked = place.mode === 'key' ? place.start : place.key;
  const document = parseSlice({ ...slice, text });
  for (const site of readResources(document).flatMap(sitesOf)) {
    for (const field of ['annotations', 'labels'] as const) {
      const view = site[field];
      const pair = view?.pairs.find(each => keyStart(each) === marked);
      if (!view || !pair) continue;
      if (place.mode === 'value') {
        return values(catalog, catalog.find(keyText(document, pair) ?? ''), place, slice.text, field);
      }
      const flow = view.node.flow === true;
      const after = followed(slice.text, place) === '' ? '' : ', ';
      const quote = slice.syntax === 'json' ? '"' : place.quote;
      return keys(catalog, site.role, field, view).map(row => keyItem(row, catalog, { ...place, flow, quote }, after));
    }
  }
  return [];
}

/** In a flow map another key may follow without a comma, which the mark would swallow. */
function followed(text: string, { end, flow }: Place): string {
  return flow && /^\s*["'\w]/.test(text.slice(end, end + 200)) ? ',' : '';
}

function placeAt(text: string, offset: number): Place | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(lineStart, newline < 0 ? text.length : newline).replace(/\r$/, '');
  const before = text.slice(lineStart, offset);
  // The last brace or comma outside of quotes begins a new pair of a flow map.
  const head = /^(?:"[^"]*"|'[^']*'|[^"'])*[{,](?=[^{,]*$)\s*/.exec(before)?.[0] ?? /^\s*/.exec(before)![0];
  const word = before.slice(head.length);
  const rest = line.slice(before.length);
  const flow = /[{,]\s*$/.test(head) || (head.trim() === '' && isInFlow(text, lineStart));
  const key = /^(["']?)([\w./-]*)$/.exec(word);
  if (key) {
    const quote = key[1] as Place['quote'];
    // Before a neighbour in a flow map nothing is replaced.
    const tail = flow && word === '' ? '' : /^[\w./*-]*/.exec(rest)![0];
    const close = quote !== '' && rest[tail.length] === quote ? 1 : 0;
    const after = rest.slice(tail.length + close);
    if (!/^\s*(?::|[,}]|#|$)/.test(after) && !flow) return undefined;
    const start = lineStart + head.length;
    const end = offset + tail.length + close;
    return { mode: 'key', start, end, key: start, quote, hasColon: /^\s*:/.test(after), flow };
  }
  const value = /^(?:"[\w./-]+"|'[\w./-]+'|[\w./-]+)\s*:(?:\s+|(?=["']))(["']?)([^"'#{}[\]]*)$/.exec(word);
  if (!value) return undefined;
  const quote = value[1] as Place['quote'];
  const length = value[2]!.length + quote.length;
  const tail = (quote === '' ? /^[^\s,}#]*/ : new RegExp(`^[^${quote}]*${quote}?`)).exec(rest)![0];
  return {
    mode: 'value',
    start: offset - length,
    end: offset + tail.length,
    key: lineStart + head.length,
    quote,
    hasColon: true,
    flow,
  };
}

/** Whether the line lies inside braces that an earlier line opened. */
function isInFlow(text: string, lineStart: number): boolean {
  const above = text.slice(0, lineStart).trimEnd();
  return /[{,]$/.test(above);
}

/** Rows for a place whose keys are not there yet. */
function keys(catalog: EciCatalog, role: Role, field: Field, view: MapView): EciRow[] {
  const there = new Set(view.pairs.map(pair => keyText(view.document, pair)));
  return catalog.rows.filter(row => belongs(row, role, field) && !there.has(row.key));
}

function belongs(row: EciRow, role: Role, field: Field): boolean {
  if (role === 'imageCache') return row.on === 'imageCache' && field === 'annotations';
  if (role === 'outer') return row.on === 'workload' && field === 'annotations';
  if (field === 'annotations') return role === 'pod' && row.on === 'pod';
  if (role === 'namespace') return row.on === 'namespaceLabel' || (row.on === 'label' && row.namespace === true);
  return row.on === 'label';
}

function keyItem(row: EciRow, catalog: EciCatalog, place: Place, after: string): Completion {
  const choices = choicesOf(row);
  const json = row.form.kind === 'json' && !place.quote;
  const mark = json ? "'" : '"';
  const key =
    place.quote || (place.flow && !isPlain(row.key)) ? `${place.quote || '"'}${row.key}${place.quote || '"'}` : row.key;
  const stop = choices.length > 0 ? `\${1|${choices.join(',')}|}` : json ? `\${1:${escape(row.example)}}` : '$1';
  const only = place.hasColon;
  return {
    start: place.start,
    end: place.end,
    label: row.key,
    kind: 'key',
    newText: only ? key : `${key}: ${mark}${mark}${after}`,
    snippet: only ? escape(key) : `${escape(key)}: ${mark}${stop}${mark}${after}`,
    ...wordsOf(row),
    sources: catalog.sourcesOf(row),
    deprecated: row.state !== 'active',
    hasChoices: !only && choices.length > 0,
  };
}

function values(catalog: EciCatalog, row: EciRow | undefined, place: Place, text: string, field: Field): Completion[] {
  if (!row || (row.on === 'pod') !== (field === 'annotations')) return [];
  const typed = text.slice(place.start + place.quote.length, place.end);
  // In a list the last item is what is being written.
  const done = row.form.list || row.form.kind === 'specs' ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
  const quote = place.quote || '"';
  const sizes = row.form.kind === 'specs' ? sizesOf(catalog) : choicesOf(row);
  return sizes.map(value => {
    const newText = `${quote}${done}${value}${quote}`;
    return {
      start: place.start,
      end: place.end,
      label: value,
      kind: 'value',
      newText,
      snippet: escape(newText),
      ...wordsOf(row),
      sources: [],
      deprecated: false,
      hasChoices: false,
    };
  });
}

function choicesOf(row: EciRow): readonly string[] {
  if (row.state === 'readonly') return [];
  return row.form.kind === 'bool' ? ['true', 'false'] : (row.form.values ?? []);
}

/** Every size of vCPU and memory that each region has. */
function sizesOf({ pairs }: EciCatalog): readonly string[] {
  const cpus = Object.keys(pairs).sort((a, b) => Number(a) - Number(b));
  return cpus.flatMap(cpu => pairs[cpu]!.map(memory => `${cpu}-${memory}Gi`));
}

function wordsOf(row: EciRow): Pick<Completion, 'detail' | 'documentation'> {
  const meaning = bothWords(row.meaning);
  const detail = row.state === 'readonly' ? message('eci.state.readonly') : (allowedWords(row) ?? placeWords(row));
  return { detail, documentation: meaning };
}

function isPlain(key: string): boolean {
  return /^[\w./-]+$/.test(key);
}

/** Text in a snippet, where a dollar, a brace and a backslash mean more. */
function escape(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}
