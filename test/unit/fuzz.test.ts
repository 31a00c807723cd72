/**
 * Fuzz test of the core, reproducible: SEED chooses the inputs (default 1), RUNS how many (default 20 000).
 * A failure names the seed of its own input: run it alone with SEED=<that> RUNS=1.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { detectSyntax } from '../../src/core/yaml/split';
import { projectRoot } from './catalogData';
import { contextOf } from './core/support';
import { mutate, type Seed } from './fuzz/mutate';
import { checkEditing, checkText, type Counts } from './fuzz/properties';
import { Random } from './fuzz/random';

const first = Number(process.env.SEED ?? 1);
const runs = Number(process.env.RUNS ?? 20_000);

const contexts = [
  contextOf({ target: '1.31' }),
  contextOf({ target: '1.37', current: '1.20' }),
  contextOf({ target: '1.25', current: '1.21' }),
  contextOf({ target: '1.16', current: '1.14' }),
  contextOf({ target: '1.40', current: '1.36' }),
];

/** Every manifest of the fixtures and the sample but its one big file. */
function readSeeds(): Seed[] {
  return ['test/fixtures', 'samples/shop-platform'].flatMap(folder =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .sort()
      .filter(name => /\.(?:ya?ml|json|tpl)$/.test(name) && !/schema|answers|expected|servers|tenants/.test(name))
      .map(name => {
        const text = readFileSync(join(projectRoot, folder, name), 'utf8').slice(0, 6_000);
        const syntax = name.endsWith('.tpl.yaml') ? 'helm' : detectSyntax(`${folder}/${name}`, text);
        return { name, text, syntax };
      }),
  );
}

const all = readSeeds();
/** Those with an old version four times: there is more to get wrong in them. */
const seeds = all.flatMap(seed => (/v\d+(?:alpha|beta)\d/.test(seed.text) ? [seed, seed, seed, seed] : [seed]));

function stop(input: { seed: number; name: string; syntax: string; text: string }, error: unknown): never {
  const again = `SEED=${input.seed} RUNS=1, from ${input.name} read as ${input.syntax}`;
  const message = error instanceof Error ? error.message : String(error);
  throw new Error(
    `${again}\n${message}\n--- input ---\n${input.text}\n--- as JSON ---\n${JSON.stringify(input.text)}`,
    { cause: error },
  );
}

describe('any text at all', () => {
  it(`keeps every promise of the core (${runs} inputs from seed ${first})`, () => {
    const counts: Counts = { documents: 0, findings: 0, fixes: 0, broken: 0 };
    for (let run = 0; run < runs; run++) {
      const seed = first + run;
      const random = new Random(seed);
      const from = random.pick(seeds);
      const syntax = random.chance(0.8) ? from.syntax : random.pick(['yaml', 'helm', 'json'] as const);
      const text = mutate(from, random, seeds);
      const context = random.pick(contexts);
      try {
        checkText(text, syntax, context, counts);
        if (random.chance(0.1)) {
          const typed = Array.from({ length: 3 }, () => mutate({ ...from, text }, random, seeds));
          checkEditing([from.text, text, ...typed, text], syntax, context);
        }
      } catch (error) {
        stop({ seed, name: from.name, syntax, text }, error);
      }
    }
    if (runs < 1_000) return;
    assert.ok(counts.findings > runs / 4, `only ${counts.findings} findings`);
    assert.ok(counts.fixes > runs / 8, `only ${counts.fixes} fixes`);
    assert.ok(counts.broken > runs / 20, `only ${counts.broken} broken documents`);
  });
});
