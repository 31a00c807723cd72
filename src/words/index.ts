/** Formats the core's messages. Pure: editor, command line and reports share it. */
import { type MessageArg } from '../core';
import { en, type MessageKey } from './en';
import { formatter, type Language } from './formatter';
import { zhCn } from './zh-cn';

export type { Language, MessageKey };

/** "zh", "zh-CN", "zh_CN.UTF-8", "zh-hans" → zh-cn; everything else English. */
export function toLanguage(locale: string | undefined): Language {
  return /^zh(?!-(?:tw|hk|hant))/i.test(locale ?? '') ? 'zh-cn' : 'en';
}

/** A message of the editor half or the command line. The cluster half's are in `./cluster`. */
export const format = formatter({ en, 'zh-cn': zhCn });

/** The same for words that an adapter names itself. */
export function words(key: MessageKey, args: Readonly<Record<string, MessageArg>>, language: Language): string {
  return format({ key, args }, language);
}
