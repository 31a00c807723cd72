/** Sizes of instances: which pairs of vCPU and memory exist, and what another pair is rounded up to. */
import { type EciCatalog, type SpecPairs } from './catalog';

export interface Size {
  readonly cpu: number;
  readonly memory: number;
}

/** "2-4Gi" → 2 vCPU, 4 GiB; undefined for anything else, ECS types among it. */
export function parseSize(text: string): Size | undefined {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)Gi$/.exec(text);
  return match ? { cpu: Number(match[1]), memory: Number(match[2]) } : undefined;
}

export function isListed(size: Size, pairs: SpecPairs): boolean {
  return pairs[String(size.cpu)]?.includes(size.memory) ?? false;
}

/**
 * The sizes it may be rounded up to: at least as much of both, and nothing smaller in both. Where there are several
 * the source does not say which is “nearest”. Empty when none is that large.
 */
export function roundedUp(size: Size, catalog: EciCatalog): readonly string[] {
  const found: Size[] = [];
  for (const cpu of Object.keys(catalog.pairs)
    .map(Number)
    .sort((a, b) => a - b)) {
    if (cpu < size.cpu) continue;
    const memory = catalog.pairs[String(cpu)]!.find(each => each >= size.memory);
    if (memory === undefined || found.some(other => other.memory <= memory)) continue;
    found.push({ cpu, memory });
  }
  return found.map(({ cpu, memory }) => `${cpu}-${memory}Gi`);
}
