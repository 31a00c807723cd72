/**
 * What a conversion sees of one resource: strict reading (whatever cannot be known stops the conversion with its
 * reason) and small edits. `pin` and `note` collect what to tell the user.
 */
import { type Pair } from 'yaml';
import { EditBuilder, NeedsPerson } from '../edit/builder';
import { type Entry } from '../edit/emit';
import { type FixMode } from '../model/finding';
import { message, type Message } from '../model/message';
import { isMap, isScalar, type Scalar } from '../yaml/parse';
import { type Resource } from '../yaml/resources';
import { type ScalarType } from '../yaml/scalar';
import {
  isMasked,
  isSequence,
  keyText,
  type Lookup,
  MapView,
  resolve,
  scalarInt,
  scalarText,
  scalarType,
} from '../yaml/view';

/** A field that is there, with the map it stands in. */
export interface Field {
  readonly view: MapView;
  readonly pair: Pair;
}

export interface ScalarField extends Field {
  readonly scalar: Scalar;
  readonly type: ScalarType;
  /** The string, when it is one for Kubernetes. */
  readonly text: string | undefined;
  readonly int: number | undefined;
}

export class Converter {
  readonly edits: EditBuilder;
  readonly pinned: Message[] = [];
  readonly notes: Message[] = [];
  readonly choices: { id: string; title: Message; apply: (converter: Converter) => void }[] = [];
  /** Set when the result has to be looked at. */
  choiceReason: Message | null = null;

  constructor(
    readonly resource: Resource,
    readonly from: string,
    readonly to: string,
    readonly mode: FixMode,
    /** Id of the choice being carried out, null for the plain conversion. */
    readonly choice: string | null = null,
  ) {
    this.edits = new EditBuilder(resource.document);
  }

  get root(): MapView {
    return this.resource.map;
  }

  /** Stops the conversion: a person has to decide. */
  manual(reason: Message): never {
    throw new NeedsPerson(reason);
  }

  /** The field, or undefined when it is certainly absent. */
  field(view: MapView, key: string): Field | undefined {
    const found = this.#known(view.get(key));
    return found.state === 'present' ? { view, pair: found.pair } : undefined;
  }

  /** The map under a key; undefined when absent or null. */
  map(view: MapView, key: string): MapView | undefined {
    const found = this.#known(view.get(key));
    if (found.state === 'absent' || !found.value) return undefined;
    const { node, via } = found.value;
    if (isScalar(node)) {
      if (!isMasked(view.document, node) && scalarType(node) === 'null') return undefined;
      this.manual(message(isMasked(view.document, node) ? 'fix.unknown.template' : 'fix.unexpected', { field: key }));
    }
    if (!isMap(node)) this.manual(message('fix.unexpected', { field: key }));
    return new MapView(view.document, node, via);
  }

  /** Maps in the list under a key; empty when absent or null. */
  list(view: MapView, key: string): MapView[] {
    const found = this.#known(view.get(key));
    if (found.state === 'absent' || !found.value) return [];
    const { node, via } = found.value;
    const { document } = view;
    if (isScalar(node) && !isMasked(document, node) && scalarType(node) === 'null') return [];
    if (!isSequence(node))
      this.manual(
        message(isScalar(node) && isMasked(document, node) ? 'fix.unknown.template' : 'fix.unexpected', { field: key }),
      );
    if (document.open.has(node)) this.manual(message('fix.unknown.template', { field: key }));
    return node.items.map(item => {
      const reached = resolve(document, item, via);
      if (!reached || !isMap(reached.node)) this.manual(message('fix.unexpected', { field: key }));
      return new MapView(document, reached.node, reached.via);
    });
  }

  /** The scalar under a key; undefined when absent. A template expression stops the conversion unless `copyOnly`. */
  scalar(view: MapView, key: string, options: { copyOnly?: boolean } = {}): ScalarField | undefined {
    const found = this.#known(view.get(key));
    if (found.state === 'absent' || !found.value) return undefined;
    const { node } = found.value;
    if (!isScalar(node)) this.manual(message('fix.unexpected', { field: key }));
    if (isMasked(view.document, node) && !options.copyOnly)
      this.manual(message('fix.unknown.template', { field: key }));
    return {
      view,
      pair: found.pair,
      scalar: node,
      type: scalarType(node),
      text: scalarText(view.document, node),
      int: scalarInt(node),
    };
  }

