/** Turns a message and a table of words into text. */
import { type Message, type MessageArg } from '../core';

export type Language = 'en' | 'zh-cn';
export type Format = (message: Message, language: Language) => string;
type Tables = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/**
 * `{name}` is replaced by the argument; `{count:one file|{count} files}` picks by whether the argument is 1.
 * An unknown key comes back as itself, so that a gap is seen and never thrown.
 */
export function formatter(tables: Tables): Format {
  const format: Format = (message, language) => {
    const template = tables[language][message.key] ?? tables.en[message.key] ?? message.key;
    return fill(template, message.args ?? {}, language, format);
  };
  return format;
}

function fill(
  template: string,
  args: Readonly<Record<string, MessageArg>>,
  language: Language,
  format: Format,
): string {
  const plural = template.replace(
    /\{(\w+):([^|{}]*)\|((?:[^{}]|\{\w+\})*)\}/g,
    (_, name: string, one: string, other: string) => (args[name] === 1 ? one : other),
  );
  return plural.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : show(value, language, format);
  });
}

function show(value: MessageArg, language: Language, format: Format): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (isList(value)) return value.map(item => format(item, language)).join(language === 'en' ? ', ' : '、');
  return format(value, language);
}

function isList(value: Message | readonly Message[]): value is readonly Message[] {
  return Array.isArray(value);
}
