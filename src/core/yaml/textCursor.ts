/** A place in a text, and the few steps a line-by-line reader takes from there. */

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;

export class TextCursor {
  readonly text: string;
  /** Offset of the next character to read. */
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether only a comment is left on the line; then the place is its end. */
  endsHere(): boolean {
    const before = this.at;
    const spaces = this.skipSpaces();
    if (this.isLineEnd(this.at)) return true;
    const comment =
      this.text.charCodeAt(this.at) === HASH && (spaces > 0 || this.text.charCodeAt(before - 1) === SPACE);
    if (comment) this.toLineEnd();
    return comment;
  }

  skipSpaces(): number {
    const start = this.at;
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
    return this.at - start;
  }

  isBlank(at: number): boolean {
    return this.text.charCodeAt(at) === SPACE || this.isLineEnd(at);
  }

  isLineEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === NEWLINE || Number.isNaN(code) || (code === RETURN && this.text.charCodeAt(at + 1) === NEWLINE);
  }

  lineEnd(from: number): number {
    const newline = this.text.indexOf('\n', from);
    return newline < 0 ? this.text.length : newline;
  }

  toLineEnd(): void {
    const end = this.lineEnd(this.at);
    this.at = end > this.at && this.text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
  }

  afterNewline(at: number): number {
    const text = this.text;
    if (text.charCodeAt(at) === NEWLINE) return at + 1;
    return text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === NEWLINE ? at + 2 : at;
  }

  /** Moves to the next line; false when something is left on this one. */
  newline(): boolean {
    const next = this.afterNewline(this.at);
    const done = next > this.at || this.at >= this.text.length;
    this.at = next;
    return done;
  }
}
