// Packs data/ecosystem/ into dist/data/ecosystem.json, which is read when a document holds an API that is not Kubernetes' own.
// `--check` says whether the packed file is current; `--stdout` prints it instead of writing. The shape is EcosystemData.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function fail(row, what) {
  throw new Error(`data: ecosystem: ${row.group}/${row.version} ${row.kind}: ${what}`);
}

/** What cannot be known exactly ("<=0.1") is left out: it decides nothing. */
function release(text, row) {
  if (text === null || text === undefined || text.startsWith('<=')) return '';
  return /^\d+\.\d+$/.test(text) ? text : fail(row, `bad version ${text}`);
}

function pack() {
  const { asOf, components, rows } = JSON.parse(readFileSync(join(root, 'data/ecosystem/lifecycle.json'), 'utf8'));
  const ids = Object.keys(components);
  const strings = [];
  const index = new Map();
  const string = text => {
    if (!index.has(text)) index.set(text, strings.push(text) - 1);
    return index.get(text);
  };
  const gvk = other => (other ? [other.group, other.version, other.kind] : ['', '', '']).map(string);
  const seen = new Set();
  const packed = rows.map(row => {
    const name = `${row.group}/${row.version} ${row.kind}`;
    if (seen.has(name)) fail(row, 'twice');
    seen.add(name);
    const component = ids.indexOf(row.component);
    if (component < 0) fail(row, `unknown component ${row.component}`);
    if (!components[row.component].source) fail(row, 'no source');
    const facts = [
      row.introduced,
      row.deprecated,
      row.removed,
      row.replacementAvailable,
      row.finalReplacementAvailable,
    ].map(text => string(release(text, row)));
    const sameShape = row.conversion === 'apiVersion only' ? 1 : 0;
    return [component, ...gvk(row), ...facts, ...gvk(row.replacement), ...gvk(row.finalReplacement), sameShape];
  });
  return JSON.stringify({
    schemaVersion: 1,
    asOf,
    components: ids.map(id => [id, components[id].name, components[id].repository]),
    strings,
    rows: packed,
  });
}

const target = join(root, 'dist', 'data', 'ecosystem.json');
const text = pack();
if (process.argv.includes('--stdout')) {
  process.stdout.write(text);
} else if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('stale: dist/data/ecosystem.json (run node scripts/data-pack-ecosystem.mjs)');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
