/** A file system in memory that can fail in every way, and an index filled from it by the real scan. */
import { FileAnalyser } from '../../../src/core/fileAnalyser';
import { type Context } from '../../../src/core/model/context';
import { detectSyntax } from '../../../src/core/yaml/split';
import { Interner } from '../../../src/workspace/entry';
import { PathFilter } from '../../../src/workspace/filter';
import { WorkspaceIndex } from '../../../src/workspace/index';
import { type Cancellation, type Files, type FolderEntry, type Root, Scanner, walk } from '../../../src/workspace/scan';
import { usual } from '../core/support';

export const BASE = 'test://w';

export class MemoryFiles implements Files {
  readonly texts = new Map<string, { text: string; mtime: number }>();
  readonly links = new Set<string>();
  readonly denied = new Set<string>();
  /** Sizes that are stated without a text behind them. */
  readonly sizes = new Map<string, number>();
  reads: string[] = [];
  #clock = 1;

  write(path: string, text: string): void {
    this.texts.set(path, { text, mtime: this.#clock++ });
  }

  child(folder: string, name: string): string {
    return `${folder}/${encodeURIComponent(name)}`;
  }

  async list(folder: string): Promise<readonly FolderEntry[]> {
    const path = pathOf(folder);
    this.#fail(path);
    const entries = new Map<string, FolderEntry['kind']>();
    const prefix = path === '' ? '' : `${path}/`;
    for (const name of [...this.texts.keys(), ...this.links]) {
      if (!name.startsWith(prefix)) continue;
      const [first, ...rest] = name.slice(prefix.length).split('/');
      entries.set(first!, rest.length > 0 ? 'folder' : this.links.has(name) ? 'link' : 'file');
    }
    return [...entries].map(([name, kind]) => ({ name, kind }));
  }

  async stamp(file: string): Promise<{ mtime: number; size: number }> {
    const path = pathOf(file);
    this.#fail(path, true);
    const found = this.texts.get(path);
    if (found === undefined) throw new Error('gone');
    return { mtime: found.mtime, size: this.sizes.get(path) ?? found.text.length };
  }

  async read(file: string): Promise<Uint8Array> {
    const path = pathOf(file);
    this.reads.push(path);
    this.#fail(path);
    const found = this.texts.get(path);
    if (found === undefined) throw new Error('gone');
    return new Uint8Array(Buffer.from(found.text, found.text.startsWith('\u00ff') ? 'latin1' : 'utf8'));
  }

  #fail(path: string, stat = false): void {
    if (this.denied.has(path) && !stat) throw new Error('permission');
  }
}

export interface World {
  readonly files: MemoryFiles;
  readonly index: WorkspaceIndex;
  readonly open: Set<string>;
  analysed: number;
  scan(options?: { cancellation?: Cancellation; context?: Context; progress?: () => void }): Promise<readonly string[]>;
}

/** `scan` answers the labels that were left out, with the reason's key. */
export function world(
  files: Readonly<Record<string, string>>,
  excluded: (path: string) => boolean = () => false,
): World {
  const memory = new MemoryFiles();
  for (const [path, text] of Object.entries(files)) memory.write(path, text);
  const index = new WorkspaceIndex();
  const interner = new Interner();
  const open = new Set<string>();
  const made: World = {
    files: memory,
    index,
    open,
    analysed: 0,
    async scan({ cancellation = { cancelled: false }, context = usual, progress = () => {} } = {}) {
      const root: Root = { uri: BASE, prefix: '', filter: new PathFilter(excluded), limit: 100_000 };
      const { found, skipped } = await walk([root], memory, cancellation);
      const known = new Set(found.map(({ uri }) => uri));
      if (!cancellation.cancelled) for (const { uri } of [...index.files()]) if (!known.has(uri)) index.delete(uri);
      const scanner = new Scanner({
        files: memory,
        index,
        interner,
        async analyse(one, text) {
          made.analysed += 1;
          const analysis = new FileAnalyser().analyse(text, detectSyntax(one.path, text), context);
          return { analysis, path: context.target.path, config: null };
        },
        isOpen: uri => open.has(pathOf(uri)),
        pause: async () => {},
        now: () => performance.now(),
      });
      await scanner.run(found, cancellation, progress);
      return [
        ...skipped.map(({ label, reason }) => `${label} ${reason.key}`),
        ...[...index.files()].flatMap(({ label, skipped: reason }) => (reason ? [`${label} ${reason.key}`] : [])),
      ].sort();
    },
  };
  return made;
}

export function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice(BASE.length + 1));
}

export function uriOf(path: string): string {
  return `${BASE}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

export function manifest(apiVersion: string, kind: string, name: string, namespace?: string): string {
  const where = namespace === undefined ? '' : `  namespace: ${namespace}\n`;
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${where}`;
}
