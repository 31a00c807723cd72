/** Evaluates a template expression as far as a release alone decides it. Never guesses what the chart's values say. */
import { satisfies } from './semver';
import { combine, firstSet, FREE, known, not, taint, textFunction, truth, UNKNOWN, type Value } from './values';
import { type Cluster } from './cluster';

/** What an expression may refer to besides the cluster. */
export interface Scope {
  readonly cluster: Cluster;
  /** Called when the expression asks the cluster for something. */
  touch(): void;
  /** Undefined when the name is not set. */
  variable(name: string): Value | undefined;
  /** What a named template writes; undefined when there is none of this name. */
  include(name: string): Value | undefined;
}

/** Names of named templates that speak of the cluster, as far as a name tells. */
const OF_CLUSTER = /capabilit|kube-?version|api-?version/i;

/** An expression that cannot be read is unknown where it mentions the cluster, else free. */
export function evaluate(text: string, scope: Scope): Value {
  try {
    return new Expression(text, scope).all();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (!text.includes('Capabilities')) return FREE;
    scope.touch();
    return UNKNOWN;
  }
}

class Unreadable extends Error {}

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)')|(\$?\w*(?:\.\w+)+|\$\w*|\.)|(-?\d[\w.]*)|(\w+)|([()|,]))/y;
const MAX_DEPTH = 40;

class Expression {
  readonly #tokens: {
    readonly text: string;
    readonly kind: 'string' | 'path' | 'number' | 'word' | 'mark';
    readonly glued: boolean;
  }[] = [];
  readonly #scope: Scope;
  #at = 0;
  #depth = 0;

  constructor(text: string, scope: Scope) {
    this.#scope = scope;
    TOKEN.lastIndex = 0;
    const end = text.trimEnd().length;
    while (TOKEN.lastIndex < end) {
      const before = TOKEN.lastIndex;
      const match = TOKEN.exec(text);
      if (!match) throw new Unreadable();
      const kind = (['string', 'path', 'number', 'word', 'mark'] as const)[
        match.slice(1).findIndex(part => part !== undefined)
      ]!;
      this.#tokens.push({ text: match[0].trim(), kind, glued: !/\s/.test(text[before] ?? '') });
    }
  }

  all(): Value {
    const value = this.#pipeline();
    if (this.#at < this.#tokens.length) throw new Unreadable();
    return value;
  }

  #pipeline(): Value {
    if (++this.#depth > MAX_DEPTH) throw new Unreadable();
    let value = this.#command(undefined);
    while (this.#tokens[this.#at]?.text === '|') {
      this.#at++;
      value = this.#command(value);
    }
    this.#depth--;
    return value;
  }

  #command(piped: Value | undefined): Value {
    const first = this.#tokens[this.#at];
    if (first?.kind === 'word' && !['true', 'false', 'nil'].includes(first.text)) {
      this.#at++;
      const args = this.#operands();
      return this.#call(first.text, piped ? [...args, piped] : args);
    }
    if (first?.kind === 'path' && first.text.endsWith('.APIVersions.Has')) {
      this.#at++;
      const args = this.#operands();
      return this.#has(piped ? [...args, piped] : args);
    }
    const operands = this.#operands();
    if (operands.length !== 1 || piped) return /Capabilities/.test(first?.text ?? '') ? UNKNOWN : FREE;
    return operands[0]!;
  }

  #operands(): Value[] {
    const values: Value[] = [];
    for (
      let token = this.#tokens[this.#at];
      token && token.text !== ')' && token.text !== '|';
      token = this.#tokens[this.#at]
    ) {
      this.#at++;
      values.push(this.#operand(token));
    }
    return values;
  }

  #operand({ text, kind }: { text: string; kind: string }): Value {
    if (text === '(') {
      const value = this.#pipeline();
      if (this.#tokens[this.#at++]?.text !== ')') throw new Unreadable();
      const next = this.#tokens[this.#at];
      if (next?.kind !== 'path' || !next.glued) return value;
      this.#at++;
      return field(value, next.text, this.#scope.cluster);
    }
    if (kind === 'string') return known(text.startsWith('`') ? text.slice(1, -1) : unquote(text));
    if (kind === 'number') return known(Number(text));
    if (kind === 'path') return this.#path(text);
    if (text === 'true' || text === 'false') return known(text === 'true');
    if (text === 'nil') return known(false);
    throw new Unreadable();
  }

  #path(text: string): Value {
    const parts = text.split('.');
    const at = parts.indexOf('Capabilities');
    if (at >= 0) {
      this.#scope.touch();
      return capability(parts.slice(at + 1), this.#scope.cluster);
    }
    const [root = '', ...rest] = parts;
    if (root.length < 2) return FREE;
    const value = this.#scope.variable(root) ?? FREE;
    return rest.length === 0 ? value : field(value, `.${rest.join('.')}`, this.#scope.cluster);
  }

  #has(args: readonly Value[]): Value {
    this.#scope.touch();
    const name = args[0];
    if (args.length !== 1 || name?.kind !== 'known') return UNKNOWN;
    const answer = this.#scope.cluster.has(String(name.value));
    return answer === undefined ? UNKNOWN : known(answer);
  }

  #call(name: string, args: readonly Value[]): Value {
    const [first, second, third] = args;
    switch (name) {
      case 'and':
      case 'or':
        return combine(args, name === 'or');
      case 'not':
      case 'empty':
        return not(first);
      case 'include':
      case 'template':
      case 'tpl':
        return this.#include(name === 'tpl' ? undefined : first);
      case 'semverCompare':
        return this.#compareVersion(first, second);
      case 'has':
        return second?.kind === 'apis' && first ? this.#has([first]) : taint(args);
      case 'ternary': {
        const condition = third && truth(third);
        if (typeof condition === 'boolean') return (condition ? first : second) ?? FREE;
        return condition === 'unknown' ? UNKNOWN : taint(args);
      }
      case 'default':
        return firstSet([second, first]);
      case 'coalesce':
        return firstSet(args);
      case 'int':
      case 'int64':
      case 'float64':
      case 'atoi':
        return first?.kind === 'known' ? known(Number(String(first.value)) || 0) : taint(args);
      case 'eq':
        return this.#each(args, (a, b) => a === b, true);
      case 'ne':
        return this.#each(args, (a, b) => a !== b);
      case 'lt':
        return this.#each(args, (a, b) => a < b);
      case 'le':
        return this.#each(args, (a, b) => a <= b);
      case 'gt':
        return this.#each(args, (a, b) => a > b);
      case 'ge':
        return this.#each(args, (a, b) => a >= b);
      default:
        return textFunction(name, args) ?? taint(args);
    }
  }

  #include(name: Value | undefined): Value {
    if (name?.kind !== 'known') return UNKNOWN;
    const value = this.#scope.include(String(name.value));
    if (value !== undefined) return value;
    if (!OF_CLUSTER.test(String(name.value))) return FREE;
    this.#scope.touch();
    return UNKNOWN;
  }

  #compareVersion(constraint: Value | undefined, version: Value | undefined): Value {
    if (constraint?.kind !== 'known' || !version)
      return version?.kind === 'free' && constraint?.kind === 'free' ? FREE : UNKNOWN;
    if (version.kind === 'free' || version.kind === 'unknown' || version.kind === 'apis')
      return version.kind === 'free' ? FREE : UNKNOWN;
    const versions = version.kind === 'known' ? [String(version.value)] : this.#scope.cluster.versions;
    const answers = new Set(versions.map(each => satisfies(each, String(constraint.value))));
    const [answer] = answers;
    return answers.size === 1 && answer !== undefined ? known(answer) : UNKNOWN;
  }

  /** Comparisons; `eq` has one left side and any number of right ones. */
  #each(args: readonly Value[], test: (a: never, b: never) => boolean, any = false): Value {
    const values = args.flatMap(arg => (arg.kind === 'known' ? [arg.value as never] : []));
    if (values.length !== args.length) return taint(args);
    const [left, ...right] = values;
    if (left === undefined || right.length === 0 || (!any && right.length > 1)) return UNKNOWN;
    if (right.some(value => typeof value !== typeof left)) return UNKNOWN;
    return known(right.some(value => test(left, value)));
  }
}

