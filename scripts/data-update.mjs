// Compares data/kubernetes with the lifecycle that Kubernetes' own Go modules state, and prints the difference.
//
//   node scripts/data-update.mjs                    against the release named in data/kubernetes/meta.json
//   node scripts/data-update.mjs --release v0.38.0  against another one
//   … --write   takes over what was generated from those modules; rows that a person corrected or wrote stay as they are
//   … --check   exit status 1 when anything differs, for CI
//
// Needs Go, which fetches the modules through its proxy.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const FIELDS = ['introduced', 'deprecated', 'removed'];
const nameOf = ({ group, version, kind }) => `${group === '' ? '' : `${group}/`}${version} ${kind}`;

/** Lifecycle of each kind in one generated (or hand-written) Go file: kind → introduced, deprecated, removed, replacement. */
export function parseLifecycle(source) {
  const kinds = new Map();
  const method =
    /^func \(in \*(\w+)\) APILifecycle(Introduced|Deprecated|Removed|Replacement)\(\) [^{]*\{\s*return ([^\n]*)\n\}/gm;
  for (const [, kind, what, value] of source.matchAll(method)) {
    const found = kinds.get(kind) ?? { introduced: null, deprecated: null, removed: null, replacement: null };
    kinds.set(kind, found);
    if (what === 'Replacement') {
      const part = key => new RegExp(`${key}:\\s*"([^"]*)"`).exec(value)?.[1] ?? '';
      found.replacement = { group: part('Group'), version: part('Version'), kind: part('Kind') };
    } else {
      const [, major, minor] = /^(\d+), (\d+)$/.exec(value) ?? [];
      found[what.toLowerCase()] = major === undefined ? null : `${major}.${minor}`;
    }
  }
  return kinds;
}

/** Everything that a module states, as rows with the file each comes from. */
export function readModule(folder, module, release) {
  const rows = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/(?:^|[\\/])(?:zz_generated\.prerelease-lifecycle|lifecycle)\.go$/.test(name)) continue;
    const path = join(folder, name);
    const group = groupOf(dirname(path));
    const version = /([^\\/]+)[\\/][^\\/]+$/.exec(path)?.[1];
    if (group === undefined || !/^v\d/.test(version)) continue;
    const source = `${module} ${release} ${relative(folder, path).split(sep).join('/')}`;
    for (const [kind, lifecycle] of parseLifecycle(readFileSync(path, 'utf8'))) {
      const same = rows.find(row => row.group === group && row.version === version && row.kind === kind);
      // Generated and hand-written methods of one kind may stand in two files.
      if (same) for (const field of FIELDS) same[field] ??= lifecycle[field];
      else rows.push({ group, version, kind, ...lifecycle, source });
    }
  }
  return rows;
}

function groupOf(folder) {
  const file = readdirSync(folder).includes('register.go') ? join(folder, 'register.go') : undefined;
  return file && /\bGroupName\s*=\s*"([^"]*)"/.exec(readFileSync(file, 'utf8'))?.[1];
}

