/** Reads a cluster into a snapshot: metrics first, then discovery, then page by page what the checks need. */
import {
  type Access as Permission,
  type Instances,
  isRaw,
  KIND_NAMES,
  KINDS,
  type Keeping,
  keepObject,
  type KindName,
  type Lists,
  type Metrics,
  type Reading,
  type Discovery,
  type ServerVersion,
  type Snapshot,
  SNAPSHOT_VERSION,
  type Unread,
} from '../core/readiness';
import { message } from '../core/readiness';
import { CONFIG_MAPS, keepConfigData } from '../core/snapshot/configMaps';
import { readAuthorship } from './authorship';
import { readBundle } from './certificates';
import { discover } from './discovery';
import { ClusterFailure, toFailure } from './failure';
import { type ApiClient } from './http';
import { listPages, METADATA_ONLY } from './lists';
import { MetricsReader } from './metrics';
import { sharing } from './share';
import { attempt, read, unread } from './readings';

export interface Progress {
  /** A resource such as "pods", or a path such as "/metrics". */
  readonly reading: string;
  /** Objects read so far, of all kinds. */
  readonly objects: number;
  readonly kindsDone: number;
  readonly kinds: number;
}

export interface CollectOptions {
  readonly signal: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Objects a page. */
  readonly limit?: number;
}

export interface CollectSource {
  readonly client: ApiClient;
  readonly context: string;
  readonly cluster: string;
  readonly insecure: boolean;
}

const WORKERS = 4;
/** Read first: their pages come one after another, so they decide how long the whole takes. */
const LONGEST: readonly KindName[] = ['pods', 'replicasets', 'endpointslices', 'deployments', 'nodes'];

/**
 * Throws a ClusterFailure when the cluster cannot be reached or does not know the user, or on cancellation. What else could
 * not be read is said in the snapshot.
 */
export async function collect(source: CollectSource, options: CollectOptions): Promise<Snapshot> {
  const { client } = source;
  const { signal } = options;
  const track = tracker(options);
  // Before anything else: our own requests would be counted too.
  track.now('/metrics');
  const metrics = await readMetrics(client, signal);
  track.now('/version');
  const version = await readVersion(client, signal);
  const takenAt = client.serverTime;
  const discovery = await attempt(path('/apis'), signal, () => discover(client, signal));
  const keeping: Keeping = { certificates: readBundle, share: sharing() };
  const lists = await readLists(client, discovery, keeping, options, track);
  const configMaps = await readConfigMaps(client, signal);
  const authorship = await readAuthorship(client, discovery, keeping, options, track.objects);
  const instances = await readInstances(client, lists, signal);
  const versionSamples = await sampleVersions(client, version, signal);
  return {
    schemaVersion: SNAPSHOT_VERSION,
    takenAt: new Date(takenAt ?? Date.now()).toISOString(),
    clock: takenAt === undefined ? 'client' : 'server',
    source: { context: source.context, cluster: source.cluster },
    notices: source.insecure ? [message('cluster.notice.insecure')] : [],
    ...{ version, versionSamples, metrics, discovery, lists, configMaps, authorship, instances },
  };
}

interface Tracker {
  now(reading: string): void;
  objects(reading: string, more: number): void;
  kindDone(): void;
}

function tracker({ progress }: CollectOptions): Tracker {
  let objects = 0;
  let kindsDone = 0;
  const tell = (reading: string): void => progress?.({ reading, objects, kindsDone, kinds: KIND_NAMES.length });
  return {
    now: tell,
    objects: (reading, more) => {
      objects += more;
      tell(reading);
    },
    kindDone: () => (kindsDone += 1),
  };
}

const path = (resource: string): Permission => ({ verb: 'get', group: '', resource, namespace: null, name: null });

async function readMetrics(client: ApiClient, signal: AbortSignal): Promise<Reading<Metrics>> {
  return attempt(path('/metrics'), signal, async () => {
    const reader = new MetricsReader();
    await client.stream('/metrics', { signal }, chunk => reader.take(chunk));
    return reader.result();
  });
}

/** The first answer that must come: without it there is no cluster to speak of. */
async function readVersion(client: ApiClient, signal: AbortSignal): Promise<Reading<ServerVersion>> {
  try {
    return read(versionOf(await client.get('/version', { signal })));
  } catch (error) {
    const failure = toFailure(error, signal);
    // Some servers hide their version from users who may otherwise read.
    if (failure.kind !== 'forbidden') throw failure;
    return unread(path('/version'), failure);
  }
}

function versionOf(answer: unknown): ServerVersion {
  if (!isRaw(answer) || typeof answer['gitVersion'] !== 'string')
    throw new ClusterFailure('not-kubernetes', { status: 200 });
  const text = (field: string): string => (typeof answer[field] === 'string' ? answer[field] : '');
  return {
    gitVersion: answer['gitVersion'].slice(0, 100),
    major: text('major'),
    minor: text('minor'),
    platform: text('platform') || null,
  };
}

