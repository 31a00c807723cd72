/** Turns the source strings of the data into links, where a string names its page exactly. */
import { type ApiEntry } from './catalog';

const GUIDE = 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/';
/** Releases that have a section in the guide. */
const GUIDE_RELEASES: ReadonlySet<string> = new Set(['1.16', '1.22', '1.25', '1.26', '1.27', '1.29', '1.32']);

/**
 * Section of the official migration guide that covers this entry, null when none does. The guide lists the resources
 * that were on by default, but for ControllerRevision.
 */
export function guideLink(
  entry: Pick<ApiEntry, 'category' | 'kind' | 'removed' | 'offByDefault'>,
): `https://${string}` | null {
  const { removed } = entry;
  if (entry.category !== 'resource' || entry.offByDefault || entry.kind === 'ControllerRevision') return null;
  return removed !== null && GUIDE_RELEASES.has(removed) ? `${GUIDE}#v${removed.replace('.', '-')}` : null;
}

/** Parts of a source string in order: a link for each part that names one, else the part's text. */
export function sourceLinks(source: string, comparedRef: string): readonly string[] {
  const links = source.split('; ').flatMap(part => {
    const found = [...fileLink(part, comparedRef), ...changelogLinks(part), ...issueLinks(part)];
    return found.length > 0 ? found : [part];
  });
  return [...new Set(links)];
}

/** `k8s.io/api@v0.36.0:a/b.go`, `k8s.io/api v0.37.2 a/b.go`; a development head stands for the release it was found equal to. */
function fileLink(part: string, comparedRef: string): readonly string[] {
  const match = /^k8s\.io\/([a-z-]+)(?:@([^:\s]+):| (v\d[\w.-]*) )(\S+\/\S+\.go)$/.exec(part);
  const [, repository, at, release, path] = match ?? [];
  const named = at ?? release;
  if (named === undefined) return [];
  const ref = /^HEAD$|\(HEAD,/.test(named) ? comparedRef : named;
  return /^v\d/.test(ref) ? [`https://github.com/kubernetes/${repository}/blob/${ref}/${path}`] : [];
}

function changelogLinks(part: string): readonly string[] {
  return [...part.matchAll(/\bCHANGELOG-(1\.\d+)\b/g)].map(
    ([, minor]) => `https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-${minor}.md`,
  );
}

/** `kubernetes/kubeadm#1296`, `kubernetes#99662`, and a bare `#114540` after one of them. */
function issueLinks(part: string): readonly string[] {
  const links: string[] = [];
  let repository: string | undefined;
  for (const [, owner, name, issue] of part.matchAll(/(?:\b(?:(kubernetes)\/)?([\w-]+))?#(\d+)/g)) {
    if (name === 'kubernetes' || owner !== undefined) repository = name;
    else if (name !== undefined) continue;
    if (repository !== undefined) links.push(`https://github.com/kubernetes/${repository}/issues/${issue}`);
  }
  return links;
}
