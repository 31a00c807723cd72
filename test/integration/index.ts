// Entry of every integration suite in the Node extension host: loads the *.test.js files of one folder into mocha.
// `TEST_GREP` in the environment narrows the run to matching titles.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { encodeResult } from '../host/results';
import { describe, reportTo, type RunnerLike } from './report';

/** Runs one compiled suite; rejects when a test failed. */
export async function run(folder: string): Promise<void> {
  const print = (line: string) => console.log(line);
  const grep = process.env['TEST_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    color: false,
    reporter: Silent as unknown as Mocha.ReporterConstructor,
    ...(grep ? { grep } : {}),
  });
  try {
    for (const name of readdirSync(folder)
      .filter(name => name.endsWith('.test.js'))
      .sort())
      mocha.addFile(join(folder, name));
    await mocha.loadFilesAsync();
  } catch (error) {
    print(encodeResult({ title: 'the suite loads', state: 'failed', detail: describe(error) }));
    throw error;
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run(failures => (failures ? reject(new Error(`${failures} failed`)) : resolve()));
    reportTo(runner as RunnerLike, print);
  });
}

/** Mocha wants a reporter; ours listens from outside, so that node and web report through the same code. */
class Silent {}
