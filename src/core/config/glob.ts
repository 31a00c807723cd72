/** File patterns of `.kube-upgrade.yaml` and of the editor's settings, compiled to tests on `/`-separated paths. */

export type PathTest = (path: string) => boolean;

/**
 * `*` and `?` stay within a name, `**` crosses folders, `{a,b}` and `[a-z]` are alternatives. A pattern without a slash
 * fits a name at any depth, and one that fits a folder fits everything below it. Undefined for a pattern that leads
 * out of its folder or cannot be read.
 */
export function compileGlob(pattern: string): PathTest | undefined {
  const plain = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  if (plain === '' || plain.startsWith('/') || /^[A-Za-z]:/.test(plain) || plain.split('/').includes('..')) {
    return undefined;
  }
  const body = source(plain.includes('/') ? plain : `**/${plain}`);
  if (body === undefined) return undefined;
  const expression = new RegExp(`^${body}(?:/.*)?$`, 's');
  return path => expression.test(path);
}

/** The regular expression of a pattern, without anchors; undefined when a brace or bracket is never closed. */
export function source(pattern: string): string | undefined {
  let result = '';
  let braces = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === '*') {
      if (pattern[at + 1] !== '*') result += '[^/]*';
      else {
        while (pattern[at + 1] === '*') at++;
        if (pattern[at + 1] === '/') {
          at++;
          result += '(?:.*/)?';
        } else result += '.*';
      }
    } else if (character === '?') result += '[^/]';
    else if (character === '[') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) return undefined;
      const negated = /^[!^]/.test(pattern.slice(at + 1));
      const body = pattern.slice(at + (negated ? 2 : 1), close).replace(/[\\\]^[]/g, '\\$&');
      if (!isRange(body)) return undefined;
      result += `[${negated ? '^/' : ''}${body}]`;
      at = close;
    } else if (character === '{') {
      braces++;
      result += '(?:';
    } else if (character === '}' && braces > 0) {
      braces--;
      result += ')';
    } else if (character === ',' && braces > 0) result += '|';
    else if (character === '\\' && at + 1 < pattern.length) result += escape(pattern[++at]!);
    else result += escape(character);
  }
  return braces === 0 ? result : undefined;
}

/** `[z-a]` would make the regular expression throw. */
function isRange(body: string): boolean {
  return [...body.matchAll(/(.)-(.)/gs)].every(([, from, to]) => from! <= to!);
}

function escape(character: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character;
}