function capability(parts: readonly string[], cluster: Cluster): Value {
  const [what, part, ...more] = parts;
  if (more.length > 0) return UNKNOWN;
  if (what === 'APIVersions') return part === undefined ? { kind: 'apis' } : UNKNOWN;
  if (what !== 'KubeVersion') return UNKNOWN;
  if (part === undefined || part === 'Version' || part === 'GitVersion') return { kind: 'version' };
  if (part === 'Major') return known('1');
  return part === 'Minor' && cluster.minorText !== null ? known(cluster.minorText) : UNKNOWN;
}

/** Fields of a value that an expression gave: `(semver …).Minor`, or of the release's objects. */
function field(value: Value, path: string, cluster: Cluster): Value {
  const parts = path.split('.').slice(1);
  const at = parts.indexOf('Capabilities');
  if (at >= 0) return capability(parts.slice(at + 1), cluster);
  if (value.kind === 'version' && parts.length === 1) {
    if (parts[0] === 'Major') return known(1);
    if (parts[0] === 'Minor') return known(Number(cluster.minor.slice(2)));
  }
  return value.kind === 'free' ? FREE : UNKNOWN;
}

function unquote(text: string): string {
  try {
    return text.startsWith('"') ? (JSON.parse(text) as string) : text.slice(1, -1);
  } catch {
    throw new Unreadable();
  }
}
