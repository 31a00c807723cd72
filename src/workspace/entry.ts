/** From an analysis to what the index keeps of it. Knows no VS Code. */
import { type ConfigIgnore } from '../core/config/config';
import { type AnalysedDocument, type DocumentSlice, type FileAnalysis } from '../core/model/document';
import { type Finding, type ResourceInfo, type ResourceRef } from '../core/model/finding';
import {
  type IndexedDocument,
  type IndexedFile,
  type IndexedFinding,
  type IndexedObject,
  type IndexedPlace,
} from './model';

/** A template's branches, or an ignore: then another target may find something else than the API alone tells. */
const HANGS_ON_MORE = /\.Capabilities|semverCompare|kube-upgrade-ignore/;
/** Kinds that refer to another object by its API, and the APIs that make a difference there. */
const REFERRING: ReadonlySet<string> = new Set(['HorizontalPodAutoscaler', 'Event']);
const OLD_REFERENCE = /\b(?:extensions\/v1beta1|apps\/v1beta[12])\b/;
/** Characters of such a document from which it is not kept. */
const KEPT = 64 * 1024;

export type Judged = Pick<IndexedFile, 'hash' | 'documents' | 'ignored' | 'problems' | 'path' | 'usedIgnores'>;

/** A string that a slice of a file's text came from would keep the whole text alive. */
export class Interner {
  readonly #known = new Map<string, string>();

  intern(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const own = ` ${text}`.slice(1);
    this.#known.set(own, own);
    return own;
  }
}

/** An analysis, and what it was made with. */
export interface Analysed {
  readonly analysis: FileAnalysis;
  readonly path: readonly string[];
  /** Address of the configuration whose ignores were at work. */
  readonly config: string | null;
}

/** `analysis` must be of `text`. */
export function judged(text: string, { analysis, path, config }: Analysed, interner: Interner): Judged {
  const places = new Places(text);
  const documents: IndexedDocument[] = [];
  const problems: { line: number; message: IndexedFile['problems'][number]['message'] }[] = [];
  const used = new Set<string>();
  let ignored = 0;
  for (const document of analysis.documents) {
    const { slice, analysis: found } = document;
    ignored += found.ignored;
    for (const ignore of found.ignoredBy ?? []) if (config !== null) used.add(ignoreKey(config, ignore));
    for (const { start, message } of found.problems)
      problems.push({ line: places.at(slice.start + start).line, message: copyOf(message) });
    if (found.resources.length === 0 && found.findings.length === 0) continue;
    documents.push({
      objects: objectsOf(document, places, interner),
      findings: found.findings.map(finding => located(finding, slice, places)),
      slice: slice.text.length <= KEPT && hangsOnMore(document) ? copyOf(slice) : null,
    });
  }
  return { hash: hashOf(text), documents, ignored, problems, path, usedIgnores: [...used] };
}

/** What names an ignore: the address of its file, and where it stands there. */
export function ignoreKey(config: string, ignore: ConfigIgnore): string {
  return `${config}#${ignore.start}`;
}

function hangsOnMore({ slice, analysis }: AnalysedDocument): boolean {
  if (HANGS_ON_MORE.test(slice.text) || slice.branch.some(action => HANGS_ON_MORE.test(action))) return true;
  return analysis.resources.some(
    ({ ref }) =>
      (slice.syntax === 'helm' && !/^[\w./-]+$/.test(ref.apiVersion)) ||
      (REFERRING.has(ref.kind) && OLD_REFERENCE.test(slice.text)),
  );
}

function located(finding: Finding, slice: DocumentSlice, places: Places): IndexedFinding {
  const start = slice.start + finding.start;
  const end = slice.start + finding.end;
  return { finding: copyOf(finding), start, end, from: places.at(start), to: places.at(end) };
}

function objectsOf({ slice, analysis }: AnalysedDocument, places: Places, interner: Interner): IndexedObject[] {
  const refs = namedRefs(slice, analysis.resources, analysis.parsed);
  return analysis.resources.map(({ start }, index) => {
    const ref = refs[index]!;
    const offset = slice.start + start;
    const literal = (value: string | null): string | null =>
      value === null || value === '' || value.includes('{{') ? null : interner.intern(value);
    const name = literal(ref.name);
    return {
      apiVersion: interner.intern(ref.apiVersion),
      kind: interner.intern(ref.kind),
      namespace: literal(ref.namespace),
      name,
      offset,
      ...places.at(offset),
      templated: slice.syntax === 'helm' && name === null,
    };
  });
}

/** The scanner reads names from block YAML only; JSON says them at the price of a native parse. */
function namedRefs(slice: DocumentSlice, resources: readonly ResourceInfo[], parsed: boolean): readonly ResourceRef[] {
  const refs = resources.map(({ ref }) => ref);
  const [only] = refs;
  if (parsed || refs.length !== 1 || only === undefined || only.name !== null || !/^\s*\{/.test(slice.text))
    return refs;
  try {
    const { metadata } = JSON.parse(slice.text) as { metadata?: { namespace?: unknown; name?: unknown } };
    const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return [{ ...only, namespace: text(metadata?.namespace), name: text(metadata?.name) }];
  } catch {
    // YAML's flow style looks the same from here; the object is then known without its name.
    return refs;
  }
}

/** Places of offsets that mostly come in order: counts line ends once over the text. */
class Places {
  readonly #text: string;
  #line = 0;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): IndexedPlace {
    if (offset < this.#lineStart) {
      this.#line = 0;
      this.#lineStart = 0;
    }
    for (;;) {
      const feed = this.#text.indexOf('\n', this.#lineStart);
      if (feed < 0 || feed >= offset) break;
      this.#line += 1;
      this.#lineStart = feed + 1;
    }
    return { line: this.#line, character: offset - this.#lineStart };
  }
}

/** Plain data of its own: nothing in it holds on to the file's text. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Two multiplications a character over the text; collisions cost a finding that is shown late, never a wrong edit. */
export function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
