/** `.kube-upgrade.yaml`: what a workspace says of itself, the same for the editor and the command line. */
import { type Provider } from '../model/context';
import { type Problem, type ResourceRef, type SeveritySetting } from '../model/finding';
import { type Span } from '../model/text';
import { compileGlob, type PathTest } from './glob';

export const CONFIG_NAME = '.kube-upgrade.yaml';

/** One entry of `ignore`. */
export interface ConfigIgnore extends Span {
  readonly rules: readonly string[];
  /** Patterns of files; null for every file. */
  readonly files: readonly string[] | null;
  readonly kind: string | null;
  readonly namespace: string | null;
  readonly name: string | null;
  readonly reason: string | null;
  /** Last day on which it holds. */
  readonly until: string | null;
}

export interface WorkspaceConfig {
  /** Version by pattern, in the file's order; the last one that fits wins. A single version has the pattern `**`. */
  readonly targets: readonly { readonly glob: string; readonly version: string }[];
  readonly current: string | null;
  readonly provider: Provider | null;
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  readonly exclude: readonly string[];
  readonly ignores: readonly ConfigIgnore[];
}

/** A configuration as far as it could be read, and what could not, with its place. */
export interface ConfigReading {
  readonly config: WorkspaceConfig;
  readonly problems: readonly Problem[];
}

export const EMPTY_CONFIG: WorkspaceConfig = {
  targets: [],
  current: null,
  provider: null,
  severity: {},
  exclude: [],
  ignores: [],
};

/** A configuration with its patterns compiled; paths are relative to its folder. */
export class ConfigMatcher {
  readonly config: WorkspaceConfig;
  readonly #targets: readonly { readonly fits: PathTest; readonly version: string }[];
  readonly #excluded: readonly PathTest[];
  readonly #ignores: readonly { readonly ignore: ConfigIgnore; readonly fits: readonly PathTest[] | null }[];

  constructor(config: WorkspaceConfig) {
    this.config = config;
    this.#targets = config.targets.flatMap(({ glob, version }) => compiled([glob]).map(fits => ({ fits, version })));
    this.#excluded = compiled(config.exclude);
    this.#ignores = config.ignores.map(ignore => ({ ignore, fits: ignore.files && compiled(ignore.files) }));
  }

  /** The target for a file; null when the configuration says nothing of it. */
  target(path: string): string | null {
    let version: string | null = null;
    for (const target of this.#targets) if (target.fits(path)) version = target.version;
    return version;
  }

  excludes(path: string): boolean {
    return this.#excluded.some(fits => fits(path));
  }

  /** The ignores that may cover something in this file; those whose day has passed are left out. */
  ignores(path: string, today: string): readonly ConfigIgnore[] {
    return this.#ignores
      .filter(({ ignore, fits }) => !isExpired(ignore, today) && (fits === null || fits.some(each => each(path))))
      .map(({ ignore }) => ignore);
  }
}

export function isExpired({ until }: ConfigIgnore, today: string): boolean {
  return until !== null && today > until;
}

/** Whether an ignore covers a finding of this rule at this object. */
export function covers(ignore: ConfigIgnore, ruleId: string, { kind, namespace, name }: ResourceRef): boolean {
  return (
    ignore.rules.includes(ruleId) &&
    (ignore.kind === null || ignore.kind === kind) &&
    (ignore.namespace === null || ignore.namespace === namespace) &&
    (ignore.name === null || ignore.name === name)
  );
}

function compiled(globs: readonly string[]): PathTest[] {
  return globs.flatMap(glob => compileGlob(glob) ?? []);
}
