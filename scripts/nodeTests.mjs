// Runs node:test files, each in a process of its own, and answers their results in the shape all parts share.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { run } from 'node:test';
import { root } from './setup.mjs';

/** Compiled files of the *.test.ts below a folder; found from the sources, so that a deleted test stays deleted. */
export function findTests(folder, filter) {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true })
    .filter(name => name.endsWith('.test.ts') && (!filter || name.includes(filter)))
    .sort()
    .map(name => join(root, 'out', folder, name.replace(/\.ts$/, '.js')));
}

/** What node:test itself counts at the end, among the diagnostics of the tests. */
const OWN_COUNTS = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

/** Runs the files and prints nothing; `suite` names them in the report, `log` gets the tests' diagnostics. */
export async function runNodeTests(files, suite, { concurrency = 1, grep, log } = {}) {
  const results = files
    .filter(file => !existsSync(file))
    .map(file => ({ suite, title: relative(root, file), state: 'failed', detail: 'not compiled: run npm run build' }));
  const present = files.filter(file => existsSync(file));
  if (present.length === 0) return results;
  process.env.NODE_OPTIONS ??= '--enable-source-maps';
  const stream = run({
    files: present,
    concurrency,
    timeout: 15 * 60_000,
    ...(grep ? { testNamePatterns: [grep] } : {}),
  });
  const names = [];
  const parents = [];
  const stderr = [];
  for await (const { type, data } of stream) {
    if (type === 'test:start') {
      names.splice(data.nesting, names.length, data.name);
      parents[data.nesting] = false;
      if (data.nesting > 0) parents[data.nesting - 1] = true;
    }
    if (type === 'test:diagnostic' && !OWN_COUNTS.test(data.message)) log?.(data.message);
    if (type === 'test:stderr') stderr.push(data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A describe block, a file and a test with subtests are no tests of their own unless they fail by themselves.
    const group =
      data.details.type === 'suite' || parents[data.nesting] || data.name === data.file || present.includes(data.name);
    const error = data.details.error;
    if (group && (type === 'test:pass' || error?.failureType === 'subtestsFailed')) continue;
    // With source maps on, the file is the source; without, what was compiled from it.
    const file = relative(root, data.file ?? '')
      .split(sep)
      .join('/')
      .replace(/^out\//, '');
    const title = `${file.replace(/\.test\.[jt]s$/, '')}: ${[...names.slice(0, data.nesting), data.name].join(' › ')}`;
    const milliseconds = Math.round(data.details.duration_ms);
    if (type === 'test:fail' && data.todo === undefined) {
      const detail = `${describe(error)}${group ? `\n${stderr.slice(-20).join('')}` : ''}`;
      results.push({ suite, title, state: 'failed', detail, milliseconds });
    } else if (data.skip !== undefined || data.todo !== undefined) {
      const reason = data.skip ?? data.todo;
      results.push({
        suite,
        title,
        state: 'skipped',
        detail: reason === true ? 'marked as skipped' : String(reason),
        milliseconds,
      });
    } else results.push({ suite, title, state: 'passed', milliseconds });
  }
  return results;
}

/** node:test wraps what was thrown; the cause is what a reader wants. */
function describe(error) {
  const cause = error?.cause ?? error;
  if (!(cause instanceof Error)) return String(cause?.stack ?? cause?.message ?? cause);
  return cause.stack ?? cause.message;
}
