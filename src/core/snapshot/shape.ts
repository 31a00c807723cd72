/** An allow-list as data: from one shape come the filter of what a server sends, the type of what is kept, and the check of a file. */

/** What the filter needs from outside the core, or across objects. */
export interface Keeping {
  /** Facts of a base64 PEM bundle; absent where none can be parsed (a saved snapshot holds the facts already). */
  readonly certificates?: (bundle: string) => CertificateBundle | undefined;
  /** Returns an equal value seen before, so that ten thousand replicas share one template. */
  readonly share?: <T>(value: T) => T;
}

export interface CertificateFacts {
  readonly notBefore: string;
  readonly notAfter: string;
  readonly ca: boolean;
  readonly selfSigned: boolean;
  readonly subjectAltName: boolean;
}

/** Never the certificates themselves. `certificates` is empty when nothing in the bundle could be parsed. */
export interface CertificateBundle {
  readonly certificates: readonly CertificateFacts[];
}

/** `present`: true when the field is there, whatever it holds; `origin`: scheme, host and port of a URL. */
export type Leaf =
  'string' | 'number' | 'boolean' | 'intOrString' | 'present' | 'strings' | 'stringMap' | 'origin' | 'certificates';
export interface Fields {
  readonly [field: string]: Shape;
}
export interface ListOf<S extends Shape> {
  readonly list: S;
  readonly only?: (raw: Raw) => boolean;
}
export interface Shared<S extends Shape> {
  readonly shared: S;
}
/** A value made from the whole object that the field stands in. */
export interface Derived<T> {
  readonly derive: (raw: Raw, keeping: Keeping) => T | undefined;
}
export type Shape = Leaf | { readonly fields: Fields } | AnyList | { readonly shared: Shape } | Derived<unknown>;
interface AnyList {
  readonly list: Shape;
  readonly only?: (raw: Raw) => boolean;
}

interface Leaves {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly intOrString: string | number;
  readonly present: true;
  readonly strings: readonly string[];
  readonly stringMap: Readonly<Record<string, string>>;
  readonly origin: string;
  readonly certificates: CertificateBundle;
}

/** What is left of an object after its shape has been applied. Every field may be missing. */
export type Kept<S> = S extends keyof Leaves
  ? Leaves[S]
  : S extends { readonly list: infer E }
    ? readonly Kept<E>[]
    : S extends { readonly shared: infer E }
      ? Kept<E>
      : S extends Derived<infer T>
        ? T
        : S extends { readonly fields: infer F }
          ? { readonly [K in keyof F]?: Kept<F[K]> }
          : never;

export type Raw = Readonly<Record<string, unknown>>;

export function fields<const F extends Fields>(shape: F): { readonly fields: F } {
  return { fields: shape };
}

/** A list of which every element keeps `shape`; elements that `only` refuses are left out. */
export function list<const S extends Shape>(shape: S, only?: (raw: Raw) => boolean): ListOf<S> {
  return only === undefined ? { list: shape } : { list: shape, only };
}

/** Marks what many objects have alike. */
export function shared<const S extends Shape>(shape: S): Shared<S> {
  return { shared: shape };
}

export function derive<T>(make: (raw: Raw, keeping: Keeping) => T | undefined): Derived<T> {
  return { derive: make };
}

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Longest text kept of any one field: messages of conditions are the longest that matter. */
const LONGEST = 2048;
const MOST_ENTRIES = 10_000;

export type Keep = (value: unknown, keeping: Keeping) => unknown;

/** Compiles a shape. The result gives undefined for what does not fit, and never throws. */
export function keeper(shape: Shape): Keep {
  if (typeof shape === 'string') return LEAVES[shape];
  if ('fields' in shape) return fieldsKeeper(shape.fields);
  if ('shared' in shape) {
    const keep = keeper(shape.shared);
    return (value, keeping) => {
      const kept = keep(value, keeping);
      return kept === undefined || keeping.share === undefined ? kept : keeping.share(kept);
    };
  }
  if ('list' in shape) return listKeeper(shape);
  // Derived values stand in an object; by themselves they have nothing to be made from.
  return () => undefined;
}

function fieldsKeeper(shape: Fields): Keep {
  const entries = Object.entries(shape).map(([field, element]) => {
    const made = typeof element === 'object' && 'derive' in element ? element.derive : undefined;
    return { field, made, keep: keeper(element) };
  });
  return (value, keeping) => {
    if (!isRaw(value)) return undefined;
    const kept: Record<string, unknown> = {};
    for (const { field, made, keep } of entries) {
      if (made !== undefined) {
        const derived = made(value, keeping);
        if (derived !== undefined) kept[field] = derived;
        continue;
      }
      const raw = value[field];
      if (raw === undefined || raw === null) continue;
      const found = keep(raw, keeping);
      if (found !== undefined) kept[field] = found;
    }
    return kept;
  };
}

function listKeeper(shape: AnyList): Keep {
  const keep = keeper(shape.list);
  const { only } = shape;
  return (value, keeping) => {
    if (!Array.isArray(value)) return undefined;
    const kept: unknown[] = [];
    for (const item of value.slice(0, MOST_ENTRIES) as unknown[]) {
      if (only !== undefined && !(isRaw(item) && only(item))) continue;
      const found = keep(item, keeping);
      if (found !== undefined) kept.push(found);
    }
    return kept;
  };
}

const LEAVES: Readonly<Record<Leaf, Keep>> = {
  string: value => keepString(value),
  number: value => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  boolean: value => (typeof value === 'boolean' ? value : undefined),
  intOrString: value => (typeof value === 'number' && Number.isFinite(value) ? value : keepString(value)),
  present: value => (value === undefined || value === null ? undefined : true),
  strings: value =>
    Array.isArray(value)
      ? value
          .slice(0, MOST_ENTRIES)
          .map(keepString)
          .filter(item => item !== undefined)
      : undefined,
  stringMap: value => keepStringMap(value),
  origin: value => {
    const [, scheme, host] = /^([a-z]+:\/\/)(?:[^@/?#]*@)?([^/?#]+)/i.exec(keepString(value) ?? '') ?? [];
    return scheme === undefined || host === undefined ? undefined : ownCopy(`${scheme}${host}`);
  },
  certificates: (value, keeping) => {
    if (typeof value === 'string') return keeping.certificates?.(value);
    return keepBundle(value, keeping);
  },
};

const keepBundle = keeper(
  fields({
    certificates: list(
      fields({
        notBefore: 'string',
        notAfter: 'string',
        ca: 'boolean',
        selfSigned: 'boolean',
        subjectAltName: 'boolean',
      }),
    ),
  }),
);

function keepString(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.length <= LONGEST ? value : ownCopy(`${value.slice(0, LONGEST)}…`);
}

/** The entries of a map of strings whose keys `allowed` lets through. */
export function keepStringMap(
  value: unknown,
  allowed: (key: string) => boolean = () => true,
): Readonly<Record<string, string>> | undefined {
  if (!isRaw(value)) return undefined;
  const kept: Record<string, string> = {};
  for (const key of Object.keys(value)) {
    const text = key === '__proto__' || !allowed(key) ? undefined : keepString(value[key]);
    if (text !== undefined) kept[key] = text;
  }
  return kept;
}

/** A string that does not keep a longer one alive which it was cut from. */
export function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
