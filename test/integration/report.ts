// Sends each mocha result out through the console, where the runner outside the host counts it.
import { encodeResult } from '../host/results';

/** The part of a mocha runner used here; the same in node and in the browser build. */
export interface RunnerLike {
  on(event: 'pass' | 'pending', listener: (test: TestLike) => void): unknown;
  on(event: 'fail', listener: (test: TestLike, error: unknown) => void): unknown;
}

interface TestLike {
  fullTitle(): string;
  readonly duration?: number;
}

/** Prints one line for each test of a run. */
export function reportTo(runner: RunnerLike, print: (line: string) => void): void {
  const time = (test: TestLike) => (test.duration === undefined ? {} : { milliseconds: test.duration });
  runner.on('pass', test => print(encodeResult({ title: test.fullTitle(), state: 'passed', ...time(test) })));
  runner.on('pending', test =>
    print(encodeResult({ title: test.fullTitle(), state: 'skipped', detail: 'marked as skipped in the test' })),
  );
  runner.on('fail', (test, error) =>
    print(encodeResult({ title: test.fullTitle(), state: 'failed', detail: describe(error), ...time(test) })),
  );
}

/** Message and stack of whatever was thrown, with the two values of a failed comparison. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`;
  if (!('expected' in error && 'actual' in error) || error.message.includes('\n')) return text;
  return `${text}\nexpected: ${JSON.stringify(error.expected)}\nactual:   ${JSON.stringify(error.actual)}`;
}
