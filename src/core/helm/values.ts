/** Values of template expressions, as far as they are known before rendering, and the functions that need nothing else. */

/**
 * `free`: the chart's values decide. `unknown`: it depends on the cluster in a way that is not understood. `version` is
 * the cluster's whole version string, `apis` its list of APIs.
 */
export type Value =
  | { readonly kind: 'known'; readonly value: string | number | boolean }
  | { readonly kind: 'version' | 'apis' | 'free' | 'unknown' };

export type Truth = boolean | 'free' | 'unknown';

export const FREE: Value = { kind: 'free' };
export const UNKNOWN: Value = { kind: 'unknown' };
export const known = (value: string | number | boolean): Value => ({ kind: 'known', value });

export function truth(value: Value): Truth {
  if (value.kind === 'known') return value.value !== '' && value.value !== 0 && value.value !== false;
  return value.kind === 'version' || value.kind === 'apis' ? true : value.kind;
}

/** Depends on the cluster when one of its parts does. */
export function taint(args: readonly Value[]): Value {
  return args.every(({ kind }) => kind === 'free' || kind === 'known') ? FREE : UNKNOWN;
}

export function combine(args: readonly Value[], any: boolean): Value {
  const truths = args.map(truth);
  const decisive = args[truths.indexOf(any)];
  if (decisive) return decisive;
  if (truths.includes('unknown')) return UNKNOWN;
  return truths.includes('free') ? FREE : (args.at(-1) ?? UNKNOWN);
}

export function not(value: Value | undefined): Value {
  if (!value) return UNKNOWN;
  const is = truth(value);
  return typeof is === 'boolean' ? known(!is) : { kind: is };
}

/** An override in the values is taken as not set; what stands in for it decides. */
export function firstSet(values: readonly (Value | undefined)[]): Value {
  for (const value of values) {
    if (!value || value.kind === 'free') continue;
    if (truth(value) !== false) return value;
  }
  return FREE;
}

/** Functions that only change how a text is written; a version stays one. */
export function textFunction(name: string, args: readonly Value[]): Value | undefined {
  const last = args.at(-1);
  const words = args.map(arg => (arg.kind === 'known' ? String(arg.value) : undefined));
  const whole = words.every(word => word !== undefined) ? (words as string[]) : undefined;
  const [a = '', b = '', c = ''] = whole ?? [];
  switch (name) {
    case 'toString':
    case 'quote':
    case 'squote':
    case 'trim':
    case 'lower':
    case 'semver':
      if (last?.kind === 'version') return last;
      return whole && name !== 'semver' ? known(name === 'lower' ? a.toLowerCase() : a.trim()) : undefined;
    case 'print':
      return args.length === 1 && last?.kind === 'version' ? last : whole && known(whole.join(''));
    case 'printf':
      if (words[0] === '%s' && last?.kind === 'version') return last;
      return whole && known(whole.slice(1).reduce((out, word) => out.replace(/%[sdv]/, () => word), a));
    case 'trimPrefix':
      if (last?.kind === 'version' && words[0] === 'v') return last;
      return whole && known(b.startsWith(a) ? b.slice(a.length) : b);
    case 'trimSuffix':
      return whole && known(a !== '' && b.endsWith(a) ? b.slice(0, -a.length) : b);
    case 'replace':
      return whole && known(c.replaceAll(a, b));
    case 'contains':
      return whole && known(b.includes(a));
    case 'hasPrefix':
      return whole && known(b.startsWith(a));
    case 'hasSuffix':
      return whole && known(b.endsWith(a));
    default:
      return undefined;
  }
}
