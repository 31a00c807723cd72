/** A readiness check and its result: plain data on both sides, words by key. */
import { type Catalog } from '../catalog/catalog';
import { type KindName } from '../snapshot/kinds';
import { type Target } from './context';
import { type Message } from './message';
import { type Access, type Discovery, type Lists, type Metrics, type ServerVersion, type Snapshot } from './snapshot';

export type CheckState = 'fail' | 'warn' | 'info' | 'pass' | 'unknown' | 'not-applicable';
/** What one object can be; a check is what its worst object is. */
export type SubjectState = 'fail' | 'warn' | 'info';

/** When it bites: before the control plane moves, with the add-ons, when nodes are drained, or whenever. */
export type Phase = 'control-plane' | 'add-ons' | 'nodes' | 'any';
export type Area =
  'versions' | 'apis' | 'admission' | 'budgets' | 'workloads' | 'fields' | 'storage' | 'nodes' | 'network' | 'provider';

export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

/** One object, or one thing such as a client or an API, that a check speaks of. */
export interface Subject extends ObjectRef {
  /** Stable between collections: no counts, no times. */
  readonly id: string;
  readonly state: SubjectState;
  readonly message: Message;
  /** Index in the target's path at which it breaks; null when it is not tied to a step. */
  readonly step: number | null;
  /** What the object belongs to, to group by. */
  readonly owner: ObjectRef | null;
  readonly evidence: readonly Message[];
  /** Commands for a person to run; names in them are quoted for a shell. */
  readonly commands: readonly string[];
}

export interface CheckResult {
  readonly checkId: string;
  readonly title: Message;
  readonly state: CheckState;
  /** One sentence that names the user's objects and numbers. */
  readonly message: Message;
  /** Why it is unknown, or what part of it could not be looked at. */
  readonly reason: Message | null;
  readonly missing: readonly Access[];
  readonly area: Area;
  readonly phase: Phase;
  /** Whether it could block an upgrade: then unknown makes the verdict `incomplete`. */
  readonly canBlock: boolean;
  readonly subjects: readonly Subject[];
  readonly evidence: readonly Message[];
  readonly remediation: Message | null;
  readonly documentation: string;
  readonly sources: readonly string[];
  readonly covers: readonly string[];
  /** Smallest step of its subjects. */
  readonly step: number | null;
}

export type Verdict = 'blocked' | 'incomplete' | 'warnings' | 'no-known-blockers';

/** What besides the lists a check can ask for. */
export interface Facts {
  readonly version: ServerVersion;
  readonly metrics: Metrics;
  readonly discovery: Discovery;
}
export type Need = KindName | keyof Facts;

type ItemsOf<K extends KindName> = Extract<Lists[K], { readonly state: 'read' }>['items'];
type Given<N extends Need> = N extends keyof Facts ? Facts[N] : N extends KindName ? ItemsOf<N> : never;

/** What a check is run with. `needs` are there; `wants` are null where they could not be read. */
export type Input<N extends Need, W extends Need> = { readonly [K in N]: Given<K> } & {
  readonly [K in W]: Given<K> | null;
} & CheckContext;

export interface CheckContext {
  readonly snapshot: Snapshot;
  readonly target: Target;
  readonly catalog: Catalog;
  /** Today's minor such as "1.32": the server's, else what the user said; null when neither is known. */
  readonly current: string | null;
}

/** What a check's `run` returns; `found([...])` and its siblings in `readiness/outcome.ts` make it. */
export interface Outcome {
  /** Left out: the worst of the subjects, or pass when there are none. */
  readonly state?: CheckState;
  readonly message?: Message;
  readonly reason?: Message;
  readonly missing?: readonly Access[];
  readonly subjects?: readonly SubjectDraft[];
  readonly evidence?: readonly Message[];
  readonly remediation?: Message;
}

/** A subject before the frame has given it its id and filled in what was left out. */
export interface SubjectDraft extends ObjectRef {
  readonly state: SubjectState;
  readonly message: Message;
  /** Tells two findings about one object apart. */
  readonly aspect?: string;
  readonly step?: number | null;
  readonly owner?: ObjectRef | null;
  readonly evidence?: readonly Message[];
  readonly commands?: readonly string[];
}

export interface Check {
  /** The file's name. */
  readonly id: string;
  /** Row ids of the facts that it answers. */
  readonly covers: readonly string[];
  readonly area: Area;
  readonly phase: Phase;
  readonly canBlock: boolean;
  /** Without these it is unknown. A kind that the cluster does not serve counts as read and empty. */
  readonly needs: readonly Need[];
  /** These make it better. When one is missing and nothing was found, the check is unknown unless `partial` is set. */
  readonly wants: readonly Need[];
  /** Whether a pass without all of `wants` is still a pass. */
  readonly partial: boolean;
  readonly documentation: string;
  readonly sources: readonly string[];
  run(input: Input<Need, never>): Outcome;
}
