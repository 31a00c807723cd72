/** What one run of a command line knows: its options, its words, and the data handed to the core. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type CatalogData,
  type Context,
  createCatalog,
  createEciCatalog,
  createEcosystemCatalog,
  type EciCatalog,
  type EciData,
  type EcosystemCatalog,
  type EcosystemData,
  resolveTarget,
} from '../core';
import { type Language, type MessageKey, words } from '../words';
import { Failure, reasonOf } from './failure';
import { type Options } from './options';

/** A message of the command line in the user's language. */
export type Say = (key: MessageKey, args?: Readonly<Record<string, string | number>>) => string;

export interface Session {
  readonly options: Options;
  readonly language: Language;
  readonly say: Say;
  readonly context: Context;
  readonly cwd: string;
}

/** The streams a command writes to and the facts about them that change what it writes. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Null when standard output is not a terminal. */
  readonly width: number | null;
  readonly colour: boolean;
  readonly errIsTerminal: boolean;
}

export function sayIn(language: Language): Say {
  return (key, args = {}) => words(key, args, language);
}

/** Throws a Failure when the data is missing or a version cannot be read. */
export function openSession(options: Options, cwd: string, now: Date): Session {
  const catalog = createCatalog(readData<CatalogData>('kubernetes.json'));
  const target = resolveTarget(options, catalog);
  if (target === undefined) {
    throw new Failure('cli.badVersion', { option: '--target-version', value: options.targetVersion });
  }
  let eci: EciCatalog | undefined;
  let ecosystem: EcosystemCatalog | undefined;
  const context: Context = {
    target,
    settings: { severity: {} },
    catalog,
    today: isoDay(now),
    // The core asks for it only where a document names ECI.
    get eci() {
      return (eci ??= createEciCatalog(readData<EciData>('eci.json')));
    },
    // The same for APIs that are not Kubernetes' own.
    get ecosystem() {
      return (ecosystem ??= createEcosystemCatalog(readData<EcosystemData>('ecosystem.json')));
    },
  };
  return { options, language: options.language, say: sayIn(options.language), context, cwd };
}

/** The package's own version. */
export function productVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}

/** A data file of the package. Throws a Failure when it cannot be read. */
export function readData<T>(name: string): T {
  const path = join(packageRoot(), 'dist', 'data', name);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    throw new Failure('cli.noData', { path, reason: reasonOf(error) });
  }
}

/** Bundled the code lies in `dist`, compiled in `out/src/cli`: both below the package. */
function packageRoot(): string {
  return __dirname.endsWith('dist') ? dirname(__dirname) : join(__dirname, '..', '..', '..');
}

function isoDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
