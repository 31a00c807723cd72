/** A template's own names at one place: variables set before it, named templates, and which arms of a block are taken. */
import { type Action } from '../yaml/actions';
import { type Arm, armAt, isWithin, type Mask, maskTemplate } from '../yaml/mask';
import { type Cluster } from './cluster';
import { evaluate, type Scope } from './expression';
import { truth, type Truth, type Value } from './values';

/** A text with its actions, and what is set or defined outside of it. */
export interface Template extends Pick<Mask, 'actions' | 'arms'> {
  /** Bodies that set variables before the text, and whole `define` blocks. */
  readonly given: readonly string[];
  /** Texts that hold more `define` blocks. */
  readonly helpers: string;
}

/** Named templates that call each other are followed no deeper. */
const MAX_DEPTH = 12;
const ASSIGN = /^(\$\w*)\s*:?=\s*([\s\S]*)$/;

export interface Taken {
  readonly is: Truth;
  /** It is `free` only because the values may choose an arm before it. */
  readonly otherwise: boolean;
  /** The cluster was asked. */
  readonly ofCluster: boolean;
}

const ALWAYS: Taken = { is: true, otherwise: true, ofCluster: false };

export class TemplateScope implements Scope {
  touched = false;

  constructor(
    readonly template: Template,
    readonly cluster: Cluster,
    readonly offset: number,
    readonly depth = 0,
  ) {}

  touch(): void {
    this.touched = true;
  }

  variable(name: string): Value | undefined {
    let value: Value | undefined;
    for (const body of this.template.given) {
      const [, variable, expression = ''] = ASSIGN.exec(body) ?? [];
      if (variable === name) value = this.#evaluate(expression, 0);
    }
    const { actions, arms } = this.template;
    const here = armAt(arms, this.offset);
    for (const action of actions) {
      if (action.start >= this.offset) break;
      const [, variable, expression = ''] = action.kind === 'assign' ? (ASSIGN.exec(action.body) ?? []) : [];
      if (variable !== name || this.depth > MAX_DEPTH) continue;
      const arm = armAt(arms, action.start);
      const { is, ofCluster } = isWithin(here, arm) ? ALWAYS : this.taken(arm);
      this.touched ||= ofCluster;
      if (is === true) value = this.#evaluate(expression, action.start);
      else if (is !== false) value = { kind: is === 'free' && value?.kind !== 'version' ? 'free' : 'unknown' };
    }
    return value;
  }

  include(name: string): Value | undefined {
    if (this.depth > MAX_DEPTH) return { kind: 'unknown' };
    const body = this.#define(name);
    if (body === undefined) return undefined;
    const mask = maskTemplate(body);
    const inner: Template = { ...this.template, actions: mask.actions, arms: mask.arms };
    const scope = new TemplateScope(inner, this.cluster, body.length, this.depth + 1);
    const value = render(body, mask, scope);
    this.touched ||= scope.touched;
    return value;
  }

  /** Whether an arm is taken, the arms around it included. */
  taken(arm: Arm | null): Taken {
    const all: Taken[] = [];
    for (let at = arm; at; at = at.parent) all.push(takenBy(at.actions, this.#at(at.start)));
    return together(all);
  }

  /** The value of an expression; `reader` is told when it asks the cluster. */
  read(expression: string, reader: TemplateScope): Value {
    const value = evaluate(expression, this);
    reader.touched ||= this.touched;
    return value;
  }

  #at(offset: number): TemplateScope {
    return new TemplateScope(this.template, this.cluster, offset, this.depth + 1);
  }

  #evaluate(expression: string, offset: number): Value {
    return this.#at(offset).read(expression, this);
  }

  #define(name: string): string | undefined {
    return [...this.template.given, this.template.helpers]
      .map(text => definesOf(text).get(name))
      .find(body => body !== undefined);
  }
}

/** All must hold: a false one decides, then one that is not understood, then one that the values decide. */
export function together(all: readonly Taken[]): Taken {
  const truths = all.map(({ is }) => is);
  const is = ([false, 'unknown', 'free'] as const).find(each => truths.includes(each)) ?? true;
  return {
    is,
    otherwise: all.every(taken => taken.is !== 'free' || taken.otherwise),
    ofCluster: all.some(({ ofCluster }) => ofCluster),
  };
}

/** `if`, `else if` … of one arm: the conditions before the last must fail, the last must hold. */
export function takenBy(actions: readonly string[], scope: TemplateScope): Taken {
  const word = /^\w+/.exec(actions[0] ?? '')?.[0];
  if (word === 'range') return { ...ALWAYS, is: 'free', otherwise: false };
  if (word !== 'if' && word !== 'with') return ALWAYS;
  return together(
    actions.flatMap((action, index) => {
      const [, condition] = /^(?:else\s+)?(?:if|with)\b\s*(?:\$\w+\s*:=)?([\s\S]*)$/.exec(action) ?? [];
      if (condition === undefined) return [];
      const asked = scopeAt(scope, scope.offset);
      const is = truth(evaluate(condition, asked));
      const ofCluster = asked.touched;
      if (index === actions.length - 1) return { is, otherwise: false, ofCluster };
      // That values and cluster do not both hold says nothing of the cluster.
      if (is === 'free') return { is: ofCluster ? 'unknown' : 'free', otherwise: true, ofCluster };
      return { is: typeof is === 'boolean' ? !is : is, otherwise: false, ofCluster };
    }),
  );
}

/**
 * Text of a named template, blanks around its pieces left out. A value that may override the rest is taken as not set; a
 * literal that only the values choose is unknown.
 */
function render(body: string, mask: Mask, scope: TemplateScope): Value {
  let out = '';
  let version = false;
  for (const { text, action, at } of pieces(body, mask.actions)) {
    if (text === '') continue;
    const taken = scopeAt(scope, at).taken(armAt(mask.arms, at));
    scope.touched ||= taken.ofCluster;
    if (taken.is === false) continue;
    const value: Value = action ? scopeAt(scope, at).read(action.body, scope) : { kind: 'known', value: text };
    if (value.kind === 'free') {
      if (taken.is === 'free' && !taken.otherwise) continue;
      return value;
    }
    const written = taken.is === true || (taken.is === 'free' && taken.otherwise);
    if (!written || value.kind === 'unknown') return { kind: 'unknown' };
    if (value.kind === 'version') version = true;
    else if (value.kind === 'known') out += String(value.value);
  }
  if (version) return { kind: out === '' ? 'version' : 'unknown' };
  return { kind: 'known', value: out };
}

function scopeAt({ template, cluster, depth }: TemplateScope, offset: number): TemplateScope {
  return new TemplateScope(template, cluster, offset, depth);
}

/** Text between the actions, blanks around it left out, and the actions that may write text. */
function* pieces(body: string, actions: readonly Action[]): Iterable<{ text: string; action?: Action; at: number }> {
  let from = 0;
  for (const action of actions) {
    yield { text: body.slice(from, action.start).trim(), at: from };
    if (action.kind === 'output') yield { text: action.body, action, at: action.start };
    from = action.end;
  }
  yield { text: body.slice(from).trim(), at: from };
}

/** Bodies of the `define` blocks of a text, by name. */
function definesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!text.includes('define')) return found;
  for (const arm of maskTemplate(text).arms) {
    const name = /^define\s+["`]([^"`]+)["`]/.exec(arm.actions[0] ?? '')?.[1];
    if (name !== undefined) found.set(name, text.slice(arm.start, arm.end));
  }
  return found;
}
