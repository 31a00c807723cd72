/** Formats the core's messages. Pure: editor, command line and reports share it. */
import { type Message, type MessageArg } from '../core';
import { en, type MessageKey } from './en';
import { zhCn } from './zh-cn';

export type Language = 'en' | 'zh-cn';
export type { MessageKey };

const tables: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, 'zh-cn': zhCn };

/** "zh", "zh-CN", "zh_CN.UTF-8", "zh-hans" → zh-cn; everything else English. */
export function toLanguage(locale: string | undefined): Language {
  return /^zh(?!-(?:tw|hk|hant))/i.test(locale ?? '') ? 'zh-cn' : 'en';
}

/**
 * `{name}` is replaced by the argument; `{count:one file|{count} files}` picks by whether the argument is 1.
 * An unknown key comes back as itself, so that a gap is seen and never thrown.
 */
export function format(message: Message, language: Language): string {
  const template = tables[language][message.key] ?? en[message.key as MessageKey] ?? message.key;
  return fill(template, message.args ?? {}, language);
}

/** The same for words that an adapter names itself. */
export function words(key: MessageKey, args: Readonly<Record<string, MessageArg>>, language: Language): string {
  return format({ key, args }, language);
}

function fill(template: string, args: Readonly<Record<string, MessageArg>>, language: Language): string {
  const plural = template.replace(
    /\{(\w+):([^|{}]*)\|((?:[^{}]|\{\w+\})*)\}/g,
    (_, name: string, one: string, other: string) => (args[name] === 1 ? one : other),
  );
  return plural.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : show(value, language);
  });
}

function show(value: MessageArg, language: Language): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (isList(value)) return value.map(item => format(item, language)).join(language === 'en' ? ', ' : '、');
  return format(value, language);
}

function isList(value: Message | readonly Message[]): value is readonly Message[] {
  return Array.isArray(value);
}
