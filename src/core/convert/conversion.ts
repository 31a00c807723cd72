/** What a conversion is: from which versions to which, what changes in words, and how to edit it. */
import { type Message } from '../model/message';
import { type Converter } from './converter';

export interface Conversion {
  readonly id: string;
  readonly kinds: readonly string[];
  /** apiVersions it reads. */
  readonly from: readonly string[];
  /** apiVersions it can write. */
  readonly to: readonly string[];
  /** "What changes" in the hover: one message per field that changes shape. */
  readonly changes: readonly Message[];
  /** Edits everything but the apiVersion itself, which the engine sets. */
  convert(converter: Converter): void;
}

export function defineConversion(conversion: Conversion): Conversion {
  return conversion;
}