/** A load balancer hands each new connection to any of its servers; the first one has answered already. */
async function sampleVersions(
  client: ApiClient,
  version: Reading<ServerVersion>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (version.state === 'unread') return [];
  const samples = [version.value.gitVersion];
  for (let sample = 0; sample < 2; sample += 1) {
    const answer = await attempt(path('/version'), signal, () =>
      client.get('/version', { signal, fresh: true }).then(versionOf),
    );
    if (answer.state === 'read') samples.push(answer.value.gitVersion);
  }
  return samples;
}

async function readLists(
  client: ApiClient,
  discovery: Reading<Discovery>,
  keeping: Keeping,
  options: CollectOptions,
  track: Tracker,
): Promise<Lists> {
  const found: Partial<Record<KindName, unknown>> = {};
  const waiting = [...LONGEST, ...KIND_NAMES.filter(name => !LONGEST.includes(name))];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      found[name] = await readKind(client, name, discovery, keeping, options, track);
      track.kindDone();
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return found as Lists;
}

async function readKind<K extends KindName>(
  client: ApiClient,
  name: K,
  discovery: Reading<Discovery>,
  keeping: Keeping,
  options: CollectOptions,
  track: Tracker,
): Promise<Lists[K] | Unread> {
  const { group, resource, limit, query, most = Infinity } = KINDS[name];
  const permission: Permission = { verb: 'list', group, resource, namespace: null, name: null };
  const version = versionFor(name, discovery);
  if (version === undefined) return unread(permission, new ClusterFailure('not-found'));
  if (version === null) return unread(permission, new ClusterFailure('server-error', { status: 503 }));
  const apiVersion = group === '' ? version : `${group}/${version}`;
  const items: unknown[] = [];
  let omitted = 0;
  const sink = {
    page: (raw: readonly unknown[]) => {
      for (const object of raw) {
        if (items.length >= most) omitted += 1;
        else {
          const kept = keepObject(name, object, apiVersion, keeping);
          if (kept !== undefined) items.push(kept);
        }
      }
      track.objects(resource, raw.length);
    },
    restart: () => {
      items.length = 0;
      omitted = 0;
    },
  };
  const page = Math.min(options.limit ?? 500, limit ?? 500);
  const list = `${group === '' ? '/api' : `/apis/${group}`}/${version}/${resource}`;
  const answer = await attempt(permission, options.signal, () =>
    listPages(client, list, { signal: options.signal, limit: page, ...(query === undefined ? {} : { query }) }, sink),
  );
  return (answer.state === 'unread' ? answer : { state: 'read', apiVersion, items, omitted }) as Lists[K];
}

/** Undefined: not served. Null: nobody can say. */
function versionFor(name: KindName, discovery: Reading<Discovery>): string | undefined | null {
  const { group, resource, versions = [] } = KINDS[name];
  if (discovery.state === 'unread') return versions[0] ?? 'v1';
  const served = discovery.value.resources.filter(
    at => at.group === group && at.resource === resource && at.verbs.includes('list'),
  );
  const preferred = discovery.value.preferred[group];
  const wanted = [...versions, ...(preferred === undefined ? [] : [preferred])];
  const best = wanted.find(version => served.some(at => at.version === version)) ?? served[0]?.version;
  return best ?? (discovery.value.failedGroups.includes(group) ? null : undefined);
}

async function readConfigMaps(client: ApiClient, signal: AbortSignal): Promise<Snapshot['configMaps']> {
  const entries = await Promise.all(
    CONFIG_MAPS.map(async ({ namespace, name, keys }) => {
      const permission: Permission = { verb: 'get', group: '', resource: 'configmaps', namespace, name };
      const answer = await attempt(permission, signal, async () => {
        const raw = await client.get(`/api/v1/namespaces/${namespace}/configmaps/${name}`, { signal });
        return keepConfigData(isRaw(raw) ? raw['data'] : undefined, keys);
      });
      return [`${namespace}/${name}`, answer] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** How many objects there are of custom resources whose conversion or stored versions could matter. */
async function readInstances(client: ApiClient, lists: Lists, signal: AbortSignal): Promise<Instances> {
  const { customresourcedefinitions: definitions } = lists;
  if (definitions.state === 'unread') return {};
  const entries = definitions.items
    .filter(({ spec, status }) => spec?.conversion?.strategy === 'Webhook' || (status?.storedVersions?.length ?? 0) > 1)
    .map(async ({ spec }) => {
      const { group = '', names, versions = [] } = spec ?? {};
      const plural = names?.plural ?? '';
      const version =
        versions.find(({ served, storage }) => served && storage) ?? versions.find(({ served }) => served);
      const permission: Permission = { verb: 'list', group, resource: plural, namespace: null, name: null };
      const answer = await attempt(permission, signal, async () => {
        if (version?.name === undefined) throw new ClusterFailure('not-found');
        const query = `/apis/${group}/${version.name}/${plural}?limit=1`;
        return countOf(await client.get(query, { signal, accept: METADATA_ONLY }));
      });
      return [`${plural}.${group}`, answer] as const;
    });
  return Object.fromEntries(await Promise.all(entries));
}

function countOf(answer: unknown): number {
  if (!isRaw(answer) || !Array.isArray(answer['items'])) return 0;
  const more = isRaw(answer['metadata']) ? answer['metadata']['remainingItemCount'] : 0;
  return answer['items'].length + (typeof more === 'number' ? more : 0);
}
