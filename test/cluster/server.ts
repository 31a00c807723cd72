// One real API server for a file of tests, a kubeconfig for it, and what its audit log says of a run.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { collectFrom, type ConnectOptions, type Snapshot } from '../../src/cluster';
import { type ApiServer, startApiServer } from '../server/start';

const projectRoot = join(__dirname, '..', '..', '..');

interface ApiServerScript {
  ensureApiServer(options: {
    version: string;
    log: (line: string) => void;
  }): Promise<{ readonly apiserver: string; readonly etcd: string } | { readonly skip: string }>;
}

export interface TestCluster {
  readonly server: ApiServer;
  /** A new folder of the test's own. */
  readonly folder: string;
  kubeconfig(change?: Kubeconfig): Promise<string>;
  collect(options?: Partial<ConnectOptions> & { readonly path?: string }): Promise<Snapshot>;
  audit(userAgent: string): Promise<readonly AuditLine[]>;
  stop(): Promise<void>;
}

export interface Kubeconfig {
  readonly server?: string;
  readonly cluster?: Readonly<Record<string, unknown>>;
  readonly user?: Readonly<Record<string, unknown>>;
}

export interface AuditLine {
  readonly verb: string;
  readonly requestURI: string;
  readonly userAgent: string;
}

/** Undefined with the reason where the machine has no server; in CI that throws. */
export async function startCluster(version = '1.36'): Promise<TestCluster | { readonly skip: string }> {
  const script = pathToFileURL(join(projectRoot, 'scripts', 'apiserver.mjs')).href;
  const { ensureApiServer } = (await import(script)) as ApiServerScript;
  const binaries = await ensureApiServer({ version, log: () => {} });
  if ('skip' in binaries) {
    if (process.platform === 'linux' && process.env['CI'] && process.env['CI'] !== 'false')
      throw new Error(binaries.skip);
    return binaries;
  }
  const folder = await mkdtemp(join(tmpdir(), 'kube-upgrade-cluster-'));
  const auditLog = join(folder, 'audit.log');
  const server = await startApiServer({ ...binaries, auditLog });
  let made = 0;
  const kubeconfig = async (change: Kubeconfig = {}): Promise<string> => {
    const path = join(folder, `config-${(made += 1)}`);
    const cluster = {
      server: change.server ?? server.url,
      'certificate-authority-data': Buffer.from(server.ca).toString('base64'),
      ...change.cluster,
    };
    await writeFile(
      path,
      JSON.stringify({
        clusters: [{ name: 'c', cluster }],
        users: [{ name: 'u', user: change.user ?? { token: server.adminToken } }],
        contexts: [{ name: 'test', context: { cluster: 'c', user: 'u' } }],
        'current-context': 'test',
      }),
    );
    return path;
  };
  return {
    server,
    folder,
    kubeconfig,
    collect: async ({ path, ...options } = {}) =>
      collectFrom({
        kubeconfig: { path: path ?? (await kubeconfig()) },
        context: null,
        version: 'test',
        signal: new AbortController().signal,
        ...options,
      }),
    audit: async userAgent => {
      // The log is written behind the answers.
      await pause(300);
      const lines = (await readFile(auditLog, 'utf8')).trim().split('\n');
      return lines.map(line => JSON.parse(line) as AuditLine).filter(line => line.userAgent === userAgent);
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
