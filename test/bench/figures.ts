/** Measuring: CPU time of this process, and what a list of samples says. */

/** CPU milliseconds, all threads of the process included: what other programs do meanwhile does not count. */
export function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export interface Samples {
  readonly median: number;
  readonly p95: number;
}

export function summarise(samples: readonly number[]): Samples {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

/** One row of the benchmark's table. */
export interface Row {
  readonly what: string;
  readonly figures: string;
  /** The limit in words, and whether the figures keep it; null where nothing is asked. */
  readonly bar: string | null;
  readonly met: boolean | null;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function times(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)}×`;
}
