/** One thing to read: what came of it, or why nothing did. */
import { type Access, type Reading, type Unread, type UnreadReason } from '../core/readiness';
import { type ClusterFailure, type FailureKind, toFailure } from './failure';

const REASONS: Readonly<Partial<Record<FailureKind, UnreadReason>>> = {
  forbidden: 'forbidden',
  'not-found': 'not-served',
  timeout: 'timeout',
};
/** These end the whole collection: nothing else would succeed either. */
const FATAL: readonly FailureKind[] = [
  'cancelled',
  'unauthorized',
  'refused',
  'address-unknown',
  'certificate-unknown',
  'certificate-expired',
  'certificate-name',
  'tls-failed',
];

export function read<T>(value: T): Reading<T> {
  return { state: 'read', value };
}

export function unread(access: Access, failure: ClusterFailure): Unread {
  const reason = REASONS[failure.kind] ?? 'failed';
  return { state: 'unread', reason, access, detail: reason === 'failed' ? failure.words : null };
}

/** Throws only what ends the collection. */
export async function attempt<T>(access: Access, signal: AbortSignal, work: () => Promise<T>): Promise<Reading<T>> {
  try {
    return read(await work());
  } catch (error) {
    const failure = toFailure(error, signal);
    if (FATAL.includes(failure.kind)) throw failure;
    return unread(access, failure);
  }
}
