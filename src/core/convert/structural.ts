/**
 * Whether a validation schema is structural, as apiextensions.k8s.io/v1 demands.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
import { message, type Message } from '../model/message';
import { isMap, isScalar } from '../yaml/parse';
import { isSequence, keyText, MapView, resolve } from '../yaml/view';
import { type Converter } from './converter';

const FORBIDDEN = ['$ref', '$schema', 'id', 'definitions', 'dependencies', 'patternProperties', 'additionalItems'];
const FORBIDDEN_IN_LOGIC = ['description', 'type', 'default', 'additionalProperties', 'nullable', 'title'];
const LOGIC_LISTS = ['allOf', 'anyOf', 'oneOf'];
/** Schemas looked at before giving up: a guard against aliases that multiply. */
const MAX_SCHEMAS = 20_000;

/** What a schema says about itself. */
export interface SchemaCheck {
  /** Why it is not structural, null when it is. */
  readonly fault: Message | null;
  /** Whether an object below its root would lose unknown fields although the root keeps them. */
  readonly prunesInside: boolean;
}

export function checkSchema(c: Converter, root: MapView): SchemaCheck {
  const walk = new Walk(c);
  const fault = walk.schema(root, 'openAPIV3Schema', true);
  return { fault, prunesInside: walk.prunesInside };
}

class Walk {
  prunesInside = false;
  #seen = 0;

  constructor(readonly c: Converter) {}

  schema(schema: MapView, path: string, isRoot: boolean): Message | null {
    const { c } = this;
    if (++this.#seen > MAX_SCHEMAS) c.manual(message('fix.unusual'));
    const type = c.scalar(schema, 'type')?.text;
    const keeps = isTrue(c, schema, 'x-kubernetes-preserve-unknown-fields');
    const intOrString = isTrue(c, schema, 'x-kubernetes-int-or-string');
    if (isRoot && type !== 'object') return message('manual.schema.rootType');
    if (type === undefined && !keeps && !intOrString) return message('manual.schema.type', { path });
    const forbidden =
      FORBIDDEN.find(key => c.has(schema, key)) ?? (isTrue(c, schema, 'uniqueItems') ? 'uniqueItems' : undefined);
    if (forbidden !== undefined) return message('manual.schema.forbidden', { path, field: forbidden });
    const additional = c.has(schema, 'additionalProperties');
    if (additional && c.has(schema, 'properties')) return message('manual.schema.both', { path });
    if (!isRoot && type === 'object' && !keeps && !additional) this.prunesInside = true;
    return this.#children(schema, path, isRoot) ?? this.#logic(schema, schema, path, intOrString);
  }

  #children(schema: MapView, path: string, isRoot: boolean): Message | null {
    const { c } = this;
    const properties = c.map(schema, 'properties');
    for (const [name, child] of properties ? this.#entries(properties) : []) {
      const at = `${path}.properties.${name}`;
      if (!child) return message('manual.schema.value', { path: at });
      if (isRoot && name === 'metadata') {
        const known = c.map(child, 'properties');
        const extra = known?.pairs.find(
          pair => !['name', 'generateName'].includes(keyText(known.document, pair) ?? ''),
        );
        if (extra)
          return message('manual.schema.forbidden', {
            path: at,
            field: keyText(child.document, extra) ?? 'properties',
          });
        continue;
      }
      const fault = this.schema(child, at, false);
      if (fault) return fault;
    }
    if (c.has(schema, 'items')) {
      const items = this.#child(schema, 'items');
      const fault = items
        ? this.schema(items, `${path}.items`, false)
        : message('manual.schema.value', { path: `${path}.items` });
      if (fault) return fault;
    }
    const additional = this.#child(schema, 'additionalProperties');
    return additional ? this.schema(additional, `${path}.additionalProperties`, false) : null;
  }

  /** Conditions may only speak of what the structure outside them names. */
  #logic(schema: MapView, outer: MapView, path: string, intOrString: boolean): Message | null {
    const { c } = this;
    const conditions = LOGIC_LISTS.flatMap(key => c.list(schema, key).map(view => ({ view, at: `${path}.${key}` })));
    const not = c.map(schema, 'not');
    if (not) conditions.push({ view: not, at: `${path}.not` });
    for (const { view, at } of conditions) {
      const fault = this.#condition(view, outer, at, intOrString);
      if (fault) return fault;
    }
    return null;
  }

  #condition(view: MapView, outer: MapView, path: string, intOrString: boolean): Message | null {
    const { c } = this;
    if (++this.#seen > MAX_SCHEMAS) c.manual(message('fix.unusual'));
    const forbidden = FORBIDDEN_IN_LOGIC.find(key => c.has(view, key) && !(key === 'type' && intOrString));
    if (forbidden !== undefined) return message('manual.schema.forbidden', { path, field: forbidden });
    const properties = c.map(view, 'properties');
    const named = c.map(outer, 'properties');
    for (const [name, child] of properties ? this.#entries(properties) : []) {
      const at = `${path}.properties.${name}`;
      const partner = named && c.map(named, name);
      if (!partner || !child) return message('manual.schema.logic', { path: at });
      const fault = this.#condition(child, partner, at, isTrue(c, partner, 'x-kubernetes-int-or-string'));
      if (fault) return fault;
    }
    const items = this.#child(view, 'items');
    if (items) {
      const partner = this.#child(outer, 'items');
      if (!partner) return message('manual.schema.logic', { path: `${path}.items` });
      const fault = this.#condition(items, partner, `${path}.items`, false);
      if (fault) return fault;
    }
    return this.#logic(view, outer, path, intOrString);
  }

  #entries(map: MapView): [string, MapView | undefined][] {
    const { c } = this;
    const { document } = map;
    if (document.open.has(map.node)) c.manual(message('fix.unknown.template', { field: 'properties' }));
    return map.pairs.map((pair): [string, MapView | undefined] => {
      const name = keyText(document, pair) ?? c.manual(message('fix.unknown.template', { field: 'properties' }));
      if (name === '<<') c.manual(message('fix.unknown.merge', { field: 'properties' }));
      const reached = resolve(document, pair.value, map.via);
      const child = reached && isMap(reached.node) ? new MapView(document, reached.node, reached.via) : undefined;
      return [name, child];
    });
  }

  /** The schema under a key; undefined when there is none or something else than a map. */
  #child(schema: MapView, key: string): MapView | undefined {
    const field = this.c.field(schema, key);
    const value = field && resolve(schema.document, field.pair.value, schema.via)?.node;
    return !value || isScalar(value) || isSequence(value) ? undefined : this.c.map(schema, key);
  }
}

function isTrue(c: Converter, view: MapView, key: string): boolean {
  const scalar = c.scalar(view, key);
  return scalar?.type === 'bool' && /^(?:y|yes|true|on)$/i.test(scalar.scalar.source ?? '');
}
