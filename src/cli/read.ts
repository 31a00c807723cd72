/** Bytes in, text out: says early and cheaply which files cannot hold a Kubernetes object. */
import { closeSync, openSync, readSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly bom: boolean }
  /** No key `apiVersion` anywhere: nothing here is a Kubernetes object. */
  | { readonly kind: 'other' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'notUtf8' };

/**
 * One buffer for all files: for thousands of small ones this costs a fraction of an allocation each,
 * and reading in turn beats reading side by side.
 */
export class Reader {
  #buffer = Buffer.allocUnsafe(256 * 1024);

  /** The bytes are valid until the next call. Works for pipes too (`<(helm template …)`). */
  read(path: string): Buffer {
    const descriptor = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        if (length === this.#buffer.length) {
          this.#buffer = Buffer.concat([this.#buffer], this.#buffer.length * 2);
        }
        const count = readSync(descriptor, this.#buffer, length, this.#buffer.length - length, null);
        if (count === 0) return this.#buffer.subarray(0, length);
        length += count;
      }
    } finally {
      closeSync(descriptor);
    }
  }
}

/** `whole`: the text is wanted even when nothing in it can be a Kubernetes object. */
export function decode(bytes: Buffer, whole: boolean): Decoded {
  if (bytes.includes(0)) return { kind: 'binary' };
  if (!whole && !mayHoldObject(bytes)) return { kind: 'other' };
  if (!isUtf8(bytes)) return { kind: 'notUtf8' };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { kind: 'text', text: bytes.toString('utf8', bom ? 3 : 0), bom };
}

/** A quoted key may spell its letters as escapes; then only the parser can tell. */
function mayHoldObject(bytes: Buffer): boolean {
  return bytes.includes('apiVersion') || bytes.includes('\\u00') || bytes.includes('\\x');
}
