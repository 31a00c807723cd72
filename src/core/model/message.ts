/** Words are not the core's business: it names a message and its arguments, `src/words` formats them. */

export type MessageArg = string | number | Message | readonly Message[];

export interface Message {
  /** Key of the tables in `src/words`. */
  readonly key: string;
  readonly args?: Readonly<Record<string, MessageArg>>;
}

export function message(key: string, args?: Readonly<Record<string, MessageArg>>): Message {
  return args === undefined ? { key } : { key, args };
}
