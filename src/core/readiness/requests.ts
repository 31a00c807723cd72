/**
 * What the request metrics say about deprecated APIs. The gauge alone accuses healthy clusters: the server's own clients and
 * every tool that lists all there is set it too, so it is joined with the verbs counted and with what else is served.
 */
import { type Discovery, type Metrics } from '../model/snapshot';

export interface RequestedApi {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  /** Such as "1.25"; null when none has been announced. */
  readonly removedRelease: string | null;
  /**
   * `written`: somebody writes through it. `read`: only read, although the group serves the resource in another version, so
   * a client asks for the old one. `scanned`: only read, and there is no other version to read: what the garbage collector
   * does with everything. `own`: the server's own clients do it.
   */
  readonly use: 'written' | 'read' | 'scanned' | 'own';
  readonly verbs: readonly { readonly verb: string; readonly count: number }[];
}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'APPLY', 'DELETE', 'DELETECOLLECTION', 'CREATE', 'UPDATE']);
/** On every server from 1.33 on, idle or not. */
const ALWAYS = new Set(['endpoints', 'componentstatuses']);

export function requestedApis(metrics: Metrics, discovery: Discovery): readonly RequestedApi[] {
  const found = new Map<string, RequestedApi>();
  for (const { group, version, resource, removedRelease } of metrics.deprecated) {
    if (group === '' && ALWAYS.has(resource)) continue;
    const key = `${group}/${version}/${resource}`;
    if (found.has(key)) continue;
    const verbs = verbsOf(metrics, group, version, resource);
    const others = discovery.resources.some(
      at => at.group === group && at.resource === resource && at.version !== version,
    );
    const written = verbs.some(({ verb }) => WRITES.has(verb));
    const own = group === 'flowcontrol.apiserver.k8s.io';
    const use = own ? 'own' : written ? 'written' : others ? 'read' : 'scanned';
    found.set(key, { group, version, resource, removedRelease: removedRelease || null, use, verbs });
  }
  return [...found.values()];
}

function verbsOf(metrics: Metrics, group: string, version: string, resource: string): RequestedApi['verbs'] {
  const counts = new Map<string, number>();
  for (const at of metrics.requests) {
    if (at.group !== group || at.version !== version || at.resource !== resource) continue;
    const verb = at.verb.toUpperCase();
    counts.set(verb, (counts.get(verb) ?? 0) + at.count);
  }
  return [...counts].map(([verb, count]) => ({ verb, count })).sort((a, b) => (a.verb < b.verb ? -1 : 1));
}
