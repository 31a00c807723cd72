/** What a judgement may look at besides the document itself: plain data, no functions that do I/O. */
import { type EciCatalog } from '../annotations/catalog';
import { type Catalog } from '../catalog/catalog';
import { type SeveritySetting } from './finding';

export type Provider = 'generic' | 'ack' | 'ack-serverless' | 'eks' | 'acp';

/** Where the user is going. Versions are minors such as "1.31". */
export interface Target {
  readonly version: string;
  readonly provider: Provider;
  /** Today's version, null when unknown. */
  readonly current: string | null;
  /** Versions passed through, today's first when known, the target last. Never empty. */
  readonly path: readonly string[];
}

export interface Settings {
  /** Rule id → severity; rules not named keep their own. */
  readonly severity: Readonly<Record<string, SeveritySetting>>;
}

/** The chart or overlay that a file belongs to; filled by the workspace index. */
export interface FileContext {
  /** `/`-separated, relative to the workspace folder. */
  readonly path: string;
  readonly chart?: { readonly name: string; readonly kubeVersion: string | null };
}

/** Read side of the workspace index: other objects by kind, namespace and name. */
export interface WorkspaceLookup {
  find(query: {
    kind: string;
    namespace?: string;
    name?: string;
  }): readonly { readonly file: string; readonly offset: number }[];
}

export interface Context {
  readonly target: Target;
  readonly settings: Settings;
  readonly catalog: Catalog;
  /** ISO date (YYYY-MM-DD) that decides whether an ignore's `until` has passed. */
  readonly today: string;
  readonly file?: FileContext;
  readonly workspace?: WorkspaceLookup;
  /** Read when a document names an ECI annotation; while it is missing, nothing of ECI is judged. May be a getter. */
  readonly eci?: EciCatalog;
}
