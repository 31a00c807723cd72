/** “Did you mean”: the nearest of many words. */

/** Fewest insertions, deletions, replacements and swaps of neighbours; anything above `most` is `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j - 1]! + same, row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return Math.min(row[b.length]!, most + 1);
}

/** The one word within reach that is nearer than all others; case alone never counts. */
export function nearest(text: string, words: Iterable<string>, most: number): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  let tie = false;
  for (const word of words) {
    const apart = distance(text.toLowerCase(), word.toLowerCase(), most);
    if (apart === least && word !== best) tie = true;
    if (apart >= least) continue;
    [best, least, tie] = [word, apart, false];
  }
  return tie ? undefined : best;
}
