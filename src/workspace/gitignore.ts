/** `.gitignore` files: which paths Git leaves alone. Knows no VS Code. */
import { source } from '../core/config/glob';

interface Line {
  readonly expression: RegExp;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** One `.gitignore`; paths are relative to its folder. */
export class GitIgnore {
  /** The last one first: it is the one that counts. */
  readonly #lines: readonly Line[];

  constructor(text: string) {
    this.#lines = text
      .split(/\r?\n/)
      .flatMap(line => read(line) ?? [])
      .reverse();
  }

  /** Null when no line speaks of this path. The folders above it have to be asked before it. */
  verdict(path: string, isFolder: boolean): boolean | null {
    const last = this.#lines.find(line => (isFolder || !line.foldersOnly) && line.expression.test(path));
    return last === undefined ? null : !last.negated;
  }
}

function read(line: string): Line | undefined {
  let pattern = line.replace(/(?<!\\)\s+$/, '');
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const negated = pattern.startsWith('!');
  if (negated) pattern = pattern.slice(1);
  const foldersOnly = pattern.endsWith('/');
  if (foldersOnly) pattern = pattern.replace(/\/+$/, '');
  const anchored = pattern.includes('/');
  pattern = pattern.replace(/^\//, '');
  // Braces are ordinary characters to Git.
  const body = source((anchored ? '' : '**/') + pattern.replace(/[{}]/g, '\\$&'));
  return body === undefined ? undefined : { expression: new RegExp(`^${body}$`, 's'), negated, foldersOnly };
}
