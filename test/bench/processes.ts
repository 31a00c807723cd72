/** Whole programs measured from outside: the scan, a bare reader of the same files, a peer, an activation. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Samples, summarise } from './figures';

export interface Timed extends Samples {
  readonly stdout: string;
}

/** Reads every file that a scan would open, and does nothing with it. */
const READER = `
const { readdirSync, readFileSync } = require('node:fs');
let bytes = 0;
const walk = folder => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name;
    if (entry.isDirectory()) walk(path);
    else if (/\\.(?:ya?ml|json|tpl)$/.test(entry.name)) bytes += readFileSync(path).length;
  }
};
walk(process.argv[1]);
console.log(bytes);
`;

/** A stub of the editor's API: enough to activate, and nothing that takes time. */
const ACTIVATION = `
const Module = require('node:module');
const any = () => new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === Symbol.iterator ? [][Symbol.iterator] : key === 'then' ? undefined : key === 'textDocuments' ? [] : any()),
  apply: () => any(),
  construct: () => any(),
});
const stub = any();
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? stub : load(name, ...rest));
const before = process.cpuUsage();
const start = performance.now();
const { activate } = require(process.argv[1]);
const loaded = performance.now();
activate({ extensionUri: stub, subscriptions: [], globalState: stub, workspaceState: stub });
const end = performance.now();
const cpu = process.cpuUsage(before);
console.log(JSON.stringify({ load: loaded - start, activate: end - loaded, cpu: (cpu.user + cpu.system) / 1000 }));
`;

export interface Activation {
  readonly load: number;
  readonly activate: number;
  readonly cpu: number;
}

/** Wall-clock milliseconds of a whole process, start-up included, over several runs after one that warms the disk cache. */
export function timeProcess(command: string, args: readonly string[], runs: number, cwd?: string): Timed {
  const samples: number[] = [];
  let stdout = '';
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    const result = spawnSync(command, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      ...(cwd !== undefined && { cwd }),
    });
    const spent = performance.now() - start;
    if (result.error) throw result.error;
    if (run > 0) samples.push(spent);
    stdout = result.stdout;
  }
  return { ...summarise(samples), stdout };
}

export function timeReader(folder: string, runs: number): Timed {
  return timeProcess(process.execPath, ['-e', READER, folder], runs);
}

export function timeNothing(runs: number): Timed {
  return timeProcess(process.execPath, ['-e', ''], runs);
}

/** The median of fresh processes, each of which loads and activates the bundle once. */
export function timeActivation(root: string, runs: number): Activation {
  const seen = Array.from({ length: runs }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', ACTIVATION, join(root, 'dist', 'extension.js')], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as Activation;
  });
  const median = (of: (one: Activation) => number): number => summarise(seen.map(of)).median;
  return { load: median(one => one.load), activate: median(one => one.activate), cpu: median(one => one.cpu) };
}
