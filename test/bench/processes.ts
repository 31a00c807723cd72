/** Whole programs measured from outside: the scan, a bare reader of the same files, a peer, an activation. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Samples, summarise } from './figures';

/** Reads every file that a scan would open, and does nothing with it. */
export const READER = `
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

/** Run before a program of Node's: tells its CPU time at the end. */
const CPU_HOOK =
  'data:text/javascript,' +
  encodeURIComponent(
    `import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(2, 'cpu=' + (user + system) / 1000); });`,
  );

/** A program that is started again and again. */
export class Program {
  readonly #command: string;
  readonly #args: readonly string[];
  readonly #wall: number[] = [];
  readonly #cpu: number[] = [];
  stdout = '';

  constructor(command: string, args: readonly string[]) {
    this.#command = command;
    this.#args = command === process.execPath ? ['--import', CPU_HOOK, ...args] : args;
  }

  run(): void {
    const start = performance.now();
    const { error, stdout, stderr } = spawnSync(this.#command, this.#args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    this.#wall.push(performance.now() - start);
    if (error) throw error;
    this.#cpu.push(Number(/cpu=([\d.]+)/.exec(stderr)?.[1] ?? Number.NaN));
    this.stdout = stdout;
  }

  /** Milliseconds of the whole process, start-up included; the first run only warmed the disk's cache. */
  get wall(): Samples {
    return summarise(this.#wall.slice(1));
  }

  /** CPU milliseconds; NaN for what is no program of Node's. */
  get cpu(): Samples {
    return summarise(this.#cpu.slice(1));
  }
}

/** Runs the programs in turn, so that what else the machine does falls on all of them alike. */
export function takeTurns(programs: readonly Program[], runs: number): void {
  for (let run = 0; run <= runs; run++) for (const program of programs) program.run();
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
