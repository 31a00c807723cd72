/** What the server offers: in two requests where it aggregates, else one for each group and version. */
import { type Discovery, isRaw, type Raw, type ServedResource } from '../core/readiness';
import { ClusterFailure, toFailure } from './failure';
import { type ApiClient } from './http';

const AGGREGATED = ['v2', 'v2beta1']
  .map(version => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`)
  .concat('application/json')
  .join(',');

/** Throws a ClusterFailure when the server does not even name its groups. */
export async function discover(client: ApiClient, signal: AbortSignal): Promise<Discovery> {
  const found: Found = { resources: [], preferred: {}, failedGroups: new Set() };
  for (const root of ['/api', '/apis']) {
    const answer = await client.get(root, { signal, accept: AGGREGATED });
    if (!isRaw(answer)) throw new ClusterFailure('not-kubernetes', { status: 200 });
    if (answer['kind'] === 'APIGroupDiscoveryList') takeAggregated(answer, found);
    else await takeOneByOne(client, signal, root, answer, found);
  }
  return { ...found, failedGroups: [...found.failedGroups] };
}

interface Found {
  readonly resources: ServedResource[];
  readonly preferred: Record<string, string>;
  readonly failedGroups: Set<string>;
}

function takeAggregated(answer: Raw, found: Found): void {
  for (const group of items(answer['items'])) {
    const name = isRaw(group['metadata']) ? text(group['metadata']['name']) : '';
    // In order of preference.
    for (const version of items(group['versions'])) {
      const served = text(version['version']);
      if (version['freshness'] === 'Stale') found.failedGroups.add(name);
      found.preferred[name] ??= served;
      for (const resource of items(version['resources'])) {
        const kind = isRaw(resource['responseKind']) ? text(resource['responseKind']['kind']) : '';
        const namespaced = resource['scope'] === 'Namespaced';
        const verbs = strings(resource['verbs']);
        found.resources.push({
          group: name,
          version: served,
          resource: text(resource['resource']),
          kind,
          namespaced,
          verbs,
        });
      }
    }
  }
}

async function takeOneByOne(
  client: ApiClient,
  signal: AbortSignal,
  root: string,
  answer: Raw,
  found: Found,
): Promise<void> {
  const wanted: { readonly group: string; readonly version: string }[] = [];
  if (root === '/api') {
    const versions = strings(answer['versions']);
    found.preferred[''] = versions[0] ?? 'v1';
    wanted.push(...versions.map(version => ({ group: '', version })));
  } else {
    for (const entry of items(answer['groups'])) {
      const group = text(entry['name']);
      if (isRaw(entry['preferredVersion'])) found.preferred[group] = text(entry['preferredVersion']['version']);
      wanted.push(...items(entry['versions']).map(({ version }) => ({ group, version: text(version) })));
    }
  }
  await Promise.all(
    wanted.map(async ({ group, version }) => {
      try {
        const path = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
        const list = await client.get(path, { signal });
        for (const resource of isRaw(list) ? items(list['resources']) : []) {
          const name = text(resource['name']);
          if (name.includes('/')) continue;
          const namespaced = resource['namespaced'] === true;
          const verbs = strings(resource['verbs']);
          found.resources.push({ group, version, resource: name, kind: text(resource['kind']), namespaced, verbs });
        }
      } catch (error) {
        const failure = toFailure(error, signal);
        if (failure.kind === 'cancelled') throw failure;
        found.failedGroups.add(group);
      }
    }),
  );
}

function items(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isRaw) : [];
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as unknown[]).filter(item => typeof item === 'string') : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