/** Whether the facts of a committed row are those of a lifecycle file at the release that the data were compared with. */
function isGenerated({ source }, { ref, modules }) {
  const [, module, head, release] =
    /^(k8s\.io\/[\w-]+)(?:@[^:]*\((HEAD),[^:]*:| (v\S+) )\S*lifecycle\.go$/.exec(source) ?? [];
  return modules.includes(module) && (head !== undefined || release === ref);
}

/**
 * Differences between committed data and what the modules state. `changed`: a tag differs (`kept` names the fields whose
 * effective value a person has set); `added`: a kind without row, request bodies left out; `gone`: a row whose kind the modules no longer hold.
 */
export function compare({ lifecycle, stable, meta }, found) {
  const stated = new Map(found.map(row => [nameOf(row), row]));
  const changed = [];
  const gone = [];
  for (const [list, rows] of [
    ['lifecycle', lifecycle],
    ['stable', stable],
  ]) {
    for (const row of rows) {
      const now = stated.get(nameOf(row));
      if (!now) {
        if (isGenerated(row, meta.comparedWith)) gone.push({ list, row });
        continue;
      }
      const before = row.tag ?? { introduced: row.introduced, deprecated: null, removed: null };
      // Hand-written methods leave out the release of the beginning.
      const fields = FIELDS.filter(
        field => now[field] !== (before[field] ?? null) && !(field === 'introduced' && now[field] === null),
      );
      if (fields.length === 0) continue;
      const kept = fields.filter(
        field => !isGenerated(row, meta.comparedWith) || (row[field] ?? null) !== (before[field] ?? null),
      );
      changed.push({ list, row, now, before, fields, kept });
    }
  }
  const known = new Set([...[...lifecycle, ...stable].map(nameOf), ...meta.notRows.kinds]);
  const added = found.filter(row => {
    const item = row.kind.endsWith('List') ? { ...row, kind: row.kind.slice(0, -'List'.length) } : undefined;
    return !known.has(nameOf(row)) && !(item && (known.has(nameOf(item)) || stated.has(nameOf(item))));
  });
  return { changed, gone, added };
}

/** The committed data with what was generated taken over; nothing that a person set is touched. */
export function update(data, { changed, added }) {
  const next = structuredClone(data);
  for (const { list, row, now, fields, kept } of changed) {
    const target = next[list].find(other => nameOf(other) === nameOf(row));
    for (const field of fields) {
      if (target.tag) target.tag[field] = now[field];
      if (!kept.includes(field)) target[field] = now[field];
    }
    if (kept.length === 0) target.source = now.source;
  }
  for (const { group, version, kind, introduced, deprecated, removed, source } of added) {
    if (deprecated === null && removed === null && /^v\d+$/.test(version))
      next.stable.push({ group, version, kind, introduced, source });
  }
  return next;
}

/** One line for each difference, sorted by kind of difference. */
export function describe({ changed, gone, added }) {
  const show = value => value ?? 'none';
  return [
    ...changed.map(({ list, row, now, before, fields, kept }) => {
      const what = fields.map(field => `${field} ${show(before[field])} → ${show(now[field])}`).join(', ');
      const hand = kept.length > 0 ? ` (kept by hand: ${kept.join(', ')})` : '';
      return `changed  ${nameOf(row)}: ${what}${hand}  [${list}.json]`;
    }),
    ...added.map(row => {
      const dates = FIELDS.map(field => `${field} ${show(row[field])}`).join(', ');
      const stable = row.deprecated === null && row.removed === null && /^v\d+$/.test(row.version);
      return `new      ${nameOf(row)}: ${dates}${stable ? '' : ' (a row has to be written by a person)'}  ${row.source}`;
    }),
    ...gone.map(({ list, row }) => `gone     ${nameOf(row)}: the modules no longer hold it  [${list}.json]`),
  ];
}

function download(module, release) {
  const { status, stdout, stderr, error } = spawnSync('go', ['mod', 'download', '-json', `${module}@${release}`], {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, GOWORK: 'off', GO111MODULE: 'on' },
  });
  if (error) throw new Error(`go is needed: ${error.message}`);
  const answer = stdout.trim() === '' ? {} : JSON.parse(stdout);
  if (status !== 0 || !answer.Dir) throw new Error(`${module}@${release}: ${answer.Error ?? stderr.trim()}`);
  return answer.Dir;
}

function main() {
  const { values } = parseArgs({
    options: { release: { type: 'string' }, write: { type: 'boolean' }, check: { type: 'boolean' } },
  });
  const path = name => join(root, 'data', 'kubernetes', `${name}.json`);
  const read = name => JSON.parse(readFileSync(path(name), 'utf8'));
  const meta = read('meta');
  const release = values.release ?? meta.comparedWith.ref;
  const data = { lifecycle: read('lifecycle'), stable: read('stable'), meta };
  const found = meta.comparedWith.modules.flatMap(module => readModule(download(module, release), module, release));
  const difference = compare(data, found);
  const lines = describe(difference);
  console.log(`${found.length} kinds stated by ${meta.comparedWith.modules.join(', ')} at ${release}`);
  for (const line of lines) console.log(line);
  console.log(lines.length === 0 ? 'No difference.' : `${lines.length} differences.`);
  if (values.write) {
    const next = update(data, difference);
    for (const name of ['lifecycle', 'stable']) writeFileSync(path(name), `${JSON.stringify(next[name], null, 1)}\n`);
    console.log(
      'Written. Set newest, asOf and comparedWith in meta.json by hand, then run node scripts/data-pack.mjs.',
    );
  }
  if (values.check && lines.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(`data-update failed: ${error.message}`);
    process.exitCode = 2;
  }
}
