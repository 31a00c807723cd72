/** Unified diffs that `git apply` and `patch` take. */

const CONTEXT = 3;

/** A run of lines that differs: lines `from..to` of the old text become `newFrom..newTo` of the new one. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Empty when the texts are equal. Lines end at `\n`, so a `\r` before it stays in the line. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const old = linesOf(before);
  const now = linesOf(after);
  const hunks = group(changes(old, now)).map(run => hunk(run, old, now));
  return [`--- ${header('a', name)}`, `+++ ${header('b', name)}`, ...hunks].join('\n') + '\n';
}

/** Git ends a name that has blanks with a tab, and quotes one with control characters. */
function header(side: string, name: string): string {
  if (/[\u0000-\u001f"\\\u007f]/.test(name)) return JSON.stringify(`${side}/${name}`);
  return `${side}/${name}${name.includes(' ') ? '\t' : ''}`;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function group(all: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of all) {
    const last = groups.at(-1);
    if (last !== undefined && change.from - last.at(-1)!.to <= 2 * CONTEXT) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(run: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const first = run[0]!;
  const last = run.at(-1)!;
  const start = Math.max(0, first.from - CONTEXT);
  const end = Math.min(old.length, last.to + CONTEXT);
  const newStart = first.newFrom - (first.from - start);
  const newEnd = last.newTo + (end - last.to);
  const lines: string[] = [];
  const put = (sign: string, from: readonly string[], low: number, high: number): void => {
    for (const line of from.slice(low, high)) {
      lines.push(line.endsWith('\n') ? `${sign}${line.slice(0, -1)}` : `${sign}${line}\n\\ No newline at end of file`);
    }
  };
  let at = start;
  for (const change of run) {
    put(' ', old, at, change.from);
    put('-', old, change.from, change.to);
    put('+', now, change.newFrom, change.newTo);
    at = change.to;
  }
  put(' ', old, at, end);
  return [`@@ -${span(start, end)} +${span(newStart, newEnd)} @@`, ...lines].join('\n');
}

/** 1-based start and count; an empty side names the line before it. */
function span(start: number, end: number): string {
  const count = end - start;
  if (count === 1) return String(start + 1);
  return `${count === 0 ? start : start + 1},${count}`;
}

/** The fewest lines taken out and put in, after Myers ("An O(ND) difference algorithm", the version in linear space). */
function changes(before: readonly string[], after: readonly string[]): Change[] {
  const numbers = new Map<string, number>();
  const number = (line: string): number => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  };
  const old = before.map(number);
  const now = after.map(number);
  const found: Change[] = [];
  const compare = (box: Change): void => {
    let { from, to, newFrom, newTo } = box;
    while (from < to && newFrom < newTo && old[from] === now[newFrom]) [from, newFrom] = [from + 1, newFrom + 1];
    while (from < to && newFrom < newTo && old[to - 1] === now[newTo - 1]) [to, newTo] = [to - 1, newTo - 1];
    if (from === to && newFrom === newTo) return;
    if (from === to || newFrom === newTo) {
      add(found, { from, to, newFrom, newTo });
      return;
    }
    const middle = meet(old, now, { from, to, newFrom, newTo });
    compare({ from, to: middle.from, newFrom, newTo: middle.newFrom });
    compare({ from: middle.to, to, newFrom: middle.newTo, newTo });
  };
  compare({ from: 0, to: old.length, newFrom: 0, newTo: now.length });
  return found;
}

/** A change that begins where the last one ends is the same change. */
function add(found: Change[], change: Change): void {
  const last = found.at(-1);
  if (last !== undefined && last.to === change.from && last.newTo === change.newFrom) {
    found[found.length - 1] = { ...change, from: last.from, newFrom: last.newFrom };
  } else {
    found.push(change);
  }
}

/** The run of equal lines, possibly empty, where the shortest ways from both corners of the box meet. */
function meet(old: readonly number[], now: readonly number[], box: Change): Change {
  const height = box.to - box.from;
  const width = box.newTo - box.newFrom;
  const delta = height - width;
  const limit = Math.ceil((height + width) / 2);
  const forward = new Int32Array(2 * limit + 3);
  const backward = new Int32Array(2 * limit + 3);
  const zero = limit + 1;
  const step = (reach: Int32Array, distance: number, diagonal: number): number => {
    const down = reach[zero + diagonal + 1]!;
    const right = reach[zero + diagonal - 1]!;
    return diagonal === -distance || (diagonal !== distance && right < down) ? down : right + 1;
  };
  for (let distance = 0; distance <= limit; distance++) {
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const start = step(forward, distance, diagonal);
      let x = start;
      while (x < height && x - diagonal < width && old[box.from + x] === now[box.newFrom + x - diagonal]) x++;
      forward[zero + diagonal] = x;
      if (delta % 2 === 0 || Math.abs(delta - diagonal) >= distance || x > height || x - diagonal > width) continue;
      if (x + backward[zero + delta - diagonal]! < height) continue;
      return {
        from: box.from + start,
        to: box.from + x,
        newFrom: box.newFrom + start - diagonal,
        newTo: box.newFrom + x - diagonal,
      };
    }
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const start = step(backward, distance, diagonal);
      let x = start;
      while (x < height && x - diagonal < width && old[box.to - 1 - x] === now[box.newTo - 1 - x + diagonal]) x++;
      backward[zero + diagonal] = x;
      if (delta % 2 !== 0 || Math.abs(delta - diagonal) > distance || x > height || x - diagonal > width) continue;
      if (x + forward[zero + delta - diagonal]! < height) continue;
      return {
        from: box.to - x,
        to: box.to - start,
        newFrom: box.newTo - x + diagonal,
        newTo: box.newTo - start + diagonal,
      };
    }
  }
  return { from: box.to, to: box.to, newFrom: box.newFrom, newTo: box.newFrom };
}
