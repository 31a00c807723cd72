// The conversion fixtures, what the product makes of them, and how a server takes that.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fixText } from '../../src/cli/fix';
import { type Catalog, type Context, type FixMode } from '../../src/core';
import { type ApiServer } from '../server/start';
import { targetOf } from '../unit/catalogData';
import { comparable, differences, type JsonObject } from './comparable';
import { createPath } from './create';
import { expectOk, type ServedKind } from './discovery';
import { deprecationIn } from './verdicts';

/** One object at an old version, and what it is at the wanted one with the old version's defaults filled in. */
export interface ConversionCase {
  readonly name: string;
  readonly before: string;
  readonly to: string;
  readonly expected: JsonObject;
}

/** Every folder that holds a before.yaml, its `to` and its expected.json. */
export function readCases(folder: string): readonly ConversionCase[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names
    .filter(name => ['before.yaml', 'to', 'expected.json'].every(file => existsSync(join(folder, name, file))))
    .map(name => {
      const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
      const expected = JSON.parse(read('expected.json')) as JsonObject;
      return { name, before: read('before.yaml'), to: read('to').trim(), expected };
    });
}

/** What `fix --write` makes of the case for a cluster that goes to this version. */
export function convert(each: ConversionCase, mode: FixMode, version: string, catalog: Catalog): string {
  const target = targetOf(catalog, version);
  const context: Context = { target, catalog, settings: { severity: {} }, today: catalog.asOf };
  return fixText('before.yaml', each.before, mode, context).text;
}

/** Creates the converted manifest without keeping it; answers where the server's object differs from the expected one. */
export async function judgeConversion(
  server: ApiServer,
  kinds: ReadonlyMap<string, ServedKind>,
  each: ConversionCase,
  mode: FixMode,
  converted: string,
): Promise<readonly string[]> {
  const before = parse(each.before, { version: '1.1' }) as JsonObject;
  await ensureNamespace(server, converted);
  const answer = await server.request('POST', createPath(converted, kinds), converted, {
    contentType: 'application/yaml',
  });
  const created = expectOk(answer).json() as JsonObject;
  // What a server says of fields and annotations that the manifest had before is another matter.
  const ours = answer.warnings.filter(text => text.startsWith('unknown field') || deprecationIn([text]) !== undefined);
  return [...ours, ...differences(comparable(created, before, mode), comparable(each.expected, before, mode))];
}

async function ensureNamespace({ request }: ApiServer, manifest: string): Promise<void> {
  const { metadata } = parse(manifest, { version: '1.1' }) as { metadata: { namespace?: string } };
  if (metadata.namespace === undefined) return;
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: metadata.namespace } };
  const answer = await request('POST', '/api/v1/namespaces', namespace);
  if (answer.status !== 409) expectOk(answer);
}
