// Makes a fresh clone ready, with nothing but Node's own modules: npm packages, and what only the system can give.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const windows = process.platform === 'win32';

/** Runs a program in the project's folder, its output on ours; throws when it fails. */
export function run(program, args, options = {}) {
  // npm and friends are .cmd files on Windows, which only a shell starts.
  const { status, signal, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    ...options,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${signal ?? status}`);
}

/** Full path of a program on the PATH, or undefined. */
export function which(name) {
  const names = windows ? [`${name}.cmd`, `${name}.exe`] : [name];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap(folder => names.map(file => join(folder, file))).find(path => existsSync(path));
}

const packagesOf = path => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {});

/** What package-lock.json asks for and node_modules does not have, by version. */
function missingPackages() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([path, { optional, version }]) => path !== '' && !optional && installed[path]?.version !== version)
    .map(([path]) => path);
}

/** Runs `npm ci` when node_modules is missing or does not hold what package-lock.json says. */
export function ensureDependencies() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  console.log(`set-up: npm ci (${missing.length} packages missing or of another version)`);
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

const BROWSERS = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

const fontListed = query => {
  if (!which('fc-list')) return false;
  return execFileSync('fc-list', [query], { encoding: 'utf8' }).trim() !== '';
};

const NEEDS = [
  {
    what: 'a Chromium browser',
    found: () => Boolean(process.env.CHROMIUM_PATH) || BROWSERS.some(which),
    packages: ['chromium'],
  },
  { what: 'a font', found: () => fontListed(':spacing=100'), packages: ['fontconfig', 'fonts-dejavu-core'] },
  { what: 'a Chinese font', found: () => fontListed(':lang=zh-cn'), packages: ['fontconfig', 'fonts-wqy-zenhei'] },
];

const debian = () => which('apt-get') !== undefined;

/**
 * What the tests in a real window need from the system. As root on Debian or Ubuntu it installs what is missing and
 * says so; elsewhere it answers the reason why that part cannot run, with the one line that would change it.
 */
export function ensureSystem() {
  if (process.platform !== 'linux') return undefined;
  const missing = NEEDS.filter(need => !need.found());
  if (missing.length === 0) return undefined;
  const packages = [...new Set(missing.flatMap(need => need.packages))];
  const what = missing.map(need => need.what).join(', ');
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  if (!debian()) return `${what} missing; install the equivalent of: apt-get ${install.join(' ')}`;
  if (process.getuid?.() !== 0) return `${what} missing; run: sudo apt-get update && sudo apt-get ${install.join(' ')}`;
  console.log(`set-up: installing ${packages.join(' ')} with apt-get (${what} missing)`);
  try {
    const options = {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    };
    run('apt-get', ['-qq', 'update'], options);
    run('apt-get', ['-qq', ...install], options);
  } catch (error) {
    return `${what} missing and could not be installed: ${error.message}`;
  }
  const still = NEEDS.filter(need => !need.found()).map(need => need.what);
  return still.length === 0 ? undefined : `${still.join(', ')} missing even after apt-get ${install.join(' ')}`;
}
