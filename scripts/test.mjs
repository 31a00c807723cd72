// `npm test`: sets up, builds and runs every test. Only Node's own modules until `npm ci` has run.
//
//   node scripts/test.mjs [all|checks|unit|integration|ui|judge] [--suite NAME] [--grep TEXT] [--no-build]
//
// The last line is `N passed, N failed, N skipped` over all suites; the exit status is 1 when one failed.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildInBackground, ensureApiServer, judgedVersions } from './apiserver.mjs';
import { build } from './build.mjs';
import { findTests, runNodeTests } from './nodeTests.mjs';
import { ensureDependencies, ensureSystem, root } from './setup.mjs';

const PARTS = ['checks', 'unit', 'integration', 'ui', 'judge'];
const ci = Boolean(process.env.CI) && process.env.CI !== 'false';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { suite: { type: 'string' }, grep: { type: 'string' }, 'no-build': { type: 'boolean' } },
});
const [wanted = 'all', ...rest] = positionals;
if (rest.length > 0 || ![...PARTS, 'all'].includes(wanted)) {
  console.error(`usage: node scripts/test.mjs [all|${PARTS.join('|')}] [--suite NAME] [--grep TEXT] [--no-build]`);
  process.exit(2);
}
const { suite: only, grep } = values;

const results = [];
const times = [];

/** Runs one part and notes its time; what it throws is a failed result. */
async function part(name, work) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  let found;
  try {
    found = (await work()) ?? [];
  } catch (error) {
    found = [{ suite: name, title: name, state: 'failed', detail: error.stack ?? String(error) }];
  }
  times.push([name, (performance.now() - start) / 1000]);
  results.push(...found);
  report(found);
  return !found.some(result => result.state === 'failed');
}

/** One line for each suite, all of each failure. */
function report(found) {
  const suites = new Map();
  for (const result of found) {
    const counts = suites.get(result.suite) ?? { passed: 0, failed: 0, skipped: 0 };
    counts[result.state] += 1;
    suites.set(result.suite, counts);
    const indented = (result.detail ?? '').replaceAll('\n', '\n    ');
    if (result.state === 'failed') console.log(`  FAILED ${result.suite}: ${result.title}\n    ${indented}`);
    if (result.state === 'skipped') console.log(`  skipped ${result.suite}: ${result.title} (${indented})`);
  }
  for (const [suite, counts] of suites) {
    console.log(`  ${suite}: ${counts.passed} ok, ${counts.failed} not ok, ${counts.skipped} left out`);
  }
}

const hosts = name => import(pathToFileURL(join(root, 'out', 'test', 'host', `${name}.js`)).href);
const log = line => console.log(`  ${line}`);

/** A part that cannot run here: a skip with its reason for a person, a failure in CI. */
const cannot = (suite, reason) => [
  { suite, title: `${suite} tests`, state: ci ? 'failed' : 'skipped', detail: reason },
];

