// Writes docs/rules/<id>.md of each rule on fields from the rule's own rows, words and fixture; with --check only says
// whether one is stale. Reads the compiled rules: `npm run compile` comes first. Pages of other rules are hand-written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiled = createRequire(join(root, 'out', 'src', 'core', 'rules', 'index.js'));
const { rules } = compiled('./index.js');
const wordsOf = language => ({
  ...compiled(`../../words/${language}/fields.js`).fields,
  ...compiled(`../../words/${language}/rulePages.js`).rulePages,
});
const en = wordsOf('en');
const zhCn = wordsOf('zh-cn');

const say = (table, key, args = {}) => table[key].replace(/\{(\w+)\}/g, (_, name) => args[name]);
const code = text => (text === null ? '–' : `\`${text}\``);

function table(words, rows) {
  const columns = words['page.table'].split(' | ');
  const lines = rows.map(row => [
    code(row.name),
    row.where === '*' ? words['page.any'] : row.where,
    row.deprecated ?? '–',
    row.warns ?? '–',
    row.ends === null ? '–' : say(words, `page.end.${row.end}`, { version: row.ends }),
    row.replacement === null ? '–' : `\`${row.replacement}\`${row.since === null ? '' : ` (${row.since})`}`,
  ]);
  return [columns, columns.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function example(id, name) {
  const file = part => join(root, 'test', 'fixtures', 'fields', id, name, `${part}.yaml`);
  const block = part => `\`\`\`yaml\n${readFileSync(file(part), 'utf8').trimEnd()}\n\`\`\``;
  return { before: block('before'), after: existsSync(file('after')) ? block('after') : null };
}

function page({ id, page: { severity, rows, example: name } }) {
  const { before, after } = example(id, name);
  const text = (words, part) => words[`rule.${id}.${part}`];
  const sources = [...new Set(rows.flatMap(row => row.sources))];
  return `# ${id}

**${text(en, 'title')}** ${say(en, 'page.default', { severity: en[`page.severity.${severity}`] })}

${before}

## What is reported

${text(en, 'what')}

${table(en, rows)}

Versions are Kubernetes minors. What the target does not reach yet is not reported; what its API server accepts without
a word is information at most, unless the page says why.

## Why it matters

${text(en, 'why')}

## How to fix it

${text(en, 'how')}
${after === null ? '' : `\nThe example above becomes:\n\n${after}\n`}
## Severity and ignoring

\`\`\`json
"kubeUpgrade.severity": { "${id}": "off" }
\`\`\`

A comment \`# kube-upgrade-ignore ${id}\` ignores it: at the end of the line, on the line above, or before the first key
for the whole document.

## Sources

${sources.map(source => `- [${source.replace('https://', '')}](${source})`).join('\n')}

## 简体中文

**${text(zhCn, 'title')}** ${say(zhCn, 'page.default', { severity: zhCn[`page.severity.${severity}`] })}

${text(zhCn, 'what')}

${table(zhCn, rows)}

${text(zhCn, 'why')}

${text(zhCn, 'how')}

可在设置 \`kubeUpgrade.severity\` 中调整级别，或用注释 \`# kube-upgrade-ignore ${id}\` 忽略。
`;
}

const check = process.argv.includes('--check');
let stale = 0;
for (const rule of rules.filter(each => 'page' in each)) {
  const path = join(root, 'docs', 'rules', `${rule.id}.md`);
  const text = page(rule);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale += 1;
  if (check) console.error(`stale: docs/rules/${rule.id}.md (run node scripts/rule-docs.mjs)`);
  else writeFileSync(path, text);
}
process.exitCode = check && stale > 0 ? 1 : 0;
