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
import { isMasked, isSequence, type Lookup, MapView, resolve, scalarInt, scalarText, scalarType } from '../yaml/view';

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
    if (!isSequence(node)) this.manual(message(isScalar(node) && isMasked(document, node) ? 'fix.unknown.template' : 'fix.unexpected', { field: key }));
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
    if (isMasked(view.document, node) && !options.copyOnly) this.manual(message('fix.unknown.template', { field: key }));
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

  /** Adds entries before `key` where something stands before it in the map, else after it. */
  addNear(view: MapView, key: string, entries: readonly Entry[]): void {
    const field = this.field(view, key);
    const index = field ? view.pairs.indexOf(field.pair) : view.pairs.length;
    const sibling = view.pairs[index - 1] ?? view.pairs[index];
    if (!sibling) this.manual(message('fix.unusual'));
    this.edits.addAfter(view, sibling, entries);
  }

  pin(text: string): void {
    this.pinned.push(message('fix.pinned', { field: text }));
  }

  #known(lookup: Lookup): Exclude<Lookup, { state: 'unknown' }> {
    if (lookup.state === 'unknown') this.manual(lookup.reason);
    return lookup;
  }
}
