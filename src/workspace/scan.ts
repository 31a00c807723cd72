/**
 * Reads a workspace into the index: a walk over folders, then files a few at a time, with a pause for the window whenever
 * a moment has passed. What did not change since the last time is not read again. Knows no VS Code: files are handed in.
 */
import { message, type Message } from '../core/model/message';
import { type Analysed, hashOf, type Interner, judged, type Judged } from './entry';
import { type PathFilter } from './filter';
import { type WorkspaceIndex } from './index';
import { type IndexedFile, type Stamp } from './model';

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/** The few things asked of a file system; each may fail at any time. Addresses are strings. */
export interface Files {
  list(folder: string): Promise<readonly FolderEntry[]>;
  stamp(file: string): Promise<Stamp>;
  read(file: string): Promise<Uint8Array>;
  child(folder: string, name: string): string;
}

/** One folder of the workspace. */
export interface Root {
  readonly uri: string;
  /** In front of labels where the workspace has several folders, else "". */
  readonly prefix: string;
  readonly filter: PathFilter;
  /** Bytes from which a file is skipped. */
  readonly limit: number;
}

export interface Found {
  readonly uri: string;
  /** Relative to its root. */
  readonly path: string;
  readonly root: Root;
}

/** Something that was left out, and why. */
export interface Skipped {
  readonly label: string;
  readonly reason: Message;
}

export interface ScanHost {
  readonly files: Files;
  readonly index: WorkspaceIndex;
  readonly interner: Interner;
  /** The core is loaded only when the first file asks for it. Null: the file is none of ours (a setting says so). */
  analyse(found: Found, text: string): Promise<Analysed | null>;
  /** A file whose text is in an editor is that editor's business. */
  isOpen(uri: string): boolean;
  /** Lets the window do its work. */
  pause(): Promise<void>;
  now(): number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Set `cancelled` to stop; what is done by then stays, and the next scan goes on from there. */
export interface Cancellation {
  cancelled: boolean;
}

const AT_ONCE = 16;
/** Milliseconds of work between two pauses. */
const MOMENT = 12;
const DEPTH = 64;

/** Every candidate below the roots (or below one folder of a root), in order, and every folder or link that was left out although it may hold one. */
export async function walk(
  roots: readonly Root[],
  files: Files,
  cancellation: Cancellation,
  from?: { readonly uri: string; readonly path: string },
): Promise<{ readonly found: readonly Found[]; readonly skipped: readonly Skipped[] }> {
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  const enter = async (root: Root, uri: string, path: string, depth: number): Promise<void> => {
    if (cancellation.cancelled) return;
    const label = labelOf(root, path === '' ? '.' : path);
    if (depth > DEPTH) return void skipped.push({ label, reason: message('workspace.skipped.deep') });
    let entries: readonly FolderEntry[];
    try {
      entries = await files.list(uri);
      const ignore = entries.find(({ name, kind }) => name === '.gitignore' && kind === 'file');
      if (ignore) root.filter.learn(path, new TextDecoder().decode(await files.read(files.child(uri, ignore.name))));
    } catch {
      skipped.push({ label, reason: message('workspace.skipped.folder') });
      return;
    }
    const folders: { uri: string; path: string }[] = [];
    for (const { name, kind } of entries) {
      const below = path === '' ? name : `${path}/${name}`;
      const child = files.child(uri, name);
      if (kind === 'folder') {
        if (root.filter.entersFolder(below)) folders.push({ uri: child, path: below });
      } else if (kind === 'file') {
        if (root.filter.acceptsFile(below)) found.push({ uri: child, path: below, root });
      } else if (root.filter.acceptsFile(below) || (!name.includes('.') && root.filter.entersFolder(below))) {
        skipped.push({ label: labelOf(root, below), reason: message('workspace.skipped.link') });
      }
    }
    await eachOf(folders, AT_ONCE, folder => enter(root, folder.uri, folder.path, depth + 1));
  };
  for (const root of roots) await enter(root, from?.uri ?? root.uri, from?.path ?? '', 0);
  return { found, skipped };
}

/** Brings the index up to date for these files. Never rejects for what a file or a file system does. */
export class Scanner {
  readonly #host: ScanHost;
  #since = 0;

