/**
 * From an analysis to findings with lines and words, ready to be shown. Knows no VS Code, so that tests and the
 * benchmark run the very code that a keystroke runs. Costs what changed: a document that only moved is shifted.
 */
import { type DocumentAnalysis, type Finding } from '../core/model/finding';
import { type FileAnalysis } from '../core/model/document';
import { type Phrases } from './phrases';

/** Related places of one finding. */
const RELATED = 3;

/** Zero-based, in UTF-16 units, as the editor counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

export interface Published {
  readonly finding: Finding;
  readonly range: PlaceRange;
  readonly message: string;
  readonly related: readonly { readonly range: PlaceRange; readonly message: string }[];
}

/** One document as it was last published. */
interface Piece {
  readonly text: string;
  readonly analysis: DocumentAnalysis;
  /** Line ends in the text, and characters after the last of them. */
  readonly lines: number;
  readonly rest: number;
  /** Where the document began, and its findings from there. */
  readonly origin: Place;
  readonly items: readonly Published[];
}

/** One per open file: remembers the last answer and gives back the same array while nothing moved. */
export class Publisher {
  readonly #phrases: Phrases;
  #pieces: readonly Piece[] = [];
  #published: readonly Published[] = [];

  constructor(phrases: Phrases) {
    this.#phrases = phrases;
  }

  /** `analysis` must be of `text`. The result is identical (`===`) to the last one when the window needs no update. */
  publish(text: string, analysis: FileAnalysis): readonly Published[] {
    const before = this.#pieces;
    const shiftOfTail = before.length - analysis.documents.length;
    const pieces: Piece[] = [];
    let at = 0;
    let origin: Place = { line: 0, character: 0 };
    for (const [index, { slice, analysis: found }] of analysis.documents.entries()) {
      if (slice.start > at) origin = advance(origin, measure(text.slice(at, slice.start)));
      const old = same(before[index], slice.text, found) ?? same(before[index + shiftOfTail], slice.text, found);
      const piece = old === undefined ? this.#piece(slice.text, found, origin) : moved(old, origin);
      pieces.push(piece);
      origin = advance(origin, piece);
      at = slice.start + slice.text.length;
    }
    this.#pieces = pieces;
    const now = pieces.filter(holdsFindings);
    const then = before.filter(holdsFindings);
    if (now.length !== then.length || now.some((piece, index) => piece.items !== then[index]!.items)) {
      this.#published = now.flatMap(piece => piece.items);
    }
    return this.#published;
  }

  #piece(text: string, analysis: DocumentAnalysis, origin: Place): Piece {
    const size = measure(text);
    if (analysis.findings.length === 0) return { text, analysis, ...size, origin, items: [] };
    const starts = lineStarts(text);
    const range = (span: { readonly start: number; readonly end: number }): PlaceRange => ({
      start: move(placeAt(starts, span.start), origin),
      end: move(placeAt(starts, span.end), origin),
    });
    const items = analysis.findings.map(finding => ({
      finding,
      range: range(finding),
      message: this.#phrases.of(finding.message),
      // Places in other files are not this document's.
      related: distinct(
        finding.related
          .filter(({ file }) => file === undefined)
          .map(item => ({ range: range(item), message: this.#phrases.of(item.message) })),
      ),
    }));
    return { text, analysis, ...size, origin, items };
  }
}

/** VS Code lists these above the explanation: the first place of each change is enough, and more would hide it. */
function distinct(related: Published['related']): Published['related'] {
  return related
    .filter(({ message }, index) => related.findIndex(other => other.message === message) === index)
    .slice(0, RELATED);
}

function holdsFindings(piece: Piece): boolean {
  return piece.items.length > 0;
}

function same(piece: Piece | undefined, text: string, analysis: DocumentAnalysis): Piece | undefined {
  return piece?.analysis === analysis && piece.text === text ? piece : undefined;
}

function moved(piece: Piece, origin: Place): Piece {
  if (piece.origin.line === origin.line && piece.origin.character === origin.character) return piece;
  if (piece.items.length === 0) return { ...piece, origin };
  const range = (old: PlaceRange): PlaceRange => ({
    start: move(back(old.start, piece.origin), origin),
    end: move(back(old.end, piece.origin), origin),
  });
  const items = piece.items.map(item => ({
    ...item,
    range: range(item.range),
    related: item.related.map(related => ({ ...related, range: range(related.range) })),
  }));
  return { ...piece, origin, items };
}

function move(place: Place, origin: Place): Place {
  return { line: place.line + origin.line, character: place.character + (place.line === 0 ? origin.character : 0) };
}

function back(place: Place, origin: Place): Place {
  const line = place.line - origin.line;
  return { line, character: place.character - (line === 0 ? origin.character : 0) };
}

function advance(place: Place, size: { readonly lines: number; readonly rest: number }): Place {
  return { line: place.line + size.lines, character: size.lines === 0 ? place.character + size.rest : size.rest };
}

function measure(text: string): { lines: number; rest: number } {
  let lines = 0;
  let after = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', after)) {
    lines += 1;
    after = at + 1;
  }
  return { lines, rest: text.length - after };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeAt(starts: readonly number[], offset: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - starts[low]! };
}
