// A kube-apiserver with its etcd on free loopback ports and in a folder of its own: real admission, RBAC, discovery and
// warnings. No kubelet, scheduler or controller: what they would make, a test creates.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Child } from './child';
import { type Answer, Client, type RequestOptions } from './client';

export interface StartOptions {
  /** Paths of the two binaries, as scripts/apiserver.mjs gives them. */
  readonly apiserver: string;
  readonly etcd: string;
  /** Serve every API and switch every feature on, alpha ones included. */
  readonly everything?: boolean;
  /** Minor to serve like, such as "1.33"; its warnings stay those of the binary. */
  readonly emulatedVersion?: string;
  /** File to write the audit log to, metadata of every request, one JSON object a line. */
  readonly auditLog?: string;
  readonly log?: (line: string) => void;
}

export interface ApiServer {
  /** `https://127.0.0.1:PORT` */
  readonly url: string;
  /** Certificates to trust, PEM. */
  readonly ca: string;
  /** A member of system:masters. */
  readonly adminToken: string;
  /** A user without any rights of its own. */
  readonly viewerToken: string;
  /** Asks as admin unless another token is given. */
  readonly request: (method: string, path: string, body?: unknown, options?: RequestOptions) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

const ADMIN_TOKEN = 'admin-token';
const VIEWER_TOKEN = 'viewer-token';
const READY_WITHIN_MS = 90_000;
const ATTEMPTS = 3;

/** Starts both and waits until the server says that it is ready. Stops with this process at the latest. */
export async function startApiServer(options: StartOptions): Promise<ApiServer> {
  const started = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const server = await startOnce(options);
      options.log?.(`kube-apiserver: ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
      return server;
    } catch (error) {
      // Between finding a free port and using it, somebody else may take it.
      if (attempt === ATTEMPTS || !/address already in use/.test(String(error))) throw error;
    }
  }
}

async function startOnce(options: StartOptions): Promise<ApiServer> {
  const home = await mkdtemp(join(tmpdir(), 'kube-upgrade-apiserver-'));
  const children: Child[] = [];
  let client: Client | undefined;
  const stop = async (): Promise<void> => {
    client?.close();
    for (const child of [...children].reverse()) await child.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    const [etcdPort, peerPort, port] = await freePorts(3);
    const etcdUrl = `http://127.0.0.1:${etcdPort}`;
    const etcd = new Child('etcd', etcdCommand(options.etcd, home, etcdUrl, peerPort ?? 0), join(home, 'etcd.log'));
    children.push(etcd);
    const command = await apiServerCommand(options, home, etcdUrl, port ?? 0);
    const apiserver = new Child('kube-apiserver', command, join(home, 'kube-apiserver.log'));
    children.push(apiserver);
    const url = `https://127.0.0.1:${port}`;
    const ready = await waitUntilReady(children, url, join(home, 'certs', 'apiserver.crt'));
    client = ready.client;
    const { request } = ready;
    return { url, ca: ready.ca, adminToken: ADMIN_TOKEN, viewerToken: VIEWER_TOKEN, request, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function etcdCommand(binary: string, home: string, url: string, peerPort: number): readonly string[] {
  const peers = `http://127.0.0.1:${peerPort}`;
  return [
    ...[binary, '--name', 'test', '--data-dir', join(home, 'etcd')],
    ...['--listen-client-urls', url, '--advertise-client-urls', url],
    ...['--listen-peer-urls', peers, '--initial-advertise-peer-urls', peers, '--initial-cluster', `test=${peers}`],
  ];
}

async function apiServerCommand(
  options: StartOptions,
  home: string,
  etcdUrl: string,
  port: number,
): Promise<readonly string[]> {
  const key = join(home, 'service-account.key');
  const tokens = join(home, 'tokens.csv');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await writeFile(key, privateKey);
  await writeFile(tokens, `${ADMIN_TOKEN},admin,1,"system:masters"\n${VIEWER_TOKEN},viewer,2\n`);
  const command = [
    ...[options.apiserver, '--etcd-servers', etcdUrl, '--secure-port', String(port)],
    ...['--bind-address', '127.0.0.1', '--advertise-address', '127.0.0.1', '--cert-dir', join(home, 'certs')],
    ...['--service-account-issuer', 'https://kubernetes.default.svc'],
    ...['--service-account-key-file', key, '--service-account-signing-key-file', key],
    ...['--token-auth-file', tokens, '--authorization-mode', 'RBAC', '--service-cluster-ip-range', '10.0.0.0/24'],
    // Nobody creates the default ServiceAccount of a namespace here, so Pods would be refused for want of it.
    ...['--disable-admission-plugins', 'ServiceAccount', '--allow-privileged=true'],
  ];
  if (options.everything) command.push('--runtime-config=api/all=true', '--feature-gates=AllAlpha=true,AllBeta=true');
  if (options.emulatedVersion) command.push(`--emulated-version=${options.emulatedVersion}`);
  if (options.auditLog) {
    const policy = join(home, 'audit-policy.json');
    const rules = [{ level: 'Metadata', omitStages: ['RequestReceived'] }];
    await writeFile(policy, JSON.stringify({ apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules }));
    command.push('--audit-policy-file', policy, '--audit-log-path', options.auditLog);
  }
  return command;
}

interface Ready {
  readonly ca: string;
  readonly client: Client;
  readonly request: ApiServer['request'];
}

/** Ready is: /readyz says ok, and the namespace `default`, which the server itself creates a moment later, is there. */
async function waitUntilReady(children: readonly Child[], url: string, certificate: string): Promise<Ready> {
  const deadline = performance.now() + READY_WITHIN_MS;
  let last = 'no certificate yet';
  let client: Client | undefined;
  while (performance.now() < deadline) {
    const dead = children.find(child => child.exit !== undefined);
    if (dead !== undefined) throw new Error(`${dead.name} ${dead.exit}:\n${await dead.tail()}`);
    // The server writes this file itself, and listens later.
    const ca = await readFile(certificate, 'utf8').catch(() => '');
    if (ca.trimEnd().endsWith('-----END CERTIFICATE-----')) {
      client?.close();
      const current = new Client(url, ca, ADMIN_TOKEN);
      client = current;
      const request: ApiServer['request'] = (...args) => current.request(...args);
      last = await notReady(request);
      if (last === '') return { ca, client: current, request };
    }
    await pause(100);
  }
  client?.close();
  const tails = await Promise.all(children.map(async child => `${child.name}:\n${await child.tail()}`));
  throw new Error(`not ready after ${READY_WITHIN_MS / 1000} s (${last})\n${tails.join('\n')}`);
}

async function notReady(request: ApiServer['request']): Promise<string> {
  try {
    for (const path of ['/readyz', '/api/v1/namespaces/default']) {
      const { status, text } = await request('GET', path);
      if (status !== 200) return `${path}: ${status} ${text.slice(0, 500)}`;
    }
    return '';
  } catch (error) {
    return String(error);
  }
}

/** Held open together, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
  const listeners = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    listeners.map(
      listener =>
        new Promise<number>((resolve, reject) => {
          listener.once('error', reject);
          listener.listen(0, '127.0.0.1', () => {
            const address = listener.address();
            if (address === null || typeof address === 'string') reject(new Error('no port'));
            else resolve(address.port);
          });
        }),
    ),
  );
  await Promise.all(listeners.map(listener => new Promise(resolve => listener.close(resolve))));
  return ports;
}
