// From sources to dist/: generated indexes, tsc, packed data, bundles, third-party notices. Says how long each step took.
// `--bundle` starts from what tsc left in out/ and checks no types.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, root, run } from './setup.mjs';

const bin = (path, ...args) => [join(root, 'node_modules', path), ...args];

/** The same sources as ES modules for webpack; the step before has checked the types. */
const MODULES =
  '-p . --noCheck --module esnext --moduleResolution bundler --sourceMap false --outDir out/esm --tsBuildInfoFile out/esm/.tsbuildinfo'.split(
    ' ',
  );

const STEPS = [
  { name: 'generate', check: true, script: ['scripts/generate.mjs'] },
  { name: 'compile', check: true, script: bin('typescript/bin/tsc', '-p', '.') },
  { name: 'modules', script: bin('typescript/bin/tsc', ...MODULES) },
  { name: 'data', script: ['scripts/data-pack.mjs'] },
  { name: 'ecosystem data', script: ['scripts/data-pack-ecosystem.mjs'] },
  { name: 'ECI data', script: ['scripts/data-pack-eci.mjs'] },
  { name: 'words', script: ['scripts/words-pack.mjs'] },
  { name: 'bundle', script: bin('webpack/bin/webpack.js', '--mode', 'production') },
  { name: 'notices', script: ['scripts/notices.mjs'] },
];

/** Builds everything; throws at the first step that fails. */
export function build({ bundleOnly = false } = {}) {
  for (const { name, script, check } of STEPS) {
    // While developing, bundles can be made from sources that do not compile everywhere.
    if (bundleOnly && check) continue;
    if (!existsSync(join(root, script[0])) && !existsSync(script[0])) continue;
    const start = performance.now();
    run(process.execPath, script, { shell: false });
    console.log(`build: ${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureDependencies();
  try {
    build({ bundleOnly: process.argv.includes('--bundle') });
  } catch (error) {
    console.error(`build failed: ${error.message}`);
    process.exitCode = 1;
  }
}
