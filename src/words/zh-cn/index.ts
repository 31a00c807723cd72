/** Simplified Chinese twins of `src/words/en`. A missing key does not compile. */
import { type MessageKey } from '../en';
import { cli } from './cli';
import { config } from './config';
import { conversions } from './conversions';
import { core } from './core';
import { eci } from './eci';
import { ecosystem } from './ecosystem';
import { editor } from './editor';
import { fields } from './fields';

export const zhCn: Readonly<Record<MessageKey, string>> = {
  ...core,
  ...config,
  ...conversions,
  ...editor,
  ...fields,
  ...eci,
  ...ecosystem,
  ...cli,
};
