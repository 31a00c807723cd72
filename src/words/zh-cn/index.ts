/** Simplified Chinese twins of `src/words/en`. A missing key does not compile. */
import { type MessageKey } from '../en';
import { cli } from './cli';
import { conversions } from './conversions';
import { core } from './core';
import { editor } from './editor';

export const zhCn: Readonly<Record<MessageKey, string>> = { ...core, ...conversions, ...editor, ...cli };
