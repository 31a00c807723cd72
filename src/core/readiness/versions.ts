/** Versions of the cluster and its parts, and whether a step of the path crosses a release. */
import { type Target } from '../model/context';
import { compareMinors, parseMinor } from '../verdict/target';

/** "v1.30.2-eks-abc", "1.30+" and "v1.30.0-eksbuild.3" → "1.30"; undefined for anything else. */
export function minorOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseMinor(text.replace(/\+.*$/, ''));
}

/** How many minors `version` lies behind `reference`; negative when it is newer. */
export function minorsBehind(version: string, reference: string): number {
  return compareMinors(reference, version);
}

/** Index in the path of the first version that is at or past `release`, if today's is before it; else null. */
export function crossedAt(release: string, target: Target, current: string | null): number | null {
  if (current !== null && compareMinors(current, release) >= 0) return null;
  const step = target.path.findIndex(version => compareMinors(version, release) >= 0);
  return step < 0 ? null : step;
}

/** Whether `release` has been reached already today. */
export function alreadyPast(release: string, current: string | null): boolean {
  return current !== null && compareMinors(current, release) >= 0;
}

export interface ImageVersion {
  /** Last segment of the repository, such as "kube-proxy". */
  readonly name: string;
  readonly repository: string;
  /** null for a digest alone or no tag. */
  readonly tag: string | null;
}

/** "host:5000/eks/kube-proxy:v1.30.0-minimal-eksbuild.3@sha256:…" → its parts. */
export function parseImage(image: string): ImageVersion {
  const withoutDigest = image.split('@')[0] ?? image;
  const slash = withoutDigest.lastIndexOf('/');
  const colon = withoutDigest.indexOf(':', slash + 1);
  const repository = colon < 0 ? withoutDigest : withoutDigest.slice(0, colon);
  return {
    name: repository.slice(repository.lastIndexOf('/') + 1),
    repository,
    tag: colon < 0 ? null : withoutDigest.slice(colon + 1),
  };
}
