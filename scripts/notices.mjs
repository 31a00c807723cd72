// Writes dist/THIRD_PARTY_NOTICES.txt from what webpack really put into the bundles (out/bundled/*.json).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const folder = join(root, 'out', 'bundled');
const bundled = name => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

/** The bundles that are shipped; the bundled test suites are not. */
const packages = [...new Set(['extension', 'web', 'core', 'cli', 'cluster'].flatMap(bundled))].sort();

const licenceOf = path => {
  const file = readdirSync(join(root, path)).find(name => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  if (!file) throw new Error(`${path} is bundled but has no licence text`);
  return readFileSync(join(root, path, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
};

const sections = packages.map(path => {
  const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})\n\n${licenceOf(path)}\n`;
});

const head = 'This product contains the following third-party software.\n';
writeFileSync(join(root, 'dist', 'THIRD_PARTY_NOTICES.txt'), [head, ...sections].join(`\n${'-'.repeat(72)}\n\n`));
console.log(`notices: ${packages.length} bundled packages`);
