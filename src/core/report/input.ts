/** What a report is made of, and how it gets its words. */
import { type CheckResult, type Verdict } from '../model/check';
import { type Target } from '../model/context';
import { type Message } from '../model/message';
import { type Snapshot } from '../model/snapshot';

/** Formats a message in the reader's language. */
export type Say = (message: Message) => string;

export interface ReportInput {
  readonly snapshot: Pick<Snapshot, 'source' | 'takenAt' | 'clock' | 'notices' | 'version'>;
  readonly target: Target;
  readonly results: readonly CheckResult[];
  readonly verdict: Verdict;
  /** What the data knows: its day and its newest Kubernetes minor. */
  readonly data: { readonly asOf: string; readonly newest: string };
  /** Language of the words, as a BCP 47 tag. */
  readonly language: string;
}

/** "2026-11-21 14:05 UTC". */
export function timeText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** "1.32.13", without what a provider adds to it; null when it is not known. */
export function serverVersion({ version }: Pick<Snapshot, 'version'>): string | null {
  if (version.state !== 'read') return null;
  const { gitVersion } = version.value;
  return /\d+\.\d+(?:\.\d+)?/.exec(gitVersion)?.[0] ?? gitVersion;
}

/** "shop/Deployment web", "Node node-1". */
export function objectName(ref: {
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}): string {
  return `${ref.namespace === null ? '' : `${ref.namespace}/`}${ref.kind} ${ref.name}`;
}
