// Packs data/eci/ into dist/data/eci.json, which is read only when a document names an ECI annotation or completion is asked.
// `--check` says whether the packed file is current; `--stdout` prints it instead of writing. The shape is EciData.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = name => JSON.parse(readFileSync(join(root, 'data', 'eci', name), 'utf8'));

const PLACES = ['pod', 'label', 'namespaceLabel', 'workload', 'imageCache'];
const STATES = ['active', 'deprecated', 'readonly'];
const CERTAINTIES = ['documented', 'partial', 'observed', 'unverified'];

function fail(what) {
  throw new Error(`data: eci: ${what}`);
}

function pack() {
  const { compiled, sources, annotations } = read('annotations.json');
  const specs = read('specs.json');
  const keys = new Set();
  for (const row of annotations) {
    if (keys.has(row.key)) fail(`${row.key}: twice`);
    keys.add(row.key);
    if (!PLACES.includes(row.on)) fail(`${row.key}: unknown place ${row.on}`);
    if (!STATES.includes(row.state)) fail(`${row.key}: unknown state ${row.state}`);
    if (!CERTAINTIES.includes(row.certainty)) fail(`${row.key}: unknown certainty ${row.certainty}`);
    if (!row.meaning?.en || !row.meaning?.zh) fail(`${row.key}: no meaning in both languages`);
    for (const id of row.sources) if (!(id in sources)) fail(`${row.key}: unknown source ${id}`);
    // A row that nobody gave a source for may only inform.
    if (row.sources.length === 0 && row.certainty === 'documented') fail(`${row.key}: documented, but no source`);
  }
  for (const { key, successor, needs, conflicts = [] } of annotations) {
    const named = [...(successor?.fix ? [successor] : []), ...(needs ? [needs] : []), ...conflicts];
    for (const other of named) if (!keys.has(other.key)) fail(`${key}: names unknown ${other.key}`);
  }
  const { pairs, someRegions } = specs;
  return JSON.stringify({
    schemaVersion: 1,
    compiled,
    specsAsOf: specs.asOf,
    specSources: specs.sources,
    sources,
    annotations,
    pairs,
    someRegions: someRegions.pairs,
  });
}

const target = join(root, 'dist', 'data', 'eci.json');
const text = pack();
if (process.argv.includes('--stdout')) {
  process.stdout.write(text);
} else if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('stale: dist/data/eci.json (run node scripts/data-pack-eci.mjs)');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
