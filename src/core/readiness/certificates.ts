/** What a bundle of certificates means for the calls that trust it. */
import { type CertificateBundle } from '../snapshot/shape';
import { daysUntil } from './ages';

export type BundleState =
  | { readonly state: 'fine' | 'unreadable' }
  | { readonly state: 'expired' | 'expiring'; readonly until: string; readonly days: number };

/** Days ahead from which an end is worth a warning. */
const SOON = 30;

/** A bundle is as good as the certificate in it that lasts longest. */
export function bundleState({ certificates }: CertificateBundle, takenAt: string): BundleState {
  const [last] = [...certificates].sort((a, b) => b.notAfter.localeCompare(a.notAfter));
  if (last === undefined) return { state: 'unreadable' };
  const days = daysUntil(last.notAfter, takenAt);
  if (days === null || days > SOON) return { state: 'fine' };
  return { state: days < 0 ? 'expired' : 'expiring', until: last.notAfter.slice(0, 10), days };
}
