// From sources to dist/: generated indexes, tsc, packed data, bundles, third-party notices. Says how long each step took.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, root, run } from './setup.mjs';

const bin = (path, ...args) => [join(root, 'node_modules', path), ...args];

const STEPS = [
  { name: 'generate', script: ['scripts/generate.mjs'] },
  { name: 'compile', script: bin('typescript/bin/tsc', '-p', '.') },
  { name: 'data', script: ['scripts/data-pack.mjs'] },
  { name: 'bundle', script: bin('webpack/bin/webpack.js', '--mode', 'production') },
  { name: 'notices', script: ['scripts/notices.mjs'] },
];

/** Builds everything; throws at the first step that fails. */
export function build() {
  for (const { name, script } of STEPS) {
    if (!existsSync(join(root, script[0])) && !existsSync(script[0])) continue;
    const start = performance.now();
    run(process.execPath, script, { shell: false });
    console.log(`build: ${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureDependencies();
  try {
    build();
  } catch (error) {
    console.error(`build failed: ${error.message}`);
    process.exitCode = 1;
  }
}
