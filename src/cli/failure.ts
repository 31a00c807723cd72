/** What ends a command with exit status 2: said in words, never as a stack. */
import { type MessageArg } from '../core';
import { type MessageKey } from '../words';

export class Failure extends Error {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, MessageArg>>;

  constructor(key: MessageKey, args: Readonly<Record<string, MessageArg>> = {}) {
    super(key);
    this.key = key;
    this.args = args;
  }
}

/** The system's own words for what went wrong, without the path and the call that Node adds. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const system = /^[A-Z]+\d*: ([^,]+), /.exec(error.message);
  return system?.[1] ?? error.message;
}
