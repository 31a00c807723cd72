// What an API server serves, and what it says about a kind when asked for it.
import { type Answer } from '../server/client';
import { type ApiServer } from '../server/start';

/** A kind with a resource of its own (a subresource has none). */
export interface ServedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly resource: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

interface Groups {
  readonly groups: readonly { readonly versions: readonly { readonly groupVersion: string }[] }[];
}

interface Resources {
  readonly resources: readonly Omit<ServedKind & { readonly name: string }, 'apiVersion' | 'resource'>[];
}

/** "v1" → "/api/v1", "apps/v1" → "/apis/apps/v1". */
export function apiPath(apiVersion: string): string {
  return `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}`;
}

/** Every kind of every group and version, by "apiVersion kind". */
export async function discover({ request }: ApiServer): Promise<ReadonlyMap<string, ServedKind>> {
  const groups = expectOk(await request('GET', '/apis')).json() as Groups;
  const apiVersions = ['v1', ...groups.groups.flatMap(group => group.versions.map(each => each.groupVersion))];
  const found = new Map<string, ServedKind>();
  for (const apiVersion of apiVersions) {
    const { resources } = expectOk(await request('GET', apiPath(apiVersion))).json() as Resources;
    for (const { name, kind, namespaced, verbs } of resources.filter(each => !each.name.includes('/'))) {
      found.set(`${apiVersion} ${kind}`, { apiVersion, kind, resource: name, namespaced, verbs });
    }
  }
  return found;
}

/** The smallest object of a kind: what the product reads, and what a create-only kind is asked with. */
export function minimalManifest({ apiVersion, kind, namespaced }: Omit<ServedKind, 'resource' | 'verbs'>): string {
  const namespace = namespaced ? '  namespace: default\n' : '';
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: minimal\n${namespace}`;
}

/** Lists a kind, or where it cannot be listed, creates one without keeping it. */
export function ask({ request }: ApiServer, served: ServedKind): Promise<Answer> {
  const base = apiPath(served.apiVersion);
  if (served.verbs.includes('list')) return request('GET', `${base}/${served.resource}?limit=1`);
  const scope = served.namespaced ? '/namespaces/default' : '';
  const manifest = minimalManifest(served);
  return request('POST', `${base}${scope}/${served.resource}?dryRun=All`, manifest, {
    contentType: 'application/yaml',
  });
}

/** The answer, when it is one; throws with what the server said else. */
export function expectOk(answer: Answer): Answer {
  if (answer.status < 200 || answer.status > 299) throw new Error(`${answer.status}: ${answer.text.slice(0, 500)}`);
  return answer;
}