  constructor(host: ScanHost) {
    this.#host = host;
  }

  /** Tells progress about every moment; answers how many files were read. */
  async run(
    list: readonly Found[],
    cancellation: Cancellation,
    progress: (progress: Progress) => void = () => {},
  ): Promise<number> {
    let done = 0;
    let read = 0;
    this.#since = this.#host.now();
    await eachOf(list, AT_ONCE, async found => {
      if (cancellation.cancelled) return;
      if (await this.#one(found)) read += 1;
      done += 1;
      if (this.#host.now() - this.#since < MOMENT) return;
      progress({ done, total: list.length });
      await this.#host.pause();
      this.#since = this.#host.now();
    });
    return read;
  }

  /** True when the file was read. */
  async #one(found: Found): Promise<boolean> {
    const { files, index, isOpen } = this.#host;
    const { uri } = found;
    if (isOpen(uri)) return false;
    const before = index.get(uri);
    let stamp: Stamp;
    try {
      stamp = await files.stamp(uri);
    } catch {
      // Between the walk and now it has gone: that is no news about the workspace.
      index.delete(uri);
      return false;
    }
    if (before?.stamp?.mtime === stamp.mtime && before.stamp.size === stamp.size) return false;
    if (stamp.size > found.root.limit) {
      const args = { size: Math.ceil(stamp.size / 1024), limit: Math.floor(found.root.limit / 1024) };
      this.#skip(found, stamp, message('workspace.skipped.size', args));
      return false;
    }
    try {
      const bytes = await files.read(uri);
      if (!isOpen(uri)) await this.#take(found, stamp, bytes);
    } catch {
      this.#skip(found, stamp, message('workspace.skipped.file'));
    }
    return true;
  }

  async #take(found: Found, stamp: Stamp, bytes: Uint8Array): Promise<void> {
    const { index, interner, analyse } = this.#host;
    // Asked of the bytes: most files of a workspace are never turned into text.
    if (!holdsWord(bytes)) return this.#set(found, stamp, NOTHING, null);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return this.#skip(found, stamp, message('workspace.skipped.notText'));
    }
    const before = index.get(found.uri);
    const hash = hashOf(text);
    // A branch switched to and back: the time is new, the text is not.
    if (before?.hash === hash) return index.set({ ...before, stamp });
    const analysis = await analyse(found, text);
    this.#set(found, stamp, analysis === null ? { ...NOTHING, hash } : judged(text, analysis, interner), null);
  }

  #skip(found: Found, stamp: Stamp, reason: Message): void {
    this.#set(found, stamp, NOTHING, reason);
  }

  #set(found: Found, stamp: Stamp, what: Judged, skipped: Message | null): void {
    const label = labelOf(found.root, found.path);
    const file: IndexedFile = { uri: found.uri, label, stamp, skipped, ...what };
    this.#host.index.set(file);
  }
}

export function labelOf(root: Root, path: string): string {
  return root.prefix === '' ? path : `${root.prefix}/${path}`;
}

const NOTHING: Judged = { hash: 0, documents: [], ignored: 0, problems: [], path: [], usedIgnores: [] };
const WORD = [...'apiVersion'].map(character => character.charCodeAt(0));

/** Whether `apiVersion` stands somewhere: native search over the rarest of its letters. */
function holdsWord(bytes: Uint8Array): boolean {
  const V = WORD.indexOf('V'.charCodeAt(0));
  for (let at = bytes.indexOf(WORD[V]!); at >= 0; at = bytes.indexOf(WORD[V]!, at + 1)) {
    if (WORD.every((code, index) => bytes[at - V + index] === code)) return true;
  }
  return false;
}

/** One item after the other, with a pause whenever a moment has passed: a file may hold hundreds of documents. */
export async function inMoments<T, R>(
  items: readonly T[],
  pause: () => Promise<void>,
  work: (item: T) => R,
): Promise<R[]> {
  const results: R[] = [];
  let since = performance.now();
  for (const item of items) {
    results.push(work(item));
    if (performance.now() - since < MOMENT) continue;
    await pause();
    since = performance.now();
  }
  return results;
}

/** Runs `work` for each item, so many at a time, in order of start. */
async function eachOf<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
