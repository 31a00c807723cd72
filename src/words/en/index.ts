/** Every English text a user sees outside the manifest's own strings. */
import { cli } from './cli';
import { conversions } from './conversions';
import { core } from './core';
import { editor } from './editor';

export const en = { ...core, ...conversions, ...editor, ...cli } as const;
export type MessageKey = keyof typeof en;
