/** Metadata of kinds that no check reads whole: only to see who still writes them through an old version. */
import {
  type Authorship,
  type Discovery,
  isRaw,
  type Keeping,
  KINDS,
  keepMetadata,
  type Reading,
  type ServedResource,
  type Unread,
} from '../core/readiness';
import { type CollectOptions } from './collect';
import { type ApiClient } from './http';
import { listPages, METADATA_ONLY } from './lists';
import { attempt } from './readings';

/** Never asked for: Secrets; what is deprecated as a whole; what only repeats other kinds; what changes all the time. */
const NEVER = new Set([
  'secrets',
  'endpoints',
  'componentstatuses',
  'events',
  'bindings',
  'configmaps',
  'leasecandidates',
]);
const NEVER_GROUPS = new Set([
  'extensions',
  'events.k8s.io',
  'metrics.k8s.io',
  'custom.metrics.k8s.io',
  'external.metrics.k8s.io',
]);
const MOST_TELLING = 5000;

/** Kinds of Kubernetes itself, and custom ones that are served in more than one version. */
export async function readAuthorship(
  client: ApiClient,
  discovery: Reading<Discovery>,
  keeping: Keeping,
  { signal, limit = 500 }: CollectOptions,
  count: (reading: string, objects: number) => void,
): Promise<Authorship> {
  const read: { apiVersion: string; resource: string; objects: number }[] = [];
  const objects: Authorship['objects'][number][] = [];
  const unreads: Unread[] = [];
  const waiting = discovery.state === 'unread' ? [] : [...wanted(discovery.value)];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { group, version, resource, kind } = next;
      const apiVersion = group === '' ? version : `${group}/${version}`;
      const path = `${group === '' ? '/api' : `/apis/${group}`}/${version}/${resource}`;
      let seen = 0;
      let telling: Authorship['objects'][number][] = [];
      const sink = {
        page: (items: readonly unknown[]) => {
          seen += items.length;
          count(resource, items.length);
          for (const item of items) {
            const metadata = isRaw(item) ? keepMetadata(item['metadata'], apiVersion, keeping) : undefined;
            const old = metadata?.writers !== undefined || (metadata?.lastApplied ?? apiVersion) !== apiVersion;
            if (metadata !== undefined && old && telling.length < MOST_TELLING) {
              telling.push({ apiVersion, kind, resource, metadata });
            }
          }
        },
        restart: () => {
          seen = 0;
          telling = [];
        },
      };
      const access = { verb: 'list', group, resource, namespace: null, name: null } as const;
      const answer = await attempt(access, signal, () =>
        listPages(client, path, { signal, limit, accept: METADATA_ONLY }, sink),
      );
      if (answer.state === 'unread') unreads.push(answer);
      else {
        read.push({ apiVersion, resource, objects: seen });
        objects.push(...telling);
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return { read, objects, unread: unreads };
}

function wanted({ resources, preferred }: Discovery): readonly ServedResource[] {
  const listed = new Set(Object.values(KINDS).map(({ group, resource }) => `${resource}.${group}`));
  const byName = new Map<string, ServedResource[]>();
  for (const at of resources) {
    const name = `${at.resource}.${at.group}`;
    if (listed.has(name) || NEVER.has(at.resource) || NEVER_GROUPS.has(at.group) || !at.verbs.includes('list'))
      continue;
    byName.set(name, [...(byName.get(name) ?? []), at]);
  }
  return [...byName.values()].flatMap(versions => {
    const [first] = versions;
    if (first === undefined || (isCustom(first.group) && versions.length < 2)) return [];
    const stable = versions.find(({ version }) => /^v\d+$/.test(version));
    return [stable ?? versions.find(({ group, version }) => preferred[group] === version) ?? first];
  });
}

function isCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}
