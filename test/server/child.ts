// One program of the test control plane: its output in a file, and its end bound to ours, however we end.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * The shell ends the program as soon as its own standard input closes, which happens even when this process is killed.
 * Nothing the program holds outlives a test, so it gets no time to say goodbye.
 */
const KEEPER =
  'exec 3<&0; "$@" </dev/null 3<&- & pid=$!; (cat <&3 >/dev/null; kill -KILL $pid) 2>/dev/null & wait $pid';

/** A program that runs until `stop`, or until this process ends. */
export class Child {
  readonly #process: ChildProcess;
  readonly #logFile: string;
  readonly #ended: Promise<void>;
  #exit: string | undefined;

  constructor(
    readonly name: string,
    command: readonly string[],
    logFile: string,
  ) {
    this.#logFile = logFile;
    const log = openSync(logFile, 'a');
    this.#process = spawn('sh', ['-c', KEEPER, name, ...command], { stdio: ['pipe', log, log] });
    closeSync(log);
    this.#ended = new Promise(resolve => {
      this.#process.once('exit', (code, signal) => {
        this.#exit = code === null ? `ended by ${signal}` : `ended with status ${code}`;
        resolve();
      });
      this.#process.once('error', error => {
        this.#exit = error.message;
        resolve();
      });
    });
    // Closing our side may find the other end gone already.
    this.#process.stdin?.on('error', () => undefined);
  }

  /** How it ended; undefined while it runs. */
  get exit(): string | undefined {
    return this.#exit;
  }

  /** The last lines that it printed, for a message. */
  async tail(lines = 20): Promise<string> {
    const text = await readFile(this.#logFile, 'utf8').catch(() => '');
    return text.trimEnd().split('\n').slice(-lines).join('\n');
  }

  async stop(): Promise<void> {
    this.#process.stdin?.end();
    await this.#ended;
  }
}
