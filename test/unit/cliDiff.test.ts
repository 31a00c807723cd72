/** Unified diffs: what they turn one text into, and how little they say. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unifiedDiff } from '../../src/cli/diff';

/** Applies a diff the strict way: every context and removed line has to be where it says. */
function patched(before: string, diff: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  let [left, right] = [0, 0];
  const lines = diff.split('\n');
  assert.equal(lines.pop(), '');
  for (const [index, line] of lines.entries()) {
    if (index < 2 || line.startsWith('\\')) continue;
    const head = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@$/.exec(line);
    if (head) {
      assert.deepEqual([left, right], [0, 0], 'a hunk shorter than it says');
      [left, right] = [Number(head[2] ?? 1), Number(head[4] ?? 1)];
      const start = left === 0 ? Number(head[1]) : Number(head[1]) - 1;
      result.push(...old.slice(at, start));
      at = start;
      assert.equal(right === 0 ? Number(head[3]) : Number(head[3]) - 1, result.length);
      continue;
    }
    const text = lines[index + 1]?.startsWith('\\') ? line.slice(1) : `${line.slice(1)}\n`;
    if (line[0] !== '+') {
      assert.equal(old[at++], text);
      left--;
    }
    if (line[0] !== '-') {
      result.push(text);
      right--;
    }
  }
  assert.deepEqual([left, right], [0, 0], 'a hunk shorter than it says');
  return [...result, ...old.slice(at)].join('');
}

const changedLines = (diff: string): number =>
  diff
    .split('\n')
    .slice(2)
    .filter(line => /^[-+]/.test(line)).length;

describe('unifiedDiff', () => {
  it('of equal texts is empty', () => assert.equal(unifiedDiff('a', 'x\n', 'x\n'), ''));

  it('joins hunks whose context would touch, and keeps others apart', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `line ${at}\n`);
    const change = (...at: number[]): string =>
      lines.map((line, index) => (at.includes(index) ? `new ${index}\n` : line)).join('');
    const hunks = (...at: number[]): number => unifiedDiff('a', lines.join(''), change(...at)).match(/^@@/gm)!.length;
    assert.equal(hunks(5, 12), 1);
    assert.equal(hunks(5, 13), 2);
  });

  it('says where a last line has no end', () => {
    assert.equal(unifiedDiff('a', 'x', 'y\n'), '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n');
    assert.equal(unifiedDiff('a', '', 'y\n'), '--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+y\n');
  });

  it('ends a name with blanks by a tab and quotes one with control characters', () => {
    assert.match(unifiedDiff('a b', 'x\n', 'y\n'), /^--- a\/a b\t\n\+\+\+ b\/a b\t\n/);
    assert.match(unifiedDiff('a\n"b', 'x\n', 'y\n'), /^--- "a\/a\\n\\"b"\n/);
  });

  it('turns any text into any other one, with the fewest lines', () => {
    let seed = 20240917;
    const random = (below: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % below;
    for (let round = 0; round < 3000; round++) {
      const old = Array.from({ length: random(14) }, () => 'abc'[random(3)]!);
      const now = [...old];
      for (let edits = random(7); edits > 0; edits--)
        now.splice(random(now.length + 1), random(3), ...'abcd'.slice(0, random(3)));
      const text = (lines: readonly string[]): string =>
        lines.join('\r\n') + (lines.length > 0 && random(2) === 0 ? '\n' : '');
      const [before, after] = [text(old), text(now)];
      if (before === after) continue;
      const diff = unifiedDiff('a', before, after);
      assert.equal(patched(before, diff), after, JSON.stringify({ round, before, after }));
      assert.equal(changedLines(diff), fewest(before, after), JSON.stringify({ round, before, after }));
    }
  });
});

/** Lines in one text or the other but not in their longest common subsequence, by the textbook table. */
function fewest(before: string, after: string): number {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const now = after.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let row = new Array<number>(now.length + 1).fill(0);
  for (const line of old) {
    const next = [0];
    now.forEach((other, at) => next.push(line === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!)));
    row = next;
  }
  return old.length + now.length - 2 * row.at(-1)!;
}
