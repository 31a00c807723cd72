// Small snapshots for tests of checks: raw objects as a server sends them, passed through the collector's own filter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AssessContext,
  type CatalogData,
  type Check,
  type CheckResult,
  createCatalog,
  keepObject,
  KIND_NAMES,
  KINDS,
  type KindName,
  type Lists,
  resolveTarget,
  type Snapshot,
  type Target,
  type Unread,
} from '../../../src/core/readiness';
import { runCheck } from '../../../src/core/readiness/run';
import { minorOf } from '../../../src/core/readiness/versions';

/** A raw object, at least `{ metadata: { name } }`. */
export type RawObject = Readonly<Record<string, unknown>>;
export type RawLists = { readonly [K in KindName]?: readonly RawObject[] | Unread };

const root = join(__dirname, '..', '..', '..', '..');
export const catalog = createCatalog(
  JSON.parse(readFileSync(join(root, 'dist', 'data', 'kubernetes.json'), 'utf8')) as CatalogData,
);
export const context: AssessContext = { catalog };

/** What a role without this permission gives. */
export function forbidden(name: KindName): Unread {
  const { group, resource } = KINDS[name];
  const access = { verb: 'list', group, resource, namespace: null, name: null } as const;
  return { state: 'unread', reason: 'forbidden', access, detail: null };
}

/** Everything was read; what is not named is empty. Objects of group-versions other than the usual: give `apiVersions`. */
export function snapshotOf(
  version: string,
  raw: RawLists = {},
  more: Partial<Snapshot> = {},
  apiVersions: Readonly<Partial<Record<KindName, string>>> = {},
): Snapshot {
  const lists = Object.fromEntries(
    KIND_NAMES.map(name => {
      const objects = raw[name] ?? [];
      if ('state' in objects) return [name, objects];
      const { group, versions } = KINDS[name];
      const apiVersion = apiVersions[name] ?? [group, versions?.[0] ?? 'v1'].filter(part => part !== '').join('/');
      const items = objects.map(object => keepObject(name, object, apiVersion, {}));
      return [name, { state: 'read', apiVersion, items, omitted: 0 }];
    }),
  ) as unknown as Lists;
  return {
    schemaVersion: 1,
    takenAt: '2026-11-21T12:00:00Z',
    clock: 'server',
    source: { context: 'test', cluster: 'test' },
    notices: [],
    version: {
      state: 'read',
      value: { gitVersion: version, major: '1', minor: version.split('.')[1] ?? '', platform: null },
    },
    versionSamples: [version],
    metrics: {
      state: 'read',
      value: {
        deprecated: [],
        requests: [],
        values: { processStart: 0, staleTokens: 0, webhooksMissingSan: 0, aggregatorMissingSan: 0 },
      },
    },
    discovery: { state: 'read', value: { resources: [], preferred: {}, failedGroups: [] } },
    lists,
    configMaps: {},
    authorship: { read: [], objects: [], unread: [] },
    instances: {},
    ...more,
  };
}

/** The target of a step, by any provider's rules. */
export function target(from: string, to: string, provider: Target['provider'] = 'generic'): Target {
  const found = resolveTarget({ targetVersion: to, currentVersion: from, provider }, catalog);
  if (found === undefined) throw new Error(`${from} → ${to} is no target`);
  return found;
}

/** One check on one snapshot, on the way to `to` (a minor). */
export function run(
  check: Check,
  snapshot: Snapshot,
  to: string,
  provider: Target['provider'] = 'generic',
): CheckResult {
  const current = snapshot.version.state === 'read' ? minorOf(snapshot.version.value.gitVersion) : undefined;
  return runCheck(check, {
    snapshot,
    target: target(current ?? 'auto', to, provider),
    current: current ?? null,
    catalog,
  });
}

/** "fail Node a", one line each, to compare at a glance. */
export function lines({ subjects }: CheckResult): readonly string[] {
  return subjects.map(
    ({ state, kind, namespace, name }) => `${state} ${kind} ${namespace === null ? '' : `${namespace}/`}${name}`,
  );
}
