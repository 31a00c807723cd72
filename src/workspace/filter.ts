/** Which files of a workspace folder are looked at. Knows no VS Code. */
import { GitIgnore } from './gitignore';

const MANIFEST = /\.(?:ya?ml|json)$/i;
const TEMPLATE = /\.tpl$/i;
/** As the command line: what package managers and Git keep is nobody's manifest. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** A pattern that leaves something out: of the editor's settings or of `.kube-upgrade.yaml`. */
export type Excluded = (path: string) => boolean;

/** Whether a file may hold a manifest, by its name and the folder it lies in (`path` relative to the workspace folder). */
export function isCandidate(path: string): boolean {
  return MANIFEST.test(path) || (TEMPLATE.test(path) && /(?:^|\/)templates\//.test(path));
}

/** Answers for one workspace folder; learns the `.gitignore` files that the walk meets. */
export class PathFilter {
  readonly #excluded: Excluded;
  readonly #ignores = new Map<string, GitIgnore>();

  constructor(excluded: Excluded) {
    this.#excluded = excluded;
  }

  /** `folder` is relative, "" for the workspace folder itself. */
  learn(folder: string, text: string): void {
    this.#ignores.set(folder, new GitIgnore(text));
  }

  /** Asked on the way down: the folders above are accepted already. */
  entersFolder(path: string): boolean {
    return !NEVER.has(nameOf(path)) && !this.#leftOut(path, true);
  }

  acceptsFile(path: string): boolean {
    return isCandidate(path) && !this.#leftOut(path, false);
  }

  /** The same for a path that comes from elsewhere than the walk: every folder above is asked too. */
  accepts(path: string): boolean {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (!this.entersFolder(path.slice(0, slash))) return false;
    }
    return this.acceptsFile(path);
  }

  #leftOut(path: string, isFolder: boolean): boolean {
    if (this.#excluded(path)) return true;
    if (this.#ignores.size === 0) return false;
    // The nearest file that says something decides.
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const verdict = this.#ignores
        .get(folder)
        ?.verdict(folder === '' ? path : path.slice(folder.length + 1), isFolder);
      if (verdict !== undefined && verdict !== null) return verdict;
      if (folder === '') return false;
    }
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
