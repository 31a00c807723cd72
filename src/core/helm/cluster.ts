/** What a template could ask of a cluster of some release: its version strings and the APIs it serves by default. */
import { type Catalog, fromApiVersion } from '../catalog/catalog';
import { type Context, type Provider } from '../model/context';
import { compareMinors } from '../verdict/target';

export interface Cluster {
  readonly minor: string;
  /** Version strings that such a cluster may report; the patch release is not known. */
  readonly versions: readonly string[];
  /** `KubeVersion.Minor`; null where providers write more than the number. */
  readonly minorText: string | null;
  /** `APIVersions.Has`; undefined for what Kubernetes itself does not define. */
  has(name: string): boolean | undefined;
}

/** Providers whose version strings carry a suffix, which makes them pre-releases to a version constraint. */
const SUFFIX: Readonly<Partial<Record<Provider, string>>> = {
  eks: '-eks-0000000',
  ack: '-aliyun.1',
  'ack-serverless': '-aliyun.1',
};

/** A cluster of this minor, at the target's provider. */
export function clusterAt(minor: string, { catalog, target }: Context): Cluster {
  const suffix = SUFFIX[target.provider];
  return {
    minor,
    versions: ['0', '99'].map(patch => `v${minor}.${patch}${suffix ?? ''}`),
    minorText: suffix === undefined ? minor.slice(2) : null,
    has: name => serves(name, minor, catalog),
  };
}

/** "apps/v1" or "apps/v1/Deployment"; the core group is "v1". */
function serves(name: string, minor: string, catalog: Catalog): boolean | undefined {
  const parts = name.split('/');
  const last = parts.at(-1)!;
  const kind = parts.length > 1 && /^[A-Z]/.test(last) ? last : undefined;
  const apiVersion = kind === undefined ? name : parts.slice(0, -1).join('/');
  if (!catalog.isBuiltIn(apiVersion)) return undefined;
  const { group, version } = fromApiVersion(apiVersion);
  return catalog.group(group).some(entry => {
    if (entry.version !== version || entry.category !== 'resource' || entry.offByDefault) return false;
    if (kind !== undefined && entry.kind !== kind) return false;
    const begun = entry.introduced !== null && compareMinors(entry.introduced, minor) <= 0;
    return begun && (entry.removed === null || compareMinors(entry.removed, minor) > 0);
  });
}