function checks() {
  const tool = path => join(root, 'node_modules', path);
  const list = [
    ['lint', tool('eslint/bin/eslint.js'), '.'],
    ['format', tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    ['generated indexes are current', 'scripts/generate.mjs', '--check'],
    ['the table of readiness checks is current', 'scripts/check-table.mjs', '--check'],
    ['packed data are current', 'scripts/data-pack.mjs', '--check'],
    ['packed words are current', 'scripts/words-pack.mjs', '--check'],
    ['packed ecosystem data are current', 'scripts/data-pack-ecosystem.mjs', '--check'],
    ['packed ECI data are current', 'scripts/data-pack-eci.mjs', '--check'],
  ];
  // Fetches modules, so only where that is expected.
  if (ci && spawnSync('go', ['version']).status === 0)
    list.push(['data agree with the Go modules', 'scripts/data-update.mjs', '--check']);
  return list.map(([title, ...args]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    const state = status === 0 ? 'passed' : 'failed';
    return { suite: 'checks', title, state, detail: `${stdout}${stderr}`.trim() };
  });
}

const unit = () => {
  const files = findTests(join('test', 'unit'), only);
  return runNodeTests(files, 'unit', { concurrency: availableParallelism(), ...(grep ? { grep } : {}) });
};

async function integration() {
  const reason = ensureSystem();
  const { findSuites, runInServer } = await hosts('suites');
  const { serverUnsupported } = await hosts('serverBuild');
  const { ensureDesktop, runInDesktop } = await hosts('desktop');
  const suites = findSuites(root).filter(suite => !only || suite.name === only);
  if (grep) process.env.TEST_GREP = grep;
  const desktop = await ensureDesktop(root, log);
  const noServer = serverUnsupported() ?? reason;
  const found = [];
  for (const suite of suites) {
    for (const kind of suite.kinds) {
      log(`${suite.name}, ${kind === 'web' ? 'web worker' : 'node'} host`);
      if (kind === 'node' && desktop) found.push(...(await runInDesktop(root, suite, desktop)));
      else if (!noServer) found.push(...(await runInServer(root, suite, kind, log)));
      // Another system is no fault of the machine: only a missing package fails in CI.
      else if (serverUnsupported())
        found.push({ ...cannot(`integration/${suite.name}`, noServer)[0], state: 'skipped' });
      else found.push(...cannot(`integration/${suite.name}`, noServer));
    }
  }
  if (!only || only === 'package') {
    const files = findTests(join('test', 'host'));
    if (serverUnsupported()) found.push({ ...cannot('integration/package', noServer)[0], state: 'skipped' });
    else found.push(...(await runNodeTests(files, 'integration/package')));
  }
  return found;
}

async function ui() {
  const { serverUnsupported, ensureServerBuild } = await hosts('serverBuild');
  const unsupported = serverUnsupported();
  if (unsupported) return [{ ...cannot('ui', unsupported)[0], state: 'skipped' }];
  const reason = ensureSystem();
  if (reason) return cannot('ui', reason);
  await ensureServerBuild(root, log);
  return runNodeTests(findTests(join('test', 'ui'), only), 'ui', grep ? { grep } : {});
}

/** The suites that ask a real kube-apiserver. */
async function judge() {
  await serversBuilt;
  for (const version of judgedVersions()) {
    const { skip } = await ensureApiServer({ version, log });
    if (skip)
      return process.platform === 'linux' ? cannot('judge', skip) : [{ ...cannot('judge', skip)[0], state: 'skipped' }];
  }
  const files = ['judge', 'cluster'].flatMap(folder => findTests(join('test', folder), only));
  return runNodeTests(files, 'judge', { log, ...(grep ? { grep } : {}) });
}

const runPart = {
  checks: () => part('checks', checks),
  unit: () => part('unit', unit),
  integration: () => part('integration', integration),
  ui: () => part('user interface', ui),
  judge: () => part('judge', judge),
};

let ready = await part('set-up', () => ensureDependencies());
if (ready && !values['no-build']) ready = await part('build', () => build());
const serversBuilt = ready && wanted === 'all' ? buildInBackground() : undefined;
if (ready) for (const name of wanted === 'all' ? PARTS : [wanted]) await runPart[name]();

const count = state => results.filter(result => result.state === state).length;
if (ready && results.length === 0)
  results.push({ suite: wanted, title: 'finds a test', state: 'failed', detail: 'no test matched' });
const failures = results.filter(result => result.state === 'failed');
if (failures.length > 0)
  console.log(`\nFailed:\n${failures.map(({ suite, title }) => `  ${suite}: ${title}`).join('\n')}`);
console.log(`\nTime: ${times.map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`).join(', ')}`);
console.log(`${count('passed')} passed, ${failures.length} failed, ${count('skipped')} skipped`);
process.exitCode = failures.length > 0 ? 1 : 0;
