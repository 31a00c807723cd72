// The one shape in which every part of the test run reports, and the line protocol by which a suite
// inside an extension host (node or web worker) sends its results out through the console.

/** How one test ended. */
export type TestState = 'passed' | 'failed' | 'skipped';

/** One test, one line of the report. */
export interface TestResult {
  /** Where it ran: `unit`, `integration/smoke (node)`, `ui`… */
  readonly suite: string;
  readonly title: string;
  readonly state: TestState;
  /** Why it failed (with stack) or was skipped. */
  readonly detail?: string;
  readonly milliseconds?: number;
}

/** What a host prints in front of each result. */
export const RESULT_MARK = '@@test-result ';

/** A result as the text of one console line. */
export function encodeResult(result: Omit<TestResult, 'suite'>): string {
  return RESULT_MARK + JSON.stringify(result);
}

/** The result in a console line, or undefined when the line is something else. */
export function decodeResult(line: string, suite: string): TestResult | undefined {
  const at = line.indexOf(RESULT_MARK);
  if (at < 0) return undefined;
  const text = line.slice(at + RESULT_MARK.length);
  return { ...(JSON.parse(text) as Omit<TestResult, 'suite'>), suite };
}
