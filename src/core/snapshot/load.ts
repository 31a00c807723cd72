/** A snapshot from a file, which anybody may have written: every part is filtered anew, and what does not fit is refused. */
import { type Message, message, type MessageArg } from '../model/message';
import {
  type Access,
  type Authorship,
  type Discovery,
  type Lists,
  type Metrics,
  type Reading,
  type ServerVersion,
  type Snapshot,
  SNAPSHOT_VERSION,
  type Unread,
  type UnreadReason,
} from '../model/snapshot';
import { CONFIG_MAPS, keepConfigData } from './configMaps';
import { keepObject, KIND_NAMES, KINDS } from './kinds';
import { keepMetadata } from './metadata';
import { fields, isRaw, type Keeping, keeper, keepStringMap, list, type Raw } from './shape';

export type LoadedSnapshot = { readonly snapshot: Snapshot } | { readonly problem: Message };

const REASONS: readonly string[] = ['forbidden', 'not-served', 'not-asked', 'timeout', 'failed'];
const MOST_OBJECTS = 500_000;

/** Never throws. A newer format is refused rather than half understood. */
export function readSnapshot(value: unknown, keeping: Keeping = {}): LoadedSnapshot {
  if (!isRaw(value) || typeof value['schemaVersion'] !== 'number') return { problem: message('snapshot.notOne') };
  if (value['schemaVersion'] !== SNAPSHOT_VERSION) {
    return { problem: message('snapshot.otherVersion', { version: value['schemaVersion'] }) };
  }
  const takenAt = text(value['takenAt']);
  if (Number.isNaN(Date.parse(takenAt)) || !isRaw(value['lists'])) return { problem: message('snapshot.notOne') };
  const source = isRaw(value['source']) ? value['source'] : {};
  return {
    snapshot: {
      schemaVersion: SNAPSHOT_VERSION,
      takenAt: new Date(takenAt).toISOString(),
      clock: value['clock'] === 'server' ? 'server' : 'client',
      source: { context: text(source['context']), cluster: text(source['cluster']) },
      notices: array(value['notices'])
        .slice(0, 20)
        .flatMap(notice => readMessage(notice) ?? []),
      version: readReading(value['version'], path('/version'), readVersion),
      versionSamples: array(value['versionSamples']).map(text).slice(0, 20),
      metrics: readReading(value['metrics'], path('/metrics'), readMetrics),
      discovery: readReading(value['discovery'], path('/apis'), readDiscovery),
      lists: readLists(value['lists'], keeping),
      configMaps: readConfigMaps(value['configMaps']),
      authorship: readAuthorship(value['authorship'], keeping),
      instances: readInstances(value['instances']),
    },
  };
}

function readLists(raw: Raw, keeping: Keeping): Lists {
  const entries = KIND_NAMES.map(name => {
    const { group, resource } = KINDS[name];
    const access: Access = { verb: 'list', group, resource, namespace: null, name: null };
    const listing = raw[name];
    if (!isRaw(listing) || listing['state'] !== 'read') return [name, readUnread(listing, access)];
    const apiVersion = text(listing['apiVersion']);
    const items = array(listing['items'])
      .slice(0, MOST_OBJECTS)
      .flatMap(item => keepObject(name, item, apiVersion, keeping) ?? []);
    return [name, { state: 'read', apiVersion, items, omitted: count(listing['omitted']) }];
  });
  return Object.fromEntries(entries) as Lists;
}

function readReading<T>(raw: unknown, access: Access, value: (raw: Raw) => T | undefined): Reading<T> {
  if (isRaw(raw) && raw['state'] === 'read' && isRaw(raw['value'])) {
    const found = value(raw['value']);
    if (found !== undefined) return { state: 'read', value: found };
  }
  return readUnread(raw, access);
}

/** What is missing from the file was not read. */
function readUnread(raw: unknown, access: Access): Unread {
  const reason = isRaw(raw) && raw['state'] === 'unread' ? text(raw['reason']) : 'failed';
  return {
    state: 'unread',
    reason: REASONS.includes(reason) ? (reason as UnreadReason) : 'failed',
    access,
    detail: isRaw(raw) ? (readMessage(raw['detail']) ?? null) : null,
  };
}

function readVersion(raw: Raw): ServerVersion | undefined {
  const gitVersion = text(raw['gitVersion']);
  if (gitVersion === '') return undefined;
  return { gitVersion, major: text(raw['major']), minor: text(raw['minor']), platform: text(raw['platform']) || null };
}

const requestFields = { group: 'string', version: 'string', resource: 'string', subresource: 'string' } as const;
const keepDeprecated = keeper(list(fields({ ...requestFields, removedRelease: 'string' })));
const keepRequests = keeper(list(fields({ ...requestFields, verb: 'string', code: 'string', count: 'number' })));

