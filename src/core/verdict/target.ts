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
export function resolveTarget(_request: TargetRequest, catalog: Catalog): Target | undefined {
  return { version: catalog.newest, provider: 'generic', current: null, path: [catalog.newest] };
}
