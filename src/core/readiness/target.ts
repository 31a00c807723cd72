/** Where a cluster goes: what the user asks for, else its provider's next step. */
import { type Catalog } from '../catalog/catalog';
import { type Provider, type Target } from '../model/context';
import { type Snapshot } from '../model/snapshot';
import { compareMinors, resolveTarget } from '../verdict/target';
import { detectProvider } from './provider';
import { minorOf } from './versions';

export interface ClusterTargetRequest {
  /** "auto" or a version. */
  readonly targetVersion: string;
  /** "auto" (the cluster's own) or a version. */
  readonly currentVersion: string;
  readonly provider: Provider | 'auto';
}

/** Undefined when a version cannot be read. With no version of the cluster to start from: the newest release known. */
export function clusterTarget(snapshot: Snapshot, request: ClusterTargetRequest, catalog: Catalog): Target | undefined {
  const { version } = snapshot;
  const provider = request.provider === 'auto' ? detectProvider(snapshot) : request.provider;
  const own = version.state === 'read' ? minorOf(version.value.gitVersion) : undefined;
  const currentVersion = request.currentVersion === 'auto' ? (own ?? 'auto') : request.currentVersion;
  const current = minorOf(currentVersion);
  const targetVersion =
    request.targetVersion === 'auto' && current !== undefined
      ? nextStep(current, catalog.upgradeSequence(provider))
      : request.targetVersion;
  return resolveTarget({ targetVersion, currentVersion, provider }, catalog);
}

/** The next entry of the provider's own list, where it has one and goes on; else the next minor. */
export function nextStep(current: string, sequence: readonly string[] | null): string {
  const next = sequence?.find(minor => compareMinors(minor, current) > 0);
  return next ?? `1.${Number(current.slice(2)) + 1}`;
}
