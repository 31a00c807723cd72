// A TLS server that answers as a test says, for what a real API server will not do; and clients for it.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { type AddressInfo } from 'node:net';
import { type Duplex } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext } from 'node:test';
import { openAccess } from '../../../src/cluster/credentials';
import { ApiClient, type HttpLimits } from '../../../src/cluster/http';
import { readKubeconfig } from '../../../src/cluster/kubeconfig';
import { ClusterFailure, toFailure } from '../../../src/cluster/failure';

export const tls = (name: string): string =>
  readFileSync(join(__dirname, '..', '..', '..', '..', 'test', 'fixtures', 'tls', name), 'utf8');
export const base64 = (text: string): string => Buffer.from(text).toString('base64');

export type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

export interface StandIn {
  readonly url: string;
  readonly port: number;
  /** Connections accepted so far. */
  readonly connections: () => number;
}

export async function standIn(t: TestContext, answer: Answerer, options: ServerOptions = {}): Promise<StandIn> {
  const server = createServer({ key: tls('key.pem'), cert: tls('server.pem'), ...options }, answer);
  const sockets = new Set<Duplex>();
  let accepted = 0;
  server.on('connection', socket => {
    accepted += 1;
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, port, connections: () => accepted };
}

export async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kube-upgrade-unit-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

export interface Entry {
  readonly cluster?: Readonly<Record<string, unknown>>;
  readonly user?: Readonly<Record<string, unknown>>;
}

/** A client as the product makes it from a kubeconfig with one context. */
export async function clientFor(
  t: TestContext,
  server: string,
  entry: Entry = {},
  limits: Partial<HttpLimits> = {},
  exec: { readonly timeoutMs?: number; readonly extraPath?: readonly string[]; readonly signal?: AbortSignal } = {},
): Promise<ApiClient> {
  const path = join(await folder(t), 'config');
  const cluster = { server, 'certificate-authority-data': base64(tls('ca.pem')), ...entry.cluster };
  const document = {
    clusters: [{ name: 'c', cluster }],
    users: [{ name: 'u', user: entry.user ?? {} }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  };
  await writeFile(path, JSON.stringify(document));
  const chosen = (await readKubeconfig({ path })).choose(null);
  const access = await openAccess(chosen, {
    execTimeoutMs: exec.timeoutMs ?? 10_000,
    extraPath: exec.extraPath ?? [],
    signal: exec.signal ?? new AbortController().signal,
  });
  const client = new ApiClient(access, 'test-agent', limits);
  t.after(() => client.close());
  return client;
}

export const never = new AbortController().signal;

/** The failure that a promise ends with; an answer instead is the test's failure. */
export async function failure(promise: Promise<unknown>): Promise<ClusterFailure> {
  let answer: unknown;
  try {
    answer = await promise;
  } catch (error) {
    if (error instanceof ClusterFailure) return error;
    throw toFailure(error);
  }
  throw new Error(`answered ${JSON.stringify(answer)}`);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
