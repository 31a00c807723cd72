/** Which files a command looks at: what the user named, and the manifests inside the folders among it. */
import { accessSync, constants, type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_NAME } from '../core';
import { Failure, reasonOf } from './failure';

export interface Source {
  /** Relative to the working folder, with `/`; `<stdin>` for standard input. */
  readonly name: string;
  /** Where it really lies, links resolved; null for standard input. */
  readonly path: string | null;
  /** Named by the user, so that it has to be readable. */
  readonly named: boolean;
}

export interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

/** What else a folder holds that matters to its files. */
export interface Landmarks {
  readonly config: boolean;
  readonly repository: boolean;
}

export const STDIN = '<stdin>';
const SKIPPED = new Set(['node_modules', '.git']);
const MANIFEST = /\.(?:ya?ml|json)$|^Kustomization$/i;
const TEMPLATE = /\.tpl$/i;
const IN_TEMPLATES = /[\\/]templates(?:[\\/]|$)/;

/**
 * Walks in two passes: real files and folders first, links after them, so that what can be reached both ways
 * is reported once and under its own name. A link to a folder that contains it is a loop and is not followed.
 */
export class FileList {
  readonly #cwd: string;
  readonly #seen = new Set<string>();
  readonly #links: { readonly name: string; readonly path: string; readonly folder: string }[] = [];
  readonly sources: Source[] = [];
  /** Folders that were listed, by their real path: whether they hold a configuration, and whether a repository begins there. */
  readonly folders = new Map<string, Landmarks>();
  readonly unreadable: Unreadable[] = [];

  private constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Throws a Failure for a named path that cannot be read. */
  static of(paths: readonly string[], cwd: string): FileList {
    const list = new FileList(cwd);
    for (const path of paths) list.#named(path);
    for (let link = list.#links.pop(); link !== undefined; link = list.#links.pop()) {
      list.#follow(link.name, link.path, link.folder);
    }
    return list;
  }

  #named(path: string): void {
    if (path === '-') {
      this.#take(STDIN, null, true);
      return;
    }
    const absolute = resolve(this.#cwd, path);
    const name = relative(this.#cwd, absolute).split(sep).join('/');
    try {
      const folder = statSync(absolute).isDirectory();
      accessSync(absolute, constants.R_OK);
      const real = locate(absolute);
      if (folder) this.#folder(name, real, readdirSync(real, { withFileTypes: true }));
      else this.#take(name, real, true);
    } catch (error) {
      throw new Failure('cli.unreadable', { path, reason: reasonOf(error) });
    }
  }

  #folder(name: string, real: string, entries: readonly Dirent[]): void {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const templates = IN_TEMPLATES.test(real);
    const landmarks = { config: false, repository: false };
    this.folders.set(real, landmarks);
    for (const entry of entries) {
      if (entry.name === CONFIG_NAME) landmarks.config = true;
      else if (entry.name === '.git') landmarks.repository = true;
      const entryName = name === '' ? entry.name : `${name}/${entry.name}`;
      const path = join(real, entry.name);
      if (entry.isDirectory()) this.#enter(entryName, path);
      else if (entry.isSymbolicLink()) this.#links.push({ name: entryName, path, folder: real });
      else if (entry.isFile() && isManifest(entry.name, templates)) this.#take(entryName, path, false);
    }
  }

  #enter(name: string, real: string): void {
    if (SKIPPED.has(basename(name))) return;
    try {
      this.#folder(name, real, readdirSync(real, { withFileTypes: true }));
    } catch (error) {
      this.unreadable.push({ name, reason: reasonOf(error) });
    }
  }

  #follow(name: string, path: string, folder: string): void {
    const manifest = isManifest(basename(name), IN_TEMPLATES.test(folder));
    try {
      const real = locate(path);
      const stat = statSync(real);
      if (stat.isDirectory()) {
        if (folder !== real && !folder.startsWith(join(real, sep))) this.#enter(name, real);
      } else if (stat.isFile() && manifest) {
        this.#take(name, real, false);
      }
    } catch (error) {
      // A broken link without an extension may have been a folder of manifests; `README.md` was none.
      if (manifest || extname(name) === '') this.unreadable.push({ name, reason: reasonOf(error) });
    }
  }

  #take(name: string, path: string | null, named: boolean): void {
    const key = path ?? STDIN;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.sources.push({ name, path, named });
  }
}

/** The real path; a pipe such as `/dev/fd/63` has none and is read under the name it was given. */
function locate(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (dirname(path) === '/dev/fd' || dirname(path) === '/proc/self/fd') return path;
    throw error;
  }
}

function isManifest(name: string, inTemplates: boolean): boolean {
  return MANIFEST.test(name) || (inTemplates && TEMPLATE.test(name));
}
