/** The cluster view's words, in the language that VS Code shows. */
import { type ClusterKey, format, type Message, words } from '../../cluster/index.js';
import { type MessageArg } from '../../core/model/message';
import { type Language } from '../../words/formatter';

export class Voice {
  readonly language: Language;
  /** A message of the core, as a function of its own. */
  readonly of = (message: Message): string => format(message, this.language);

  constructor(language: Language) {
    this.language = language;
  }

  say(key: ClusterKey, args: Readonly<Record<string, MessageArg>> = {}): string {
    return words(key, args, this.language);
  }
}
