// Packs the words of the core, which the editor needs only once there is a finding, into dist/data/words.LANGUAGE.json.
// `--check` says whether they are current. Reads what tsc left in out/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './setup.mjs';

const require = createRequire(import.meta.url);
const words = name => require(join(root, 'out', 'src', 'words', name));
/** Bundled with the editor, or not the editor's at all. */
const own = new Set([...Object.keys(words('en/editor.js').editor), ...Object.keys(words('en/cli.js').cli)]);

const folder = join(root, 'dist', 'data');
mkdirSync(folder, { recursive: true });
for (const [language, table] of [
  ['en', words('en/index.js').en],
  ['zh-cn', words('zh-cn/index.js').zhCn],
]) {
  const path = join(folder, `words.${language}.json`);
  const text = JSON.stringify(Object.fromEntries(Object.entries(table).filter(([key]) => !own.has(key))));
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (readFileSync(path, 'utf8') !== text) {
    console.error(`stale: dist/data/words.${language}.json (run npm run build)`);
    process.exitCode = 1;
  }
}
