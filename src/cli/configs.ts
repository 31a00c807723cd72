/** What each file is judged for: the command line's options first, then the nearest `.kube-upgrade.yaml` upwards. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import {
  CONFIG_NAME,
  type ConfigIgnore,
  ConfigMatcher,
  type ConfigReading,
  type Context,
  contextWith,
  isExpired,
  readConfig,
  resolveTarget,
  ruleIds,
} from '../core';
import { type Landmarks, type Source } from './files';
import { type Session } from './session';

export interface Config {
  /** The file itself, and its folder. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly reading: ConfigReading;
  readonly matcher: ConfigMatcher;
}

export class Configs {
  readonly #session: Session;
  readonly #byFolder = new Map<string, Config | null>();
  readonly #contexts = new Map<string, Context>();
  readonly #used = new Set<ConfigIgnore>();
  #folders: ReadonlyMap<string, Landmarks> = new Map();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Folders whose content is known need not be asked again. */
  learn(folders: ReadonlyMap<string, Landmarks>): void {
    this.#folders = folders;
  }

  /** Every configuration met so far. */
  all(): readonly Config[] {
    return [...new Set(this.#byFolder.values())].filter(config => config !== null);
  }

  /** Whether the file is left out; what the user names is never asked about. */
  excludes({ path }: Source): boolean {
    const config = path === null ? null : this.#of(dirname(path));
    return config !== null && config.matcher.excludes(pathIn(config, path!));
  }

  /** The same object for files with the same terms. Standard input goes by the working folder. */
  contextOf({ path }: Source): Context {
    const { context, cwd } = this.#session;
    const config = this.#of(path === null ? cwd : dirname(path));
    if (config === null) return context;
    const name = path === null ? CONFIG_NAME : pathIn(config, path);
    const version = config.matcher.target(name);
    const ignores = config.matcher.ignores(name, context.today);
    const starts = ignores.map(({ start }) => start);
    const key = [config.path, version, ...starts].join('\n');
    let known = this.#contexts.get(key);
    if (known === undefined) this.#contexts.set(key, (known = this.#context(config, version, ignores)));
    return known;
  }

  note(used: readonly ConfigIgnore[]): void {
    for (const ignore of used) this.#used.add(ignore);
  }

  /** Ignores whose day has passed, and those that left nothing out. */
  idle(): readonly { readonly config: Config; readonly ignore: ConfigIgnore; readonly expired: boolean }[] {
    const { today } = this.#session.context;
    return this.all().flatMap(config =>
      config.reading.config.ignores
        .filter(ignore => !this.#used.has(ignore))
        .map(ignore => ({ config, ignore, expired: isExpired(ignore, today) })),
    );
  }

  #context({ reading }: Config, version: string | null, ignores: readonly ConfigIgnore[]): Context {
    const { context, options } = this.#session;
    const { current, provider, severity } = reading.config;
    const request = {
      targetVersion: options.targetVersion === 'auto' ? (version ?? 'auto') : options.targetVersion,
      currentVersion: options.currentVersion === 'auto' ? (current ?? 'auto') : options.currentVersion,
      provider: options.providerIsAuto ? (provider ?? options.provider) : options.provider,
    };
    const target = resolveTarget(request, context.catalog) ?? context.target;
    return contextWith(context, { target, settings: { ...context.settings, severity, ignores } });
  }

  /** Up to the repository's own folder; nobody above it speaks for its files. */
  #of(folder: string): Config | null {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const path = join(folder, CONFIG_NAME);
    const landmarks = this.#folders.get(folder);
    const own = (landmarks?.config ?? existsSync(path)) ? read(path, folder) : null;
    const above = dirname(folder);
    const last = above === folder || (landmarks?.repository ?? existsSync(join(folder, '.git')));
    const config = own ?? (last ? null : this.#of(above));
    this.#byFolder.set(folder, config);
    return config;
  }
}

function read(path: string, folder: string): Config {
  let text: string;
  let reading: ConfigReading;
  try {
    text = readFileSync(path, 'utf8');
    reading = readConfig(text, ruleIds);
  } catch {
    text = '';
    const whole = readConfig('', ruleIds);
    reading = { ...whole, problems: [{ start: 0, end: 0, message: { key: 'configFile.unreadable' } }] };
  }
  return { path, folder, text, reading, matcher: new ConfigMatcher(reading.config) };
}

function pathIn({ folder }: Config, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
