/** Analyses a file again and again while it is edited, at the cost of the documents that changed. */
import { analyse } from './analyse';
import { crdLifecycles } from './ecosystem/definitions';
import { type Context, contextWith } from './model/context';
import { type DocumentSlice, type FileAnalysis, type AnalysedDocument, type Syntax } from './model/document';
import { shareParse } from './yaml/parse';
import { splitDocuments } from './yaml/split';

/** One per open file. Not shared between files: its cache is the previous answer. */
export class FileAnalyser {
  #previous: readonly AnalysedDocument[] = [];
  #context: Context | undefined;
  /** The context with the file's own definitions, while they stay the same. */
  #own: { readonly given: Context; readonly key: string; readonly context: Context } | undefined;

  /** `context` is compared by identity: hand in the same object while nothing in it changed. */
  analyse(text: string, syntax: Syntax, given: Context): FileAnalysis {
    const context = this.#withDefinitions(text, given);
    const slices = splitDocuments(text, syntax);
    const before = this.#context === context ? this.#previous : [];
    if (this.#context !== context) this.#keepTrees(slices);
    const documents = new Array<AnalysedDocument>(slices.length);
    let head = 0;
    while (head < slices.length && head < before.length && this.#reuse(documents, head, slices[head]!, before[head]!))
      head++;
    let tail = 1;
    while (slices.length - tail >= head && before.length - tail >= head) {
      if (!this.#reuse(documents, slices.length - tail, slices.at(-tail)!, before.at(-tail)!)) break;
      tail++;
    }
    for (let index = head; index <= slices.length - tail; index++) {
      documents[index] = { slice: slices[index]!, analysis: analyse(slices[index]!, context) };
    }
    this.#previous = documents;
    this.#context = context;
    return { documents };
  }

  /** Definitions in the file itself count at once, before any index has seen them. */
  #withDefinitions(text: string, given: Context): Context {
    const own = crdLifecycles(text);
    if (own.length === 0) return given;
    const key = JSON.stringify(own);
    if (this.#own?.given !== given || this.#own.key !== key) {
      const context = contextWith(given, { customKinds: [...own, ...(given.customKinds ?? [])] });
      this.#own = { given, key, context };
    }
    return this.#own.context;
  }

  #reuse(into: AnalysedDocument[], index: number, slice: DocumentSlice, old: AnalysedDocument): boolean {
    const same =
      slice.text === old.slice.text &&
      slice.syntax === old.slice.syntax &&
      slice.branch.length === old.slice.branch.length &&
      slice.branch.every((action, at) => action === old.slice.branch[at]) &&
      slice.given?.join('\0') === old.slice.given?.join('\0');
    if (same) {
      shareParse(old.slice, slice);
      into[index] = { slice, analysis: old.analysis };
    }
    return same;
  }

  /** Another target asks other questions of the same trees. */
  #keepTrees(slices: readonly DocumentSlice[]): void {
    slices.forEach((slice, index) => {
      const old = this.#previous[index]?.slice;
      if (old && old.text === slice.text && old.syntax === slice.syntax) shareParse(old, slice);
    });
  }
}
