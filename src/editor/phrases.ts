/** The editor's voice: words in the language that VS Code itself shows. */
import { type Message, type MessageArg } from '../core/model/message';
import { format, words, type Language, type MessageKey } from '../words';

export class Phrases {
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  /** One of the editor's own texts. */
  say(key: MessageKey, args: Readonly<Record<string, MessageArg>> = {}): string {
    return words(key, args, this.language);
  }

  /** A message of the core. */
  of(message: Message): string {
    return format(message, this.language);
  }

  /** Several, in one sentence. */
  list(messages: readonly Message[]): string {
    return messages.map(message => this.of(message)).join(this.language === 'en' ? ', ' : '、');
  }
}
