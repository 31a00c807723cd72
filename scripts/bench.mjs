// `npm run bench`: ratios measured in one run. Builds nothing: says what to build first.
//
//   PLUTO=/path/to/pluto   measures that program on the same workspace
//   FILES=4000 SEED=1      the workspace that is generated for the scan
//   MANY=40000             the large one
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const compiled = join(root, 'out', 'test', 'bench', 'run.js');
const missing = [
  compiled,
  ...['extension.js', 'web.js', 'cli.js', 'data/kubernetes.json'].map(name => join(root, 'dist', name)),
].filter(path => !existsSync(path));
if (missing.length > 0) {
  console.error(`Not built: ${missing.join(', ')}\nRun npm run build first.`);
  process.exit(2);
}

const { benchmark } = createRequire(import.meta.url)(compiled);
const { PLUTO, FILES = '4000', MANY = '40000', SEED = '1' } = process.env;
let missed = 0;
benchmark(
  { root, pluto: PLUTO ?? null, files: Number(FILES), many: Number(MANY), seed: Number(SEED) },
  ({ what, figures, bar, met }) => {
    if (met === false) missed += 1;
    const verdict = bar === null ? '' : `  [${met ? 'met' : 'MISSED'}: ${bar}]`;
    console.log(`${what}\n    ${figures}${verdict}`);
  },
);
if (PLUTO === undefined) console.log('Pluto: not measured (set PLUTO=/path/to/pluto)');
console.log(missed === 0 ? 'Every bar is met.' : `${missed} bars are missed.`);
