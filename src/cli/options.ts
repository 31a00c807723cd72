/** Reads the command line: options by hand, so that start-up loads nothing for it. */
import { parseMinor, type Provider } from '../core';
import { type Language, toLanguage } from '../words';
import { Failure } from './failure';

export type Command = 'scan' | 'fix';
export type Format = 'table' | 'json' | 'sarif' | 'junit' | 'markdown';
export type FailOn = 'error' | 'warning' | 'never';

export interface Options {
  readonly command: Command;
  readonly paths: readonly string[];
  readonly targetVersion: string;
  readonly currentVersion: string;
  readonly provider: Provider;
  /** Nobody named a provider: a configuration may. */
  readonly providerIsAuto: boolean;
  /** Undefined when not asked for: each command has its own default. */
  readonly format: Format | undefined;
  readonly failOn: FailOn;
  readonly language: Language;
  readonly quiet: boolean;
  readonly write: boolean;
  readonly keepDefaults: boolean;
  /** An earlier report: what it holds does not count. */
  readonly baseline: string | null;
  /** Only files that differ from this revision. */
  readonly changedSince: string | null;
}

export type Invocation =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'version' };

const VALUES: Readonly<Record<string, readonly string[] | 'version' | 'text'>> = {
  'target-version': 'version',
  'current-version': 'version',
  provider: ['auto', 'generic', 'ack', 'ack-serverless', 'eks', 'acp'],
  format: ['table', 'json', 'sarif', 'junit', 'markdown'],
  'fail-on': ['error', 'warning', 'never'],
  lang: ['en', 'zh-cn'],
  baseline: 'text',
  'changed-since': 'text',
};
const FLAGS: Readonly<Record<string, readonly Command[]>> = {
  quiet: ['scan', 'fix'],
  write: ['fix'],
  'keep-defaults': ['fix'],
};
/** Options that go with one command only. */
const OWN: Readonly<Record<string, Command>> = { baseline: 'scan', 'changed-since': 'scan' };
const NOT_BUILT = { commands: ['plan'] };

/** The language of messages, known before the rest is read so that a bad option can be named in it. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  let asked: string | undefined;
  argv.forEach((argument, at) => {
    if (argument === '--lang') asked = argv[at + 1];
    else if (argument.startsWith('--lang=')) asked = argument.slice('--lang='.length);
  });
  return toLanguage(asked ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']));
}

/** Throws a Failure for anything that is not in the contract. */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv): Invocation {
  const language = languageOf(argv, env);
  // Before its options, which are not known yet either.
  if (NOT_BUILT.commands.includes(argv[0] ?? '')) throw new Failure('cli.commandNotBuilt', { command: argv[0]! });
  const { words, values, flags } = split(argv);
  if (flags.has('help')) return { kind: 'help', language };
  if (flags.has('version')) return { kind: 'version' };

  const [command, ...paths] = words;
  if (command === undefined) throw new Failure('cli.noCommand');
  if (NOT_BUILT.commands.includes(command)) throw new Failure('cli.commandNotBuilt', { command });
  if (command !== 'scan' && command !== 'fix') throw new Failure('cli.unknownCommand', { command });
  for (const flag of flags) {
    if (!FLAGS[flag]!.includes(command)) throw new Failure('cli.optionNotFor', { option: `--${flag}`, command });
  }
  for (const name of values.keys()) {
    if ((OWN[name] ?? command) !== command) throw new Failure('cli.optionNotFor', { option: `--${name}`, command });
  }
  if (paths.length === 0) throw new Failure('cli.noPath', { command });

  const provider = values.get('provider') ?? 'auto';
  const options: Options = {
    command,
    paths,
    targetVersion: values.get('target-version') ?? 'auto',
    currentVersion: values.get('current-version') ?? 'auto',
    // Manifests do not say where they run: `auto` has something to go by only once a cluster is read.
    provider: provider === 'auto' ? 'generic' : (provider as Provider),
    providerIsAuto: provider === 'auto',
    format: values.get('format') as Format | undefined,
    failOn: (values.get('fail-on') ?? 'error') as FailOn,
    language,
    quiet: flags.has('quiet'),
    write: flags.has('write'),
    keepDefaults: flags.has('keep-defaults'),
    baseline: values.get('baseline') ?? null,
    changedSince: values.get('changed-since') ?? null,
  };
  return { kind: 'run', options };
}

function split(argv: readonly string[]): { words: string[]; values: Map<string, string>; flags: Set<string> } {
  const words: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at]!;
    if (argument === '--') {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (!argument.startsWith('-') || argument === '-') {
      words.push(argument);
      continue;
    }
    const [, name = '', given] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(argument) ?? [];
    if (Object.hasOwn(FLAGS, name) || name === 'help' || name === 'version') {
      if (given !== undefined) throw new Failure('cli.optionTakesNoValue', { option: `--${name}` });
      flags.add(name);
      continue;
    }
    if (!Object.hasOwn(VALUES, name)) throw new Failure('cli.unknownOption', { option: argument.split('=')[0]! });
    const value = given ?? argv[++at];
    if (value === undefined) throw new Failure('cli.optionNeedsValue', { option: `--${name}` });
    values.set(name, checked(name, value));
  }
  return { words, values, flags };
}

function checked(name: string, value: string): string {
  const kind = VALUES[name]!;
  if (kind === 'version') {
    if (value !== 'auto' && parseMinor(value) === undefined) {
      throw new Failure('cli.badVersion', { option: `--${name}`, value });
    }
  } else if (kind !== 'text' && !kind.includes(value)) {
    throw new Failure('cli.badValue', { option: `--${name}`, value, allowed: kind.join(', ') });
  }
  return value;
}
