/** How any part of a conversion says that a person has to decide; the engine turns it into a manual fix. */
import { type Message } from '../model/message';

/** Carries the reason to the engine. */
export class NeedsPerson extends Error {
  constructor(readonly reason: Message) {
    super(reason.key);
  }
}
