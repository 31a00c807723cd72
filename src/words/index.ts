/** Formats the core's messages. Pure: editor, command line and reports share it. */
import { type MessageArg } from '../core';
import { en, type MessageKey } from './en';
import { formatter, type Language } from './formatter';
import { zhCn } from './zh-cn';

export { toLanguage } from './language';
export type { Language, MessageKey };

/** A message of the editor half or the command line. The cluster half's are in `./cluster`. */
export const format = formatter({ en, 'zh-cn': zhCn });

/** The same for words that an adapter names itself. */
export function words(key: MessageKey, args: Readonly<Record<string, MessageArg>>, language: Language): string {
  return format({ key, args }, language);
}
