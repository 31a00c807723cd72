/** What the log may say of an error: where it happened, never what was in the file. */

/** Name and stack frames; the message is left out because a parser's message can quote the user's text. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8)].join('\n');
}
