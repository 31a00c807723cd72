/** Options of the `cluster` command. */
import { type Language } from '../words';
import { Failure } from './failure';
import { languageOf } from './options';

export type ClusterFormat = 'table' | 'json' | 'junit' | 'markdown';
type ProviderName = 'auto' | 'generic' | 'ack' | 'ack-serverless' | 'eks' | 'acp';

export interface ClusterOptions {
  readonly kubeconfig: string | null;
  readonly context: string | null;
  readonly snapshot: string | null;
  readonly saveSnapshot: string | null;
  readonly targetVersion: string;
  readonly currentVersion: string;
  readonly provider: ProviderName;
  readonly format: ClusterFormat;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly language: Language;
  readonly quiet: boolean;
}

const VALUES: Readonly<Record<string, readonly string[] | 'version' | 'text'>> = {
  kubeconfig: 'text',
  context: 'text',
  snapshot: 'text',
  'save-snapshot': 'text',
  'target-version': 'version',
  'current-version': 'version',
  provider: ['auto', 'generic', 'ack', 'ack-serverless', 'eks', 'acp'],
  format: ['table', 'json', 'junit', 'markdown'],
  'fail-on': ['error', 'warning', 'never'],
  lang: ['en', 'zh-cn'],
};

/** Whether the command line names this command, wherever among the options. */
export function isCluster(argv: readonly string[]): boolean {
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    if (!argument.startsWith('-') || argument === '-') return argument === 'cluster';
    if (!argument.includes('=') && Object.hasOwn(VALUES, argument.slice(2))) at += 1;
  }
  return false;
}

/** Throws a Failure for anything that is not in the contract. */
export function readClusterOptions(argv: readonly string[], env: NodeJS.ProcessEnv): ClusterOptions {
  const values = new Map<string, string>();
  let quiet = false;
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    const [, name, given] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
    if (name === undefined) {
      if (argument === 'cluster') continue;
      if (argument.startsWith('-')) throw new Failure('cli.unknownOption', { option: argument });
      throw new Failure('cli.noArgument', { command: 'cluster', argument });
    }
    if (name === 'quiet' && given === undefined) {
      quiet = true;
      continue;
    }
    const kind = VALUES[name];
    if (kind === undefined) throw new Failure('cli.optionNotFor', { option: `--${name}`, command: 'cluster' });
    const value = given ?? argv[(at += 1)];
    if (value === undefined || value === '') throw new Failure('cli.optionNeedsValue', { option: `--${name}` });
    check(name, value, kind);
    values.set(name, value);
  }
  const text = (name: string): string | null => values.get(name) ?? null;
  if (values.has('snapshot')) {
    for (const other of ['kubeconfig', 'context', 'save-snapshot']) {
      if (values.has(other)) throw new Failure('cli.optionNotWith', { option: `--${other}`, other: '--snapshot' });
    }
  }
  return {
    kubeconfig: text('kubeconfig'),
    context: text('context'),
    snapshot: text('snapshot'),
    saveSnapshot: text('save-snapshot'),
    targetVersion: values.get('target-version') ?? 'auto',
    currentVersion: values.get('current-version') ?? 'auto',
    provider: (values.get('provider') ?? 'auto') as ProviderName,
    format: (values.get('format') ?? 'table') as ClusterFormat,
    failOn: (values.get('fail-on') ?? 'error') as ClusterOptions['failOn'],
    language: languageOf(argv, env),
    quiet,
  };
}

function check(name: string, value: string, kind: readonly string[] | 'version' | 'text'): void {
  if (kind === 'text') return;
  if (kind !== 'version') {
    if (!kind.includes(value))
      throw new Failure('cli.badValue', { option: `--${name}`, value, allowed: kind.join(', ') });
  } else if (value !== 'auto' && !/^v?1\.\d{1,3}(?:[.+-].*)?$/.test(value)) {
    throw new Failure('cli.badVersion', { option: `--${name}`, value });
  }
}
