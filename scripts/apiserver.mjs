// Finds or builds kube-apiserver and finds or installs etcd, for the tests that ask a real API server.
// By hand: `node scripts/apiserver.mjs [--version 1.32]...`. Binaries in KUBEBUILDER_ASSETS come first; what is built stays in .cache/apiserver/.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root, run, which } from './setup.mjs';

const ci = Boolean(process.env.CI) && process.env.CI !== 'false';

/** Minor → release whose Go module stands in test/server/. */
const RELEASES = new Map([
  ['1.36', '1.36.3'],
  ['1.32', '1.32.13'],
]);

const INSTALL_ETCD = ['install', '-y', '--no-install-recommends', 'etcd-server'];

/** Minors to judge by: all of them in CI, elsewhere 1.36 and whatever else is there without a build. */
export function judgedVersions() {
  return [...RELEASES.keys()].filter(version => ci || version === '1.36' || present(version) !== undefined);
}

/**
 * Paths of the two binaries, or why they cannot be had; the first call may take minutes.
 * @param {{ version?: string, log?: (line: string) => void }} [options] `version` is a minor such as "1.36"
 * @returns {Promise<{ apiserver: string, etcd: string } | { skip: string }>}
 */
export async function ensureApiServer({ version = '1.36', log = line => console.log(line) } = {}) {
  if (process.platform === 'win32') return { skip: 'kube-apiserver does not run on Windows' };
  if (!RELEASES.has(version)) return { skip: `kube-apiserver ${version}: no Go module for it in test/server` };
  const skip = ensureEtcd(log);
  if (skip !== undefined) return { skip };
  const etcd = findEtcd();
  const found = present(version);
  return found === undefined ? build(version, etcd, log) : { apiserver: found, etcd };
}

/**
 * Builds whatever `judgedVersions` lacks in a process of its own, because other parts of a test run block this one.
 * Resolves when that ended; `ensureApiServer` says how.
 */
export function buildInBackground() {
  // Here and now: two apt-get at a time would lock each other out.
  ensureEtcd(line => console.log(line));
  const versions = judgedVersions().flatMap(version => ['--version', version]);
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...versions], { stdio: 'inherit' });
  return new Promise(done => {
    child.on('error', done);
    child.on('close', done);
  });
}

/** Makes sure of etcd alone: undefined when it is there, else the reason why not. */
function ensureEtcd(log) {
  if (findEtcd() !== undefined) return undefined;
  if (which('apt-get') === undefined) return 'etcd missing: install it, or set KUBEBUILDER_ASSETS';
  const line = `apt-get ${INSTALL_ETCD.join(' ')}`;
  if (process.getuid?.() !== 0) return `etcd missing; run: sudo apt-get update && sudo ${line}`;
  log('set-up: installing etcd-server with apt-get (etcd missing)');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['-qq', 'update'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    run('apt-get', ['-qq', ...INSTALL_ETCD], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    return `etcd missing and could not be installed: ${error.message}`;
  }
  return findEtcd() === undefined ? `etcd missing even after ${line}` : undefined;
}

function findEtcd() {
  return asset('etcd') ?? which('etcd');
}

/** A program in the folder that envtest's own tools fill. */
function asset(name) {
  const folder = process.env.KUBEBUILDER_ASSETS;
  const path = folder ? resolve(folder, name) : undefined;
  return path !== undefined && existsSync(path) ? path : undefined;
}

const cached = version => join(root, '.cache', 'apiserver', RELEASES.get(version), 'kube-apiserver');

/** The binary, when it is there without a build. */
function present(version) {
  const path = asset('kube-apiserver');
  if (path !== undefined) {
    const printed = execFileSync(path, ['--version'], { encoding: 'utf8' });
    if (printed.startsWith(`Kubernetes v${version}.`)) return path;
  }
  return existsSync(cached(version)) ? cached(version) : undefined;
}

async function build(version, etcd, log) {
  const release = RELEASES.get(version);
  const apiserver = cached(version);
  if (which('go') === undefined) {
    return { skip: `kube-apiserver ${release} missing: install Go to build it, or set KUBEBUILDER_ASSETS` };
  }
  await mkdir(dirname(apiserver), { recursive: true });
  // A build that is cut off must not leave half a binary under the final name.
  const partial = `${apiserver}.${process.pid}`;
  const symbols = [`gitVersion=v${release}`, 'gitMajor=1', `gitMinor=${version.slice(2)}`];
  const flags = ['-s', '-w', ...symbols.map(symbol => `-X k8s.io/component-base/version.${symbol}`)].join(' ');
  const args = ['build', '-mod=mod', '-trimpath', '-ldflags', flags, '-o', partial];
  log(`kube-apiserver ${release}: building, once, in a few minutes`);
  const start = performance.now();
  try {
    await runGo([...args, 'k8s.io/kubernetes/cmd/kube-apiserver'], join(root, 'test', 'server', version));
    await rename(partial, apiserver);
  } catch (error) {
    return { skip: `kube-apiserver ${release} could not be built: ${error.message}` };
  } finally {
    await rm(partial, { force: true });
  }
  log(`kube-apiserver ${release}: built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { apiserver, etcd };
}

/** At a low priority, because other tests run meanwhile. */
function runGo(args, cwd) {
  return new Promise((done, fail) => {
    const child = spawn('nice', ['-n', '10', 'go', ...args], {
      cwd,
      env: { ...process.env, GOWORK: 'off' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', chunk => (errors = (errors + chunk).slice(-2000)));
    child.on('error', fail);
    child.on('close', status => (status === 0 ? done() : fail(new Error(errors.trim() || `go ended with ${status}`))));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { version: { type: 'string', multiple: true } } });
  for (const version of values.version ?? ['1.36']) {
    const answer = await ensureApiServer({ version });
    console.log(answer.skip ?? `kube-apiserver ${version}: ${answer.apiserver}, ${answer.etcd}`);
    if (answer.skip !== undefined && ci && process.platform === 'linux') process.exitCode = 1;
  }
}
