/** The catalog that tests judge with: packed from data/ as the build does it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog } from '../../src/core/catalog/catalog';
import { type CatalogData, createCatalog } from '../../src/core/catalog/create';
import { type Target } from '../../src/core/model/context';
import { resolveTarget } from '../../src/core/verdict/target';

export const projectRoot = join(__dirname, '..', '..', '..');

export function packedText(): string {
  const script = join(projectRoot, 'scripts', 'data-pack.mjs');
  return execFileSync(process.execPath, [script, '--stdout'], { encoding: 'utf8' });
}

export function loadCatalog(): Catalog {
  return createCatalog(JSON.parse(packedText()) as CatalogData);
}

export function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(projectRoot, ...path), 'utf8')) as T;
}

/** A target on the generic path unless a provider is given; "auto" for today's version means unknown. */
export function targetOf(
  catalog: Catalog,
  targetVersion: string,
  currentVersion = 'auto',
  provider: Target['provider'] = 'generic',
): Target {
  const target = resolveTarget({ targetVersion, currentVersion, provider }, catalog);
  if (target === undefined) throw new Error(`unreadable: ${currentVersion} to ${targetVersion}`);
  return target;
}
