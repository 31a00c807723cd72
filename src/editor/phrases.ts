/**
 * The editor's voice: words in the language that VS Code itself shows. Its own are bundled; the core's come from
 * `dist/data` together with the core's data, because nobody needs them before there is a finding.
 */
import { type Message, type MessageArg } from '../core/model/message';
import { editor as en } from '../words/en/editor';
import { formatter, type Format, type Language } from '../words/formatter';
import { workspace as enWorkspace } from '../words/en/workspace';
import { editor as zhCn } from '../words/zh-cn/editor';
import { workspace as zhCnWorkspace } from '../words/zh-cn/workspace';

const enOwn = { ...en, ...enWorkspace } as const;
export type EditorKey = keyof typeof enOwn;
const own: Readonly<Record<Language, Readonly<Record<EditorKey, string>>>> = {
  en: enOwn,
  'zh-cn': { ...zhCn, ...zhCnWorkspace },
};

export class Phrases {
  readonly language: Language;
  #format: Format = formatter(own);

  constructor(language: Language) {
    this.language = language;
  }

  /** Takes over the core's words: `dist/data/words.LANGUAGE.json` of this language. */
  learn(words: Readonly<Record<string, string>>): void {
    const table = { ...words, ...own[this.language] };
    this.#format = formatter({ en: table, 'zh-cn': table });
  }

  /** One of the editor's own texts. */
  say(key: EditorKey, args: Readonly<Record<string, MessageArg>> = {}): string {
    return this.#format({ key, args }, this.language);
  }

  /** A message of the core. */
  of(message: Message): string {
    return this.#format(message, this.language);
  }

  /** Several, in one sentence. */
  list(messages: readonly Message[]): string {
    return messages.map(message => this.of(message)).join(this.language === 'en' ? ', ' : '、');
  }
}