function readMetrics(raw: Raw): Metrics {
  const complete = (items: unknown, size: number): never[] =>
    array(items).filter(item => isRaw(item) && Object.keys(item).length === size) as never[];
  const values = isRaw(raw['values']) ? raw['values'] : {};
  const value = (name: string): number | null => (typeof values[name] === 'number' ? values[name] : null);
  return {
    deprecated: complete(keepDeprecated(raw['deprecated'], {}), 5),
    requests: complete(keepRequests(raw['requests'], {}), 7),
    values: {
      processStart: value('processStart'),
      staleTokens: value('staleTokens'),
      webhooksMissingSan: value('webhooksMissingSan'),
      aggregatorMissingSan: value('aggregatorMissingSan'),
    },
  };
}

const keepResources = keeper(
  list(
    fields({
      group: 'string',
      version: 'string',
      resource: 'string',
      kind: 'string',
      namespaced: 'boolean',
      verbs: 'strings',
    }),
  ),
);

function readDiscovery(raw: Raw): Discovery {
  const resources = array(keepResources(raw['resources'], {})).filter(
    item => isRaw(item) && Object.keys(item).length === 6,
  );
  return {
    resources: resources as never[],
    preferred: keepStringMap(raw['preferred']) ?? {},
    failedGroups: array(raw['failedGroups']).map(text),
  };
}

function readConfigMaps(raw: unknown): Snapshot['configMaps'] {
  const given = isRaw(raw) ? raw : {};
  const entries = CONFIG_MAPS.map(({ namespace, name, keys }) => {
    const access: Access = { verb: 'get', group: '', resource: 'configmaps', namespace, name };
    const full = `${namespace}/${name}`;
    return [full, readReading(given[full], access, data => keepConfigData(data, keys))] as const;
  });
  return Object.fromEntries(entries);
}

function readAuthorship(raw: unknown, keeping: Keeping): Authorship {
  const given = isRaw(raw) ? raw : {};
  const read = array(given['read'])
    .filter(isRaw)
    .slice(0, 5000)
    .map(at => ({ apiVersion: text(at['apiVersion']), resource: text(at['resource']), objects: count(at['objects']) }));
  const objects = array(given['objects'])
    .filter(isRaw)
    .slice(0, MOST_OBJECTS)
    .flatMap(at => {
      const apiVersion = text(at['apiVersion']);
      const metadata = keepMetadata(at['metadata'], apiVersion, keeping);
      return metadata === undefined
        ? []
        : [{ apiVersion, kind: text(at['kind']), resource: text(at['resource']), metadata }];
    });
  const unread = array(given['unread'])
    .filter(isRaw)
    .slice(0, 5000)
    .map(at => readUnread(at, readAccess(at['access'])));
  return { read, objects, unread };
}

function readInstances(raw: unknown): Snapshot['instances'] {
  const entries = Object.entries(isRaw(raw) ? raw : {})
    .filter(([name]) => name !== '__proto__')
    .slice(0, 5000)
    .map(([name, reading]) => {
      const access = isRaw(reading) ? readAccess(reading['access']) : path(name);
      const known = isRaw(reading) && reading['state'] === 'read' && typeof reading['value'] === 'number';
      return [name, known ? { state: 'read', value: reading['value'] } : readUnread(reading, access)] as const;
    });
  return Object.fromEntries(entries) as Snapshot['instances'];
}

function readAccess(raw: unknown): Access {
  const at = isRaw(raw) ? raw : {};
  return {
    verb: at['verb'] === 'get' ? 'get' : 'list',
    group: text(at['group']),
    resource: text(at['resource']),
    namespace: text(at['namespace']) || null,
    name: text(at['name']) || null,
  };
}

/** One level of plain arguments: deeper ones are never written. */
function readMessage(raw: unknown): Message | undefined {
  if (!isRaw(raw) || typeof raw['key'] !== 'string' || !/^[\w.-]{1,80}$/.test(raw['key'])) return undefined;
  const args: Record<string, MessageArg> = {};
  for (const [name, value] of Object.entries(isRaw(raw['args']) ? raw['args'] : {})) {
    if (/^\w{1,40}$/.test(name) && name !== '__proto__' && (typeof value === 'string' || typeof value === 'number')) {
      args[name] = typeof value === 'string' ? value.slice(0, 1000) : value;
    }
  }
  return message(raw['key'], args);
}

const path = (resource: string): Access => ({ verb: 'get', group: '', resource, namespace: null, name: null });

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 1000) : '';
}

function count(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? Math.floor(value) : 0;
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
