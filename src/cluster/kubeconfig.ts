/**
 * Finds and merges kubeconfig files as kubectl does: the files of KUBECONFIG in order, missing ones skipped, the first that
 * names a thing wins, relative paths from the file they stand in.
 */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { isRaw, type Raw } from '../core/readiness';
import { ClusterFailure } from './failure';

/** One file or several; null: as the environment says. */
export interface KubeconfigSource {
  readonly path: string | null;
  readonly env?: NodeJS.ProcessEnv;
}

export interface ContextInfo {
  readonly name: string;
  readonly cluster: string;
  readonly current: boolean;
}

export interface Kubeconfig {
  readonly files: readonly string[];
  readonly contexts: readonly ContextInfo[];
  readonly current: string | null;
  /** The named context with its cluster and user, or the current one. Throws a ClusterFailure. */
  choose(context: string | null): ChosenContext;
}

export interface ChosenContext {
  readonly context: string;
  readonly cluster: string;
  readonly clusterEntry: Raw;
  /** `{}` when the context names no user. */
  readonly userEntry: Raw;
  /** Folder of the file that the user stands in. */
  readonly userFolder: string;
}

interface Entry {
  readonly value: Raw;
  readonly folder: string;
}
interface Merged {
  readonly clusters: Map<string, Entry>;
  readonly users: Map<string, Entry>;
  readonly contexts: Map<string, Entry>;
  current: string | null;
}

const MOST_BYTES = 10 * 1024 * 1024;

/** Files that would be read, whether or not they exist. */
export function kubeconfigFiles({ path, env = process.env }: KubeconfigSource): readonly string[] {
  if (path !== null && path !== '')
    return path
      .split(delimiter)
      .filter(part => part !== '')
      .map(expandHome);
  const listed = (env['KUBECONFIG'] ?? '').split(delimiter).filter(part => part !== '');
  if (listed.length > 0) return [...new Set(listed)];
  return [join(env['HOME'] || env['USERPROFILE'] || homedir(), '.kube', 'config')];
}

function expandHome(path: string): string {
  return /^~[\\/]/.test(path) ? join(homedir(), path.slice(2)) : path;
}

export async function readKubeconfig(source: KubeconfigSource): Promise<Kubeconfig> {
  const files = kubeconfigFiles(source);
  const merged: Merged = { clusters: new Map(), users: new Map(), contexts: new Map(), current: null };
  let found = 0;
  for (const file of files) {
    const text = await readText(file);
    if (text === undefined) continue;
    found += 1;
    merge(merged, readYaml(text, file), dirname(resolve(file)));
  }
  if (found === 0) throw new ClusterFailure('no-kubeconfig', { path: files.join(delimiter) });
  return {
    files,
    current: merged.current,
    contexts: [...merged.contexts].map(([name, { value }]) => ({
      name,
      cluster: String(value['cluster'] ?? ''),
      current: name === merged.current,
    })),
    choose: context => choose(merged, context),
  };
}

async function readText(file: string): Promise<string | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.length > MOST_BYTES) throw new ClusterFailure('kubeconfig-invalid', { path: file });
    return text;
  } catch (error) {
    if (error instanceof ClusterFailure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ClusterFailure('kubeconfig-unreadable', { path: file, reason: code ?? 'error' });
  }
}

function readYaml(text: string, file: string): Raw {
  let document: unknown;
  try {
    // The parser's own message would quote the line, and with it perhaps a token.
    document = parse(text, { uniqueKeys: false, logLevel: 'error', maxAliasCount: 100 });
  } catch {
    throw new ClusterFailure('kubeconfig-invalid', { path: file });
  }
  if (document === null || document === undefined) return {};
  if (!isRaw(document)) throw new ClusterFailure('kubeconfig-invalid', { path: file });
  return document;
}

function merge(merged: Merged, file: Raw, folder: string): void {
  const take = (into: Map<string, Entry>, list: unknown, field: string): void => {
    if (!Array.isArray(list)) return;
    for (const item of list as unknown[]) {
      if (!isRaw(item) || typeof item['name'] !== 'string' || into.has(item['name'])) continue;
      into.set(item['name'], { value: isRaw(item[field]) ? item[field] : {}, folder });
    }
  };
  take(merged.clusters, file['clusters'], 'cluster');
  take(merged.users, file['users'], 'user');
  take(merged.contexts, file['contexts'], 'context');
  const current = file['current-context'];
  if (merged.current === null && typeof current === 'string' && current !== '') merged.current = current;
}

function choose(merged: Merged, wanted: string | null): ChosenContext {
  const name = wanted ?? merged.current;
  if (name === null) throw new ClusterFailure('no-context', { contexts: [...merged.contexts.keys()].join(', ') });
  const context = merged.contexts.get(name);
  if (context === undefined) {
    throw new ClusterFailure('context-unknown', { context: name, contexts: [...merged.contexts.keys()].join(', ') });
  }
  const clusterName = String(context.value['cluster'] ?? '');
  const userName = String(context.value['user'] ?? '');
  const cluster = merged.clusters.get(clusterName);
  const user = userName === '' ? { value: {}, folder: '' } : merged.users.get(userName);
  if (cluster === undefined || user === undefined) {
    const missing = cluster === undefined ? `cluster "${clusterName}"` : `user "${userName}"`;
    throw new ClusterFailure('context-incomplete', { context: name, missing });
  }
  return {
    context: name,
    cluster: clusterName,
    clusterEntry: absolute(cluster, ['certificate-authority']),
    userEntry: absolute(user, ['client-certificate', 'client-key', 'tokenFile']),
    userFolder: user.folder,
  };
}

function absolute({ value, folder }: Entry, paths: readonly string[]): Raw {
  const resolved: Record<string, unknown> = { ...value };
  for (const field of paths) {
    const path = value[field];
    if (typeof path === 'string' && path !== '' && !isAbsolute(path)) resolved[field] = join(folder, path);
  }
  return resolved;
}