  /** Whether a field is there; unknown stops the conversion. */
  has(view: MapView, key: string): boolean {
    return this.#known(view.get(key)).state === 'present';
  }

  /** Whether a value is an empty map or list, or null. Unknown, or anything else than a collection, stops the conversion. */
  isEmpty(view: MapView, key: string): boolean {
    const found = this.#known(view.get(key));
    if (found.state === 'absent' || !found.value) return true;
    const { node } = found.value;
    if (isScalar(node)) return this.map(view, key) === undefined;
    if (!isMap(node) && !isSequence(node)) this.manual(message('fix.unexpected', { field: key }));
    if (view.document.open.has(node)) this.manual(message('fix.unknown.template', { field: key }));
    return node.items.length === 0;
  }

  /** A map's string entries as they are spelled, to be written a second time in `target`. */
  copyStrings(source: MapView, target: MapView): Entry[] {
    const { document } = source;
    if (document.open.has(source.node)) this.manual(message('fix.unknown.template', { field: keyOf(source.pairs[0]) }));
    if (document.arms.length > 0 && source.arm !== target.arm)
      this.manual(message('fix.unknown.conditional', { field: keyOf(source.pairs[0]) }));
    return source.pairs.map(pair => {
      const key = keyText(document, pair);
      if (key === undefined) this.manual(message('fix.unknown.template', { field: keyOf(pair) }));
      if (key === '<<') this.manual(message('fix.unknown.merge', { field: key }));
      const field = this.scalar(source, key, { copyOnly: true });
      const value = field?.scalar;
      if (!value || (field.type !== 'string' && !isMasked(document, value)))
        this.manual(message('fix.notString', { field: key }));
      return { key, rawKey: spelling(this, pair.key as Scalar), value: { raw: spelling(this, value) } };
    });
  }

  /** Renames a field that is there. */
  rename(view: MapView, from: string, to: string): void {
    const field = this.field(view, from);
    if (field) this.edits.rename(view, field.pair, to);
  }

  /** Removes a field that the new version does not know, and says so. */
  drop(view: MapView, key: string): void {
    const field = this.field(view, key);
    if (!field) return;
    this.edits.remove(view, field.pair);
    this.notes.push(message('note.dropped', { field: key }));
  }

  /** The map under a key that the conversion cannot do without. */
  need(view: MapView, key: string): MapView {
    return this.map(view, key) ?? this.manual(message('fix.missing', { field: key }));
  }

  /** Adds entries at the end of the map under `key`, or adds that map with them. */
  addInto(view: MapView, key: string, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const inner = this.map(view, key);
    if (inner) this.edits.append(inner, entries);
    else if (this.has(view, key)) this.manual(message('fix.unusual'));
    else this.edits.append(view, [{ key, value: { entries } }]);
  }

  /** Tells what is written down so that behaviour stays; the same thing is told once. */
  pin(text: string): void {
    if (!this.pinned.some(each => each.args?.field === text)) this.pinned.push(message('fix.pinned', { field: text }));
  }

  #known(lookup: Lookup): Exclude<Lookup, { state: 'unknown' }> {
    if (lookup.state === 'unknown') this.manual(lookup.reason);
    return lookup;
  }
}

function keyOf(pair: Pair | undefined): string {
  return isScalar(pair?.key) ? String(pair.key.value) : '';
}

/** A scalar's text as it stands in the document, quotes included. */
function spelling(converter: Converter, scalar: Scalar): string {
  const [start, end] = scalar.range ?? [0, 0];
  const text = converter.resource.document.source.slice(start, end);
  if (/[\r\n]/.test(text) || text === '') converter.manual(message('fix.unusual'));
  return text;
}
