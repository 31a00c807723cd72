// The API servers that the suites ask: which releases, and one started for a test.
import { type TestContext } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ApiServer, type StartOptions, startApiServer } from '../server/start';

export const projectRoot = join(__dirname, '..', '..', '..');

/** Every release that some machine judges by; where one is not there, its tests are skipped with the reason. */
export const RELEASES = ['1.36', '1.32'] as const;

interface Binaries {
  readonly apiserver: string;
  readonly etcd: string;
}

interface ApiServerScript {
  judgedVersions(): readonly string[];
  ensureApiServer(options: {
    version: string;
    log: (line: string) => void;
  }): Promise<Binaries | { readonly skip: string }>;
}

/**
 * A started server that ends with the test; undefined when the test was skipped. In CI a Linux machine has to have what
 * it takes: there it fails instead.
 */
export async function judgeFor(
  t: TestContext,
  version: string,
  options: Pick<StartOptions, 'everything'>,
): Promise<ApiServer | undefined> {
  const binaries = await find(version, line => t.diagnostic(line));
  if ('skip' in binaries) {
    if (process.platform === 'linux' && process.env['CI'] && process.env['CI'] !== 'false')
      throw new Error(binaries.skip);
    t.skip(binaries.skip);
    return undefined;
  }
  const server = await startApiServer({ ...binaries, ...options, log: line => t.diagnostic(`${version} ${line}`) });
  t.after(() => server.stop());
  return server;
}

async function find(version: string, log: (line: string) => void): Promise<Binaries | { readonly skip: string }> {
  const script = pathToFileURL(join(projectRoot, 'scripts', 'apiserver.mjs')).href;
  const { judgedVersions, ensureApiServer } = (await import(script)) as ApiServerScript;
  if (!judgedVersions().includes(version)) {
    return {
      skip: `kube-apiserver ${version} joins in CI; node scripts/apiserver.mjs --version ${version} builds it here`,
    };
  }
  return ensureApiServer({ version, log });
}
