// For every kind that we or the server know: what we say of it, and what a real kube-apiserver does with it.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { type GroupVersionKind, toApiVersion } from '../../src/core/catalog/catalog';
import { type ApiServer } from '../server/start';
import { loadCatalog, readJson } from '../unit/catalogData';
import { apiPath, ask, discover, type ServedKind } from './discovery';
import { judgeFor, projectRoot, RELEASES } from './servers';
import { deprecationIn, differences, fits, judge, type Judged, type Theirs } from './verdicts';

interface Recorded {
  readonly served: Readonly<Record<string, { readonly resource: string; readonly warnings: readonly string[] }>>;
}

interface Row {
  readonly name: string;
  readonly judged: Judged;
  readonly theirs: Theirs;
  /** The server's deprecation warning. */
  readonly warning: string | undefined;
  /** Empty when we and the server agree. */
  readonly problems: readonly string[];
}

/** Where a server with everything on and we differ, and why that is right. */
const EXCEPTIONS: ReadonlyMap<string, { readonly theirs: Theirs; readonly reason: string }> = new Map([
  [
    'internal.apiserver.k8s.io/v1alpha1 StorageVersion',
    { theirs: 'served', reason: 'written by API servers alone, never in a manifest: not in the data' },
  ],
  [
    'authentication.k8s.io/v1 TokenRequest',
    { theirs: 'refused', reason: 'the body of a subresource of ServiceAccount: no resource of its own' },
  ],
]);

const RECORDINGS = ['1.20', '1.32', '1.36', '1.33-emulated', '1.34-emulated', '1.35-emulated'];

const catalog = loadCatalog();
const recorded = new Map(
  RECORDINGS.map(name => [name, readJson<Recorded>('test', 'fixtures', 'servers', `${name}.json`).served]),
);

/** Resources of the data and of every recorded server. */
function knownKinds(): readonly string[] {
  const rows = ['lifecycle.json', 'stable.json'].flatMap(file =>
    readJson<(GroupVersionKind & { category?: string })[]>('data', 'kubernetes', file),
  );
  const ours = rows
    .filter(row => (row.category ?? 'resource') === 'resource')
    .map(row => `${toApiVersion(row)} ${row.kind}`);
  return [...ours, ...[...recorded.values()].flatMap(served => Object.keys(served))];
}

/** A kind that the server does not list has to be refused under its path as well. */
async function isRefused({ request }: ApiServer, apiVersion: string, kind: string): Promise<boolean> {
  const name = `${apiVersion} ${kind}`;
  const plural = [...recorded.values()].flatMap(served => served[name]?.resource ?? [])[0] ?? `${kind.toLowerCase()}s`;
  const { status } = await request('GET', `${apiPath(apiVersion)}/${plural}?limit=1`);
  return status === 404;
}

async function rowFor(
  server: ApiServer,
  name: string,
  served: ServedKind | undefined,
  version: string,
  everything: boolean,
): Promise<Row> {
  const [apiVersion = '', kind = ''] = name.split(' ');
  const judged = judge(apiVersion, kind, version, catalog);
  const problems = judged.contradiction === undefined ? [] : [judged.contradiction];
  if (served === undefined) {
    if (!(await isRefused(server, apiVersion, kind))) problems.push('neither listed nor refused');
    if (!fits(judged, 'refused', everything)) problems.push(`refused, ours ${judged.ours}`);
    return { name, judged, theirs: 'refused', warning: undefined, problems };
  }
  const answer = await ask(server, served);
  if (answer.status === 404) problems.push('listed, but refused');
  const warning = deprecationIn(answer.warnings);
  const theirs = warning === undefined ? 'served' : 'deprecated';
  if (!fits(judged, theirs, everything)) problems.push(`${theirs}, ours ${judged.ours}`);
  if (warning !== undefined && judged.entry !== undefined) problems.push(...differences(judged.entry, warning));
  return { name, judged, theirs, warning: warning?.[0], problems };
}

/** How often each of our verdicts met each answer, and how many agreed. */
function table(title: string, rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const { judged, theirs } of rows) {
    const cell = `${judged.ours}${judged.offByDefault && judged.ours !== 'off by default' ? ', off by default' : ''}|${theirs}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const lines = [...counts].sort().map(([cell, count]) => {
    const [ours = '', theirs = ''] = cell.split('|');
    return `  ${ours.padEnd(27)} ${theirs.padEnd(10)} ${String(count).padStart(4)}`;
  });
  const excepted = rows.filter(row => row.problems.length > 0 && EXCEPTIONS.has(row.name)).length;
  const agreed = rows.filter(row => row.problems.length === 0).length;
  const share = ((100 * agreed) / (rows.length - excepted)).toFixed(agreed + excepted === rows.length ? 0 : 1);
  return [
    `${title}: ${agreed} of ${rows.length - excepted} kinds agree (${share} %), ${excepted} listed exceptions`,
    `  ${'we say'.padEnd(27)} ${'it does'.padEnd(10)} kinds`,
    ...lines,
  ].join('\n');
}

function report(t: TestContext, title: string, rows: readonly Row[]): void {
  const summary = table(title, rows);
  for (const line of summary.split('\n')) t.diagnostic(line);
  const folder = join(projectRoot, 'test-results', 'judge');
  mkdirSync(folder, { recursive: true });
  const all = rows.map(row => `${row.name}\t${row.judged.ours}\t${row.theirs}\t${row.problems.join('; ')}`);
  writeFileSync(join(folder, `${title.replaceAll(/[ ,]+/g, '-')}.txt`), [summary, ...all, ''].join('\n'));
}

/** The recorded answers, which the unit tests judge by, are still what this server says. */
function assertRecorded(version: string, rows: readonly Row[]): void {
  const live = rows.filter(row => row.theirs !== 'refused').map(row => [row.name, row.warning]);
  const kept = Object.entries(recorded.get(version) ?? {}).map(([name, { warnings }]) => [
    name,
    deprecationIn(warnings)?.[0],
  ]);
  assert.deepEqual(Object.fromEntries(live), Object.fromEntries(kept));
}

for (const version of RELEASES) {
  for (const everything of [true, false]) {
    const title = `kube-apiserver ${version}, ${everything ? 'everything on' : 'defaults'}`;
    test(`agrees with ${title}`, async t => {
      const server = await judgeFor(t, version, { everything });
      if (server === undefined) return;
      const listed = await discover(server);
      const names = [...new Set([...listed.keys(), ...knownKinds()])].sort();
      const rows: Row[] = [];
      for (const name of names) rows.push(await rowFor(server, name, listed.get(name), version, everything));
      report(t, title, rows);
      const differing = rows.filter(row => row.problems.length > 0 && EXCEPTIONS.get(row.name)?.theirs !== row.theirs);
      assert.deepEqual(
        differing.map(row => `${row.name}: ${row.problems.join('; ')}`),
        [],
      );
      if (!everything) return;
      const stale = [...EXCEPTIONS.keys()].filter(
        name => !rows.some(row => row.name === name && row.problems.length > 0),
      );
      assert.deepEqual(stale, [], 'exceptions that are none');
      assertRecorded(version, rows);
    });
  }
}
