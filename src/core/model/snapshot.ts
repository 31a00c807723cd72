/** What was read from a cluster: plain JSON without secrets, with the reason wherever something could not be read. */
import { type KindName, type KindObject } from '../snapshot/kinds';
import { type ObjectMeta } from '../snapshot/metadata';
import { type Message } from './message';

export const SNAPSHOT_VERSION = 1;

/**
 * `forbidden`: 401 or 403; `not-served`: the cluster does not offer it, so there are none; `not-asked`: needs the user's
 * consent first; `timeout`, `failed`: the request did not come to an end, or the answer could not be read.
 */
export type UnreadReason = 'forbidden' | 'not-served' | 'not-asked' | 'timeout' | 'failed';

/** A request that gave nothing, so that a check can say which permission is missing. */
export interface Unread {
  readonly state: 'unread';
  readonly reason: UnreadReason;
  readonly access: Access;
  /** What went wrong, where that is more than the reason. Never a secret. */
  readonly detail: Message | null;
}

/** What a role must allow. `group` is "" for the core; `resource` starts with "/" for a path such as "/metrics". */
export interface Access {
  readonly verb: 'get' | 'list';
  readonly group: string;
  readonly resource: string;
  readonly namespace: string | null;
  readonly name: string | null;
}

export type Reading<T> = { readonly state: 'read'; readonly value: T } | Unread;

/** All objects of a kind. */
export interface Listing<T> {
  readonly state: 'read';
  readonly apiVersion: string;
  readonly items: readonly T[];
  /** Objects left out because there are too many; 0 nearly always. */
  readonly omitted: number;
}

export type Lists = { readonly [K in KindName]: Listing<KindObject<K>> | Unread };

export interface ServerVersion {
  /** Such as "v1.32.13-eks-1a2b3c". */
  readonly gitVersion: string;
  readonly major: string;
  readonly minor: string;
  readonly platform: string | null;
}

/** One kind of one group and version, as discovery names it. */
export interface ServedResource {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

export interface Discovery {
  readonly resources: readonly ServedResource[];
  /** Group → version the server prefers. */
  readonly preferred: Readonly<Record<string, string>>;
  /** Groups whose versions could not be asked (an APIService that is down). */
  readonly failedGroups: readonly string[];
}

/** A series of `apiserver_requested_deprecated_apis`. */
export interface DeprecatedRequest {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  /** Such as "1.25", or "" when none has been announced. */
  readonly removedRelease: string;
}

/** Requests to one of those, by verb; from `apiserver_request_total`. */
export interface RequestCount {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  readonly verb: string;
  readonly code: string;
  readonly count: number;
}

/** Gauges and counters of `/metrics`, summed over their labels; null where the server has no such metric. */
export interface MetricValues {
  /** Seconds since 1970: counters know nothing from before it. */
  readonly processStart: number | null;
  readonly staleTokens: number | null;
  readonly webhooksMissingSan: number | null;
  readonly aggregatorMissingSan: number | null;
}

export interface Metrics {
  readonly deprecated: readonly DeprecatedRequest[];
  readonly requests: readonly RequestCount[];
  readonly values: MetricValues;
}

/** The keys of a ConfigMap that a check reads, by key. */
export type ConfigData = Readonly<Record<string, string>>;

/** Objects of kinds outside `lists` whose metadata tells of an old apiVersion. */
export interface Authorship {
  /** Group, version and resource of each list read for this, whether or not it told something. */
  readonly read: readonly { readonly apiVersion: string; readonly resource: string; readonly objects: number }[];
  readonly objects: readonly {
    readonly apiVersion: string;
    readonly kind: string;
    readonly resource: string;
    readonly metadata: ObjectMeta;
  }[];
  readonly unread: readonly Unread[];
}

/** How many objects a custom resource has, asked only where a check needs it; `plural.group` → number. */
export type Instances = Readonly<Record<string, Reading<number>>>;

export interface Snapshot {
  readonly schemaVersion: typeof SNAPSHOT_VERSION;
  /** By the server's clock where it told it; ISO 8601, UTC. All ages are counted from here. */
  readonly takenAt: string;
  readonly clock: 'server' | 'client';
  readonly source: { readonly context: string; readonly cluster: string };
  /** Things to know about the connection itself, such as an unverified certificate. */
  readonly notices: readonly Message[];
  readonly version: Reading<ServerVersion>;
  /** gitVersion of each further connection: a load balancer may answer with another server. */
  readonly versionSamples: readonly string[];
  readonly metrics: Reading<Metrics>;
  readonly discovery: Reading<Discovery>;
  readonly lists: Lists;
  /** `namespace/name` → the named keys; `not-served` means that there is no such ConfigMap. */
  readonly configMaps: Readonly<Record<string, Reading<ConfigData>>>;
  readonly authorship: Authorship;
  readonly instances: Instances;
}
