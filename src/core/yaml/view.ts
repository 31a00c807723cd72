/**
 * Reading a tree as Kubernetes would, with a third answer besides "there" and "not there": unknown, where a template
 * expression, an open map, a merge key or a duplicate hides the truth. Only what is certain may steer an edit.
 */
import { type Pair } from 'yaml';
import { message, type Message } from '../model/message';
import { armAt, isWithin, type Arm } from './mask';
import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  MAX_DEPTH,
  type Node,
  type ParsedDocument,
  type Scalar,
  type YAMLMap,
} from './parse';
import { plainInt, plainType, type ScalarType } from './scalar';

/** A node as reached: `via` are the aliases passed on the way from the document's root, outermost first. */
export interface Reached {
  readonly node: Node;
  readonly via: readonly Alias[];
}

export type Lookup =
  | { readonly state: 'present'; readonly pair: Pair; readonly value: Reached | null }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly reason: Message };

/** Follows aliases, recording each. Null for an alias without anchor, or one that leads into itself. */
export function resolve(document: ParsedDocument, node: unknown, via: readonly Alias[]): Reached | null {
  let at = node as Node | null | undefined;
  let path = via;
  while (isAlias(at)) {
    if (path.includes(at) || path.length > MAX_DEPTH) return null;
    path = [...path, at];
    at = document.targets.get(at);
  }
  return at ? { node: at, via: path } : null;
}

/** Text of a key as Kubernetes compares it; undefined for keys that are not plain text or come from an expression. */
export function keyText(document: ParsedDocument, pair: Pair): string | undefined {
  const key = resolve(document, pair.key, [])?.node;
  if (!isScalar(key) || isMasked(document, key)) return undefined;
  return typeof key.value === 'string' ? key.value : String(key.source ?? '');
}

/** Whether a template action stands inside the node's own text. */
export function isMasked(document: ParsedDocument, node: Node): boolean {
  const range = node.range;
  if (!range || document.actions.length === 0) return false;
  return document.actions.some(action => action.start < range[1] && action.end > range[0]);
}

export class MapView {
  constructor(
    readonly document: ParsedDocument,
    readonly node: YAMLMap,
    readonly via: readonly Alias[],
  ) {}

  get pairs(): readonly Pair[] {
    return this.node.items as readonly Pair[];
  }

  /** Innermost arm that holds all of the map's keys. */
  get arm(): Arm | null {
    const { arms } = this.document;
    if (arms.length === 0) return null;
    let arm = armAt(arms, keyStart(this.pairs[0]) ?? this.node.range?.[0] ?? 0);
    for (const pair of this.pairs) {
      const other = armAt(arms, keyStart(pair) ?? 0);
      while (arm && !isWithin(other, arm)) arm = arm.parent;
    }
    return arm;
  }

  /** The only pair with this key, if that can be known. */
  get(key: string): Lookup {
    const { document } = this;
    const found = this.pairs.filter(pair => keyText(document, pair) === key);
    const pair = found[0];
    if (!pair) return this.#missing(key);
    const arm = this.arm;
    const conditional =
      document.arms.length > 0 && found.some(each => armAt(document.arms, keyStart(each) ?? 0) !== arm);
    if (conditional) return unknown('fix.unknown.conditional', key);
    if (found.length > 1) return unknown('fix.unknown.duplicate', key);
    const value = resolve(document, pair.value, this.via);
    if (isAlias(pair.value) && !value) return unknown('fix.unknown.alias', key);
    if (value && document.open.has(value.node) && isScalar(value.node)) return unknown('fix.unknown.template', key);
    return { state: 'present', pair, value };
  }

  #missing(key: string): Lookup {
    const { document } = this;
    if (this.pairs.some(pair => keyText(document, pair) === '<<')) return unknown('fix.unknown.merge', key);
    const hidden = document.open.has(this.node) || this.pairs.some(pair => keyText(document, pair) === undefined);
    return hidden ? unknown('fix.unknown.template', key) : { state: 'absent' };
  }

  /** For findings: the value Kubernetes would read as far as it can be seen, the last of duplicates, merge keys followed. */
  peek(key: string): Reached | undefined {
    return this.peekAll(key).at(-1);
  }

  /** Every value given for the key, in order: in a template each may be the one of its branch. */
  peekAll(key: string, depth = 0): Reached[] {
    const { document } = this;
    const own = this.pairs.filter(pair => keyText(document, pair) === key);
    const values = own.flatMap(pair => resolve(document, pair.value, this.via) ?? []);
    if (values.length > 0 || depth > 20) return values;
    for (const pair of this.pairs) {
      if (keyText(document, pair) !== '<<') continue;
      const merged = resolve(document, pair.value, this.via);
      const sources =
        merged && isSequence(merged.node)
          ? merged.node.items.map(item => resolve(document, item, merged.via))
          : [merged];
      for (const source of sources) {
        if (!source || !isMap(source.node)) continue;
        const found = new MapView(document, source.node, source.via).peekAll(key, depth + 1);
        if (found.length > 0) return found;
      }
    }
    return [];
  }

  peekMap(key: string): MapView | undefined {
    return asMap(this.document, this.peek(key));
  }

  peekText(key: string): string | undefined {
    const reached = this.peek(key);
    return reached && isScalar(reached.node) ? scalarText(this.document, reached.node) : undefined;
  }

  /** Items of a list value; empty when it is none. */
  peekItems(key: string): Reached[] {
    const reached = this.peek(key);
    if (!reached || !isSequence(reached.node)) return [];
    return reached.node.items.flatMap(item => resolve(this.document, item, reached.via) ?? []);
  }
}

export function asMap(document: ParsedDocument, reached: Reached | null | undefined): MapView | undefined {
  return reached && isMap(reached.node) ? new MapView(document, reached.node, reached.via) : undefined;
}

export function isSequence(node: Node): node is Node & { items: unknown[]; flow?: boolean } {
  return !isMap(node) && !isScalar(node) && !isAlias(node) && !isPair(node) && 'items' in node;
}

/** The string Kubernetes reads; undefined for other types and for template expressions. */
export function scalarText(document: ParsedDocument, scalar: Scalar): string | undefined {
  if (isMasked(document, scalar) || scalarType(scalar) !== 'string') return undefined;
  return typeof scalar.value === 'string' ? scalar.value : scalar.source;
}

/** Type as Kubernetes reads it: quoted and block scalars are strings, plain ones follow YAML 1.1. */
export function scalarType(scalar: Scalar): ScalarType {
  return scalar.type === 'PLAIN' || scalar.type === undefined ? plainType(scalar.source ?? '') : 'string';
}

export function scalarInt(scalar: Scalar): number | undefined {
  return scalarType(scalar) === 'int' ? plainInt(scalar.source ?? '') : undefined;
}

export function keyStart(pair: Pair | undefined): number | undefined {
  return (pair?.key as Node | null | undefined)?.range?.[0];
}

function unknown(key: string, field: string): Lookup {
  return { state: 'unknown', reason: message(key, { field }) };
}
