// Writes docs/checks.md: each row of the facts with its check, tests and permissions, or why it is not built.
// With --check it writes nothing and fails on a gap: a row without a check and a reason, a check without a test, a stale page.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const CHECKS = 'src/core/checks';
const TESTS = 'test/unit/checks';
const PAGE = 'docs/checks.md';

/** Needs that are no resource of their own name. */
const ACCESS = {
  version: 'get /version',
  metrics: 'get /metrics',
  discovery: 'get /apis',
  nodemetrics: 'list nodes.metrics.k8s.io',
  velerobackups: 'list backups.velero.io',
  veleroschedules: 'list schedules.velero.io',
  backupstoragelocations: 'list backupstoragelocations.velero.io',
};

const names = text => [...(text ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name);
const field = (text, name) => names(new RegExp(`\\b${name}: \\[([^\\]]*)\\]`).exec(text)?.[1]);
const access = need => ACCESS[need] ?? `list ${need}`;

const checks = readdirSync(join(root, CHECKS))
  .filter(file => file.endsWith('.ts') && file !== 'index.ts')
  .map(file => {
    const text = readFileSync(join(root, CHECKS, file), 'utf8');
    return {
      id: file.slice(0, -3),
      covers: field(text, 'covers'),
      needs: field(text, 'needs'),
      wants: field(text, 'wants'),
    };
  });

const tests = { planted: new Map(), clean: new Map() };
for (const file of readdirSync(join(root, TESTS)).filter(name => name.endsWith('.test.ts'))) {
  const text = readFileSync(join(root, TESTS, file), 'utf8');
  for (const [, kind, row] of text.matchAll(/\b(planted|clean|both)\(\s*'([A-Z0-9-]+)'/g)) {
    for (const found of kind === 'both' ? ['planted', 'clean'] : [kind]) tests[found].set(row, file);
  }
}

const gaps = [];
const sections = JSON.parse(readFileSync(join(root, 'data/checks/rows.json'), 'utf8'));
const known = new Set(sections.flatMap(({ rows }) => rows.map(({ id }) => id)));
for (const { id, covers } of checks) {
  for (const row of covers) if (!known.has(row)) gaps.push(`${id} answers ${row}, which is no row`);
}

const lines = ['# Readiness checks', '', '<!-- Written by scripts/check-table.mjs. Do not edit. -->', ''];
lines.push(
  'Each row is a question about a cluster before an upgrade. A planted problem must be found on the very object it was planted on; a clean twin must be left alone. Without a permission in the last column a check is *unknown*, never a pass; those in brackets make it better.',
  '',
);
for (const { section, rows } of sections) {
  lines.push(
    `## ${section}`,
    '',
    '| Row | Check | Planted problem | Clean twin | Permissions |',
    '|---|---|---|---|---|',
  );
  for (const { id, notBuilt } of rows) {
    const owners = checks.filter(({ covers }) => covers.includes(id));
    if (owners.length === 0) {
      if (notBuilt === undefined) gaps.push(`${id} has neither a check nor a reason`);
      lines.push(`| ${id} | not built: ${notBuilt ?? ''} | | | |`);
      continue;
    }
    if (notBuilt !== undefined) gaps.push(`${id} is built, and said not to be`);
    const cell = kind => {
      const file = tests[kind].get(id);
      if (file === undefined) gaps.push(`${id} has no ${kind} test`);
      return file === undefined ? '' : `[${file.replace('.test.ts', '')}](../${TESTS}/${file})`;
    };
    const links = owners.map(owner => `[${owner.id}](../${CHECKS}/${owner.id}.ts)`).join(', ');
    const [needs, wants] = ['needs', 'wants'].map(kind => [
      ...new Set(owners.flatMap(owner => owner[kind].map(access))),
    ]);
    const all = [...needs, ...wants.map(want => `(${want})`)].join(', ');
    lines.push(`| ${id} | ${links} | ${cell('planted')} | ${cell('clean')} | ${all === '' ? 'none' : all} |`);
  }
  lines.push('');
}

const text = `${lines.join('\n').trimEnd()}\n`;
const page = join(root, PAGE);
if (process.argv.includes('--check')) {
  if (!existsSync(page) || readFileSync(page, 'utf8') !== text)
    gaps.push(`${PAGE} is stale (node scripts/check-table.mjs)`);
} else writeFileSync(page, text);
for (const gap of gaps) console.error(gap);
process.exitCode = gaps.length > 0 ? 1 : 0;
