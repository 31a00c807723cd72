// Entry of an integration suite in the web worker host. Webpack makes one file of it for each suite and replaces
// `suite-files` by the suite's *.web.test.js files, because a worker can load only one file.
import { reportTo, type RunnerLike } from './report';

interface BrowserMocha {
  setup(options: { ui: 'bdd'; timeout: number; reporter: unknown }): void;
  run(done: (failures: number) => void): RunnerLike;
}

/** Runs the bundled suite; rejects when a test failed. */
export async function run(): Promise<void> {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  if (process?.versions?.node) throw new Error('this suite is meant for the web worker host, but runs in Node');
  // Mocha's browser build takes the page's address for its options; a worker may have none.
  const scope = globalThis as { location?: { search?: string } };
  scope.location ??= { search: '' };
  await import('mocha/mocha.js');
  const { mocha } = globalThis as unknown as { mocha: BrowserMocha };
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: Silent });
  // After setup, because the files use describe and it as globals.
  await import('suite-files');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run(failures => (failures ? reject(new Error(`${failures} failed`)) : resolve()));
    reportTo(runner, line => console.log(line));
  });
}

/** Mocha wants a reporter; ours listens from outside. */
class Silent {}
