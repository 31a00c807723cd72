// The conversion fixtures, what the product makes of them, and how a server takes that.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { fixText } from '../../src/cli/fix';
import { type Catalog, type Context, type FixMode } from '../../src/core';
import { type Answer } from '../server/client';
import { type ApiServer } from '../server/start';
import { targetOf } from '../unit/catalogData';
import { comparable, differences, type JsonObject } from './comparable';
import { createDry, type Manifest, readManifest, readManifests } from './create';
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
  const before = readManifest(each.before) as unknown as JsonObject;
  const answer = expectOk(await createDry(server, kinds, readManifest(converted), converted));
  const created = answer.json() as JsonObject;
  return [
    ...complaints(answer),
    ...differences(comparable(created, before, mode), comparable(each.expected, before, mode)),
  ];
}

/** A written-down result of a conversion, whole or chosen. */
export interface Result {
  readonly name: string;
  readonly objects: readonly Manifest[];
}

/** Every after file below the folder but those of templates, which only Helm makes objects of. */
export function readResults(folder: string): readonly Result[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /^after\b.*\.(?:yaml|json)$/.test(basename(name)) && !name.endsWith('.tpl.yaml'))
    .sort()
    .map(name => ({ name: toPosix(name), objects: readManifests(readFileSync(join(folder, name), 'utf8')) }));
}

/** Creates one object of a result; answers why a server would refuse it or drop a part of it. */
export async function judgeResult(
  server: ApiServer,
  kinds: ReadonlyMap<string, ServedKind>,
  object: Manifest,
): Promise<readonly string[]> {
  const answer = await createDry(server, kinds, object, object);
  if (answer.status !== 201) return [(answer.json() as { readonly message: string }).message];
  return answer.warnings.filter(text => text.startsWith('unknown field'));
}

/** Warnings of what a conversion wrote; those of the fields and annotations that it found are another matter. */
function complaints({ warnings }: Answer): readonly string[] {
  return warnings.filter(text => text.startsWith('unknown field') || deprecationIn([text]) !== undefined);
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}
