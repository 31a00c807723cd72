/** A process of its own that indexes a workspace as the editor does: the first scan, a branch switch, other targets, memory. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  analyse,
  type CatalogData,
  type Context,
  createCatalog,
  detectSyntax,
  resolveTarget,
  splitDocuments,
  verdict,
} from '../../src/core';
import { compareTargets } from '../../src/workspace/compare';
import { Interner } from '../../src/workspace/entry';
import { PathFilter } from '../../src/workspace/filter';
import { WorkspaceIndex } from '../../src/workspace/index';
import { type Files, inMoments, type Root, Scanner, walk } from '../../src/workspace/scan';

export interface Indexed {
  readonly files: number;
  readonly objects: number;
  readonly findings: number;
  /** Milliseconds of the walk and the first scan, by the clock and of CPU. */
  readonly first: number;
  readonly firstCpu: number;
  /** The longest time without a pause for the window. */
  readonly longest: number;
  /** Milliseconds of CPU for `touched` files that a branch switch changed. */
  readonly switchedCpu: number;
  readonly touched: number;
  /** Milliseconds for three other targets over the index. */
  readonly compared: number;
  /** Megabytes of the heap that the index holds. */
  readonly heap: number;
}

const disk: Files = {
  list: async folder =>
    (await readdir(folder, { withFileTypes: true })).map(entry => ({
      name: entry.name,
      kind: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : 'file',
    })),
  stamp: async file => {
    const { mtimeMs, size } = await stat(file);
    return { mtime: mtimeMs, size };
  },
  read: readFile,
  child: (folder, name) => `${folder}/${name}`,
};

async function measure(root: string, folder: string): Promise<Indexed> {
  const data = JSON.parse(readFileSync(join(root, 'dist', 'data', 'kubernetes.json'), 'utf8')) as CatalogData;
  const catalog = createCatalog(data);
  const contextFor = (version: string): Context => ({
    target: resolveTarget({ targetVersion: version, currentVersion: 'auto', provider: 'generic' }, catalog)!,
    settings: { severity: {} },
    catalog,
    today: '2026-06-15',
  });
  const context = contextFor('1.31');
  const before = heap();
  const index = new WorkspaceIndex();
  let last = performance.now();
  let longest = 0;
  const pause = async (): Promise<void> => {
    longest = Math.max(longest, performance.now() - last);
    await new Promise(resolve => setTimeout(resolve, 0));
    last = performance.now();
  };
  const scanner = new Scanner({
    files: disk,
    index,
    interner: new Interner(),
    async analyse({ path }, text) {
      const documents = await inMoments(splitDocuments(text, detectSyntax(path, text)), pause, slice => ({
        slice,
        analysis: analyse(slice, context),
      }));
      return { analysis: { documents }, path: context.target.path, config: null };
    },
    isOpen: () => false,
    pause,
    now: () => performance.now(),
  });
  const roots: Root[] = [{ uri: folder, prefix: '', filter: new PathFilter(() => false), limit: 2048 * 1024 }];
  const running = { cancelled: false };
  const cpuBegan = process.cpuUsage();
  const began = performance.now();
  const { found } = await walk(roots, disk, running);
  last = performance.now();
  await scanner.run(found, running);
  const first = performance.now() - began;
  const firstCpu = cpuSince(cpuBegan);

  const touched = found.filter((_, at) => at % Math.ceil(found.length / 200) === 1);
  for (const { uri } of touched) writeFileSync(uri, `# another branch\n${readFileSync(uri, 'utf8')}`);
  const switchBegan = process.cpuUsage();
  await scanner.run(touched, running);
  const switchedCpu = cpuSince(switchBegan);

  const contexts = ['1.32', '1.33', '1.34'].map(contextFor);
  const compareBegan = performance.now();
  compareTargets(index.files(), contexts, {
    stateOf(apiVersion, kind, target) {
      const entry = catalog.find(apiVersion, kind);
      if (entry === undefined) return null;
      const { state } = verdict(entry, target, catalog);
      return state === 'removed' || state === 'removal-expected'
        ? 'removed'
        : state === 'deprecated'
          ? state
          : 'served';
    },
    findings: (slice, other) => analyse(slice, other).findings,
  });
  const compared = performance.now() - compareBegan;
  const { files, objects, error, warning, information, hint } = index.totals();
  const findings = error + warning + information + hint;
  return {
    files,
    objects,
    findings,
    first,
    firstCpu,
    longest,
    switchedCpu,
    touched: touched.length,
    compared,
    heap: heap() - before,
  };
}

function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

if (require.main === module) {
  const [root, folder] = process.argv.slice(2);
  void measure(root!, folder!).then(result => console.log(JSON.stringify(result)));
}
