/** What a judgement may look at besides the document itself: plain data, no functions that do I/O. */
import { type EciCatalog } from '../annotations/catalog';
import { type Catalog } from '../catalog/catalog';
import { type ConfigIgnore } from '../config/config';
import { type AdditionalVersions } from '../ecosystem/additional';
import { type EcosystemCatalog } from '../ecosystem/catalog';
import { type CustomKind } from '../ecosystem/definitions';
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
  /** What the workspace's configuration ignores in this file; those whose day has passed are not among them. */
  readonly ignores?: readonly ConfigIgnore[];
}

/** What a template needs to know of its chart. */
export interface ChartContext {
  readonly name: string;
  /** `kubeVersion` of Chart.yaml. */
  readonly kubeVersion: string | null;
  /** Texts of the chart's `.tpl` files, one after the other. */
  readonly helpers: string;
}

/** The chart or overlay that a file belongs to. Needed for Helm templates, Chart.yaml and kustomization files only. */
export interface FileContext {
  /** `/`-separated, relative to the workspace folder. */
  readonly path: string;
  readonly chart?: ChartContext;
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
  /** Read when a document holds an API that is not Kubernetes' own. May be a getter. */
  readonly ecosystem?: EcosystemCatalog;
  /** Version of each component that runs, such as "cert-manager" → "1.16"; those left out are not known. */
  readonly components?: Readonly<Record<string, string>>;
  /** The user's own table of versions. */
  readonly additional?: AdditionalVersions;
  /** Versions that definitions of the workspace mark as deprecated or not served. */
  readonly customKinds?: readonly CustomKind[];
}

/** The context with some of its facts replaced; its getters stay unread. */
export function contextWith(context: Context, facts: Partial<Context>): Context {
  return Object.assign(Object.create(context) as Context, facts);
}
