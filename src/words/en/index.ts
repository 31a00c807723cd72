/** Every English text a user sees outside the manifest's own strings. */
import { cli } from './cli';
import { config } from './config';
import { conversions } from './conversions';
import { core } from './core';
import { eci } from './eci';
import { ecosystem } from './ecosystem';
import { editor } from './editor';
import { fields } from './fields';

export const en = { ...core, ...config, ...conversions, ...editor, ...fields, ...eci, ...ecosystem, ...cli } as const;
export type MessageKey = keyof typeof en;
