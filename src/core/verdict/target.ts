/** Kubernetes minors, and the path from today's to the target. */
import { type Catalog } from '../catalog/catalog';
import { type Provider, type Target } from '../model/context';

export interface TargetRequest {
  /** "auto" or a version such as "1.31", "v1.31.2". */
  readonly targetVersion: string;
  /** "auto" (unknown) or a version. */
  readonly currentVersion: string;
  readonly provider: Provider;
}

/** "v1.31.2" → "1.31"; undefined for what is not a Kubernetes version. */
export function parseMinor(text: string): string | undefined {
  const match = /^v?1\.(\d{1,3})(?:[.+-].*)?$/.exec(text.trim());
  return match ? `1.${Number(match[1])}` : undefined;
}

/** Negative when `a` is older than `b`. Both are minors such as "1.9" and "1.10". */
export function compareMinors(a: string, b: string): number {
  return Number(a.slice(2)) - Number(b.slice(2));
}

/** Undefined when a version cannot be read. */
export function resolveTarget(request: TargetRequest, catalog: Catalog): Target | undefined {
  const version = request.targetVersion === 'auto' ? catalog.newest : parseMinor(request.targetVersion);
  const current = request.currentVersion === 'auto' ? null : parseMinor(request.currentVersion);
  if (version === undefined || current === undefined) return undefined;
  const { provider } = request;
  return { version, provider, current, path: pathTo(version, current, catalog.upgradeSequence(provider)) };
}

/**
 * Versions from today's to the target, both included. A provider with a sequence of its own passes through that alone;
 * a version outside the sequence stays as an end. Where there is no way up (today's unknown, equal or newer) only the
 * target is passed.
 */
function pathTo(version: string, current: string | null, sequence: readonly string[] | null): readonly string[] {
  if (current === null || compareMinors(current, version) >= 0) return [version];
  const between = (minor: string): boolean => compareMinors(current, minor) < 0 && compareMinors(minor, version) < 0;
  return [current, ...(sequence?.filter(between) ?? minorsBetween(current, version)), version];
}

function minorsBetween(from: string, to: string): readonly string[] {
  const first = Number(from.slice(2)) + 1;
  return Array.from({ length: compareMinors(to, from) - 1 }, (_, step) => `1.${first + step}`);
}

/** Whether the target lies beyond what the data knows: newer than every release, or than the provider's own list. */
export function beyondData(target: Target, catalog: Catalog): boolean {
  const last = catalog.upgradeSequence(target.provider)?.at(-1) ?? catalog.newest;
  return compareMinors(target.version, catalog.newest) > 0 || compareMinors(target.version, last) > 0;
}
