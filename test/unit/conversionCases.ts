/** Reads the conversion fixtures and carries their conversions out, as the editor and the command line do. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog } from '../../src/core/catalog/catalog';
import { convert } from '../../src/core/convert/engine';
import { type Fix, type FixChoices } from '../../src/core/model/fix';
import { type FixMode } from '../../src/core/model/finding';
import { type Message } from '../../src/core/model/message';
import { applyEdits, type Edit } from '../../src/core/model/text';
import { parseSlice } from '../../src/core/yaml/parse';
import { readResources } from '../../src/core/yaml/resources';
import { projectRoot } from './catalogData';

const folder = join(projectRoot, 'test', 'fixtures', 'conversions');

export interface ConversionCase {
  readonly name: string;
  readonly to: string;
  readonly before: string;
  readonly syntax: 'yaml' | 'json' | 'helm';
  /** A further file of the case, undefined when there is none. `after` stands for `after.yaml`, `after.json` … */
  readonly file: (name: string) => string | undefined;
}

export interface Outcome {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly fixes: readonly Fix[];
  readonly manual: readonly Message[];
  readonly choices: FixChoices | undefined;
}

export function readCases(): ConversionCase[] {
  return readdirSync(folder)
    .sort()
    .map(name => {
      const files = readdirSync(join(folder, name));
      const source = files.find(file => file.startsWith('before.')) ?? 'before.yaml';
      const extension = source.slice('before'.length);
      const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
      const file = (each: string): string | undefined => {
        const path = each.startsWith('after') ? each + extension : each;
        return existsSync(join(folder, name, path)) ? read(path) : undefined;
      };
      const syntax = extension === '.json' ? 'json' : extension === '.tpl.yaml' ? 'helm' : 'yaml';
      return { name, to: read('to').trim(), before: read(source), syntax, file };
    });
}

/** Converts every object of the text that has another version than the wanted one. */
export function carryOut(catalog: Catalog, each: ConversionCase, text: string, mode: FixMode): Outcome {
  const slice = { start: 0, text, syntax: each.syntax, branch: [] };
  const fixes: Fix[] = [];
  for (const resource of readResources(parseSlice(slice))) {
    const apiVersion = resource.apiVersions[0];
    const entry = apiVersion && catalog.find(apiVersion.text, resource.kind);
    if (!apiVersion || apiVersion.text === each.to || !entry?.replacement) continue;
    fixes.push(
      convert({ resource, apiVersion, to: each.to, toKind: entry.replacement.kind, mode, branch: [] }, catalog),
    );
  }
  const edits = fixes.flatMap(fix => (fix.kind === 'edits' ? fix.edits : []));
  return {
    text: applyEdits(text, edits),
    edits,
    fixes,
    manual: fixes.flatMap(fix => (fix.kind === 'manual' ? [fix.reason] : [])),
    choices: fixes.find((fix): fix is FixChoices => fix.kind === 'choices'),
  };
}
