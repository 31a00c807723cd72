/** What the cluster view can be showing. */
import {
  type CheckResult,
  type Message,
  type Snapshot,
  type Summary,
  type Target,
  type Verdict,
} from '../../cluster/index.js';

/** A live cluster, a file that somebody saved, or the recorded example. */
export type SourceKind = 'cluster' | 'snapshot' | 'example';

/** A snapshot with everything that was concluded from it. */
export interface Assessed {
  readonly source: SourceKind;
  readonly snapshot: Snapshot;
  readonly target: Target;
  /** Minor that the cluster runs, and its provider's next step from there; null when the version is not known. */
  readonly standing: { readonly version: string; readonly next: string } | null;
  readonly results: readonly CheckResult[];
  readonly verdict: Verdict;
  readonly summary: Summary;
  readonly data: { readonly asOf: string; readonly newest: string };
  /** The chosen target version where the cluster is already there or beyond; its next step stands in for it. */
  readonly behind: string | null;
  /** The target is newer than the data. */
  readonly beyond: boolean;
}

/** What happened and what to try. */
export interface Trouble {
  readonly words: Message;
  readonly next: Message;
}

export type ViewState =
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'no-kubeconfig' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'failed'; readonly context: string; readonly trouble: Trouble }
  | { readonly kind: 'connected'; readonly assessed: Assessed; readonly trouble: Trouble | null };
