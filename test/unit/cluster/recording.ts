// What kube-apiserver 1.20.2 answered after different clients wrote through old and new API versions, as a snapshot.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MetricsReader } from '../../../src/cluster/metrics';
import { type Discovery, isRaw, type KindName, type Metrics, type Snapshot } from '../../../src/core/readiness';
import { type RawObject, snapshotOf } from './snapshots';

const folder = join(__dirname, '..', '..', '..', '..', 'test', 'fixtures', 'cluster-1.20');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const json = <T>(name: string): T => JSON.parse(text(name)) as T;

interface RawList {
  readonly apiVersion: string;
  readonly items: readonly RawObject[];
}

export function recordedMetrics(): Metrics {
  const reader = new MetricsReader();
  // In pieces that end in the middle of lines, as from a network.
  for (const piece of text('metrics.txt').match(/[\s\S]{1,97}/g) ?? []) reader.take(piece);
  return reader.result();
}

/** Every served version of the resources that the recording is about; the recording holds no resource lists. */
function recordedDiscovery(): Discovery {
  const { groups } = json<{ groups: readonly { name: string; versions: readonly { version: string }[] }[] }>(
    'apis.json',
  );
  const of: Readonly<Record<string, readonly [string, string]>> = {
    extensions: ['ingresses', 'Ingress'],
    'networking.k8s.io': ['ingresses', 'Ingress'],
    'apiregistration.k8s.io': ['apiservices', 'APIService'],
    batch: ['cronjobs', 'CronJob'],
    policy: ['podsecuritypolicies', 'PodSecurityPolicy'],
  };
  const resources = groups.flatMap(({ name, versions }) => {
    const [resource, kind] = of[name] ?? [];
    if (resource === undefined || kind === undefined) return [];
    return versions
      .filter(({ version }) => !(name === 'batch' && version === 'v1'))
      .map(({ version }) => ({ group: name, version, resource, kind, namespaced: true, verbs: ['list'] }));
  });
  return { resources, preferred: {}, failedGroups: [] };
}

export function recordedSnapshot(): Snapshot {
  const names: readonly KindName[] = ['ingresses', 'cronjobs', 'poddisruptionbudgets', 'podsecuritypolicies'];
  const lists = names.map(name => [name, json<RawList>(`${name}.json`)] as const);
  return snapshotOf(
    'v1.20.2',
    Object.fromEntries(lists.map(([name, list]) => [name, list.items.filter(isRaw)])),
    { metrics: { state: 'read', value: recordedMetrics() }, discovery: { state: 'read', value: recordedDiscovery() } },
    Object.fromEntries(lists.map(([name, list]) => [name, list.apiVersion])),
  );
}
