/** Shapes of the files in data/, as they are written down (the packed form is CatalogData). */
import {
  type ApiCategory,
  type ConversionClass,
  type GroupVersionKind,
  type UncertainField,
} from '../../src/core/catalog/catalog';

export interface ReleaseTags {
  readonly introduced: string | null;
  readonly deprecated: string | null;
  readonly removed: string | null;
}

export interface ChainLink extends GroupVersionKind {
  readonly available: string | null;
  readonly deprecated: string | null;
  readonly removed: string | null;
}

export interface LifecycleRow extends GroupVersionKind {
  readonly category: ApiCategory;
  readonly introduced: string;
  readonly deprecated: string | null;
  readonly removed: string | null;
  readonly offByDefault: boolean;
  readonly replacement: GroupVersionKind | null;
  readonly replacementAvailable: string | null;
  readonly finalReplacement: GroupVersionKind | null;
  readonly finalReplacementAvailable: string | null;
  readonly finalReplacementNone?: boolean;
  readonly replacementChain: readonly ChainLink[] | null;
  readonly alternatives: readonly (ChainLink & { readonly available: string; readonly offByDefault: boolean })[];
  readonly basis: { readonly deprecated?: string; readonly removed?: string };
  readonly tag: ReleaseTags | null;
  readonly observedOpenAPI: { readonly first: string; readonly last: string } | null;
  readonly formalRemoved?: string;
  readonly uncertain?: readonly UncertainField[];
  readonly conversion: ConversionClass;
  readonly conversionNote: string;
  readonly note: string;
  readonly source: string;
}

export interface StableRow extends GroupVersionKind {
  readonly introduced: string;
  readonly source: string;
}

export interface Meta {
  readonly newest: string;
  readonly asOf: string;
  readonly comparedWith: { readonly ref: string; readonly modules: readonly string[]; readonly date: string };
  readonly corrections: readonly (GroupVersionKind & {
    readonly file: string;
    readonly field: 'introduced';
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly source: string;
  })[];
  readonly links: readonly string[];
}

export interface ProviderVersions {
  readonly providers: readonly string[];
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly upgradeSequence: readonly string[];
}
