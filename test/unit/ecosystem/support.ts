/** What the tests of custom resources share: the packed data, made anew from what is committed. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createEcosystemCatalog, type EcosystemCatalog, type EcosystemData } from '../../../src/core/ecosystem/catalog';
import { type Context, contextWith } from '../../../src/core/model/context';
import { contextOf, type Terms } from '../core/support';

const root = join(__dirname, '../../../..');

export function loadEcosystem(): EcosystemCatalog {
  const script = join(root, 'scripts/data-pack-ecosystem.mjs');
  const text = execFileSync(process.execPath, [script, '--stdout'], { encoding: 'utf8' });
  return createEcosystemCatalog(JSON.parse(text) as EcosystemData);
}

const ecosystem = loadEcosystem();

/** A context that knows the data and these versions of components. */
export function customContext(
  components: Readonly<Record<string, string>> = {},
  terms: Terms = {},
  facts: Partial<Context> = {},
): Context {
  return contextWith(contextOf(terms), { ecosystem, components, ...facts });
}
