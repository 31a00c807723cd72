// Packs data/ into dist/data/kubernetes.json: string and kind tables, rows of numbers, so that loading costs about a millisecond.
// `--check` says whether the packed file is current; `--stdout` prints it instead of writing. The shape is CatalogData.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = path => JSON.parse(readFileSync(join(root, 'data', path), 'utf8'));

// The order is part of the format: unpack.ts has the same lists.
const CATEGORIES = ['resource', 'config', 'payload'];
const CONVERSIONS = [
  'apiVersion only',
  'apiVersion only (with a guard)',
  'mechanical structural',
  'mechanical structural (with a guard)',
  'needs human decision',
];
const UNCERTAIN = ['introduced', 'deprecated', 'removed'];

const nameOf = gvk => `${gvk.group}/${gvk.version} ${gvk.kind}`;

function fail(what) {
  throw new Error(`data: ${what}`);
}

function indexIn(list, value, row) {
  const index = list.indexOf(value);
  return index < 0 ? fail(`${nameOf(row)}: unknown value ${value}`) : index;
}

/** "1.22" → 22, null → -1. */
function minor(text, row) {
  if (text === null || text === undefined) return -1;
  return /^1\.\d{1,3}$/.test(text) ? Number(text.slice(2)) : fail(`${nameOf(row)}: bad version ${text}`);
}

function correct(stable, corrections) {
  return corrections.reduce((rows, fix) => {
    const at = rows.findIndex(row => nameOf(row) === nameOf(fix));
    if (at < 0 || rows[at][fix.field] !== fix.from) fail(`correction of ${nameOf(fix)} no longer fits`);
    return rows.with(at, { ...rows[at], [fix.field]: fix.to });
  }, stable);
}

function pack() {
  const meta = read('kubernetes/meta.json');
  const ack = read('providers/ack.json');
  const rows = read('kubernetes/lifecycle.json');
  const stable = correct(read('kubernetes/stable.json'), meta.corrections);

  const strings = [];
  const stringIndex = new Map();
  const string = text => {
    if (!stringIndex.has(text)) stringIndex.set(text, strings.push(text) - 1);
    return stringIndex.get(text);
  };
  const kinds = [];
  const kindIndex = new Map();
  const kind = gvk => {
    if (gvk === null) return -1;
    const name = nameOf(gvk);
    if (!kindIndex.has(name)) {
      kindIndex.set(name, kindIndex.size);
      kinds.push(string(gvk.group), string(gvk.version), string(gvk.kind));
    }
    return kindIndex.get(name);
  };

  // Rows and stable kinds come first, so that an index below their count is an entry of its own.
  const entries = [...rows, ...stable];
  entries.forEach((entry, index) => {
    if (kind(entry) !== index) fail(`${nameOf(entry)}: twice`);
    if (!entry.source?.trim()) fail(`${nameOf(entry)}: no source`);
  });

  /** An alternative is stored as the index of its entry, which must say the same. */
  const alternative = (alt, row) => {
    const entry = entries[kindIndex.get(nameOf(alt))] ?? fail(`${nameOf(row)}: no entry for ${nameOf(alt)}`);
    const same =
      entry.introduced === alt.available &&
      (entry.deprecated ?? null) === alt.deprecated &&
      (entry.removed ?? null) === alt.removed &&
      (entry.offByDefault ?? false) === alt.offByDefault;
    return same ? kind(alt) : fail(`${nameOf(row)}: ${nameOf(alt)} has other releases than its own row`);
  };

  const computed = basis => (basis ?? '').startsWith('computed');
  const packedRows = rows.map(row => {
    const flags =
      (row.offByDefault ? 1 : 0) |
      (computed(row.basis.removed) ? 2 : 0) |
      (computed(row.basis.deprecated) ? 4 : 0) |
      (row.uncertain ?? []).reduce((bits, field) => bits | (8 << indexIn(UNCERTAIN, field, row)), 0);
    return [
      indexIn(CATEGORIES, row.category, row),
      flags,
      minor(row.introduced, row),
      minor(row.deprecated, row),
      minor(row.removed, row),
      kind(row.replacement),
      minor(row.replacementAvailable, row),
      kind(row.finalReplacement),
      minor(row.finalReplacementAvailable, row),
      indexIn(CONVERSIONS, row.conversion, row),
      string(row.source),
      ...row.alternatives.map(alt => alternative(alt, row)),
    ];
  });
  return JSON.stringify({
    schemaVersion: 1,
    newest: meta.newest,
    asOf: meta.asOf,
    comparedRef: meta.comparedWith.ref,
    strings,
    kinds,
    rows: packedRows,
    stable: stable.map(row => [minor(row.introduced, row), string(row.source)]),
    upgradeSequences: Object.fromEntries(ack.providers.map(provider => [provider, ack.upgradeSequence])),
  });
}

const target = join(root, 'dist', 'data', 'kubernetes.json');
const text = pack();
if (process.argv.includes('--stdout')) {
  process.stdout.write(text);
} else if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('stale: dist/data/kubernetes.json (run node scripts/data-pack.mjs)');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
