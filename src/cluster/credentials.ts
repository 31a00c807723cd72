/** From a chosen context to what each request needs: TLS, headers, proxy. Done once for a collection. */
import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import { isRaw, type Raw } from '../core/readiness';
import { type ExecCredential, readExecSpec, runExec } from './exec';
import { ClusterFailure, toFailure } from './failure';
import { type ChosenContext } from './kubeconfig';

export interface Access {
  readonly server: URL;
  /** Sent with every request; holds the credential. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly agent: HttpsAgent | HttpAgent;
  /** One connection of its own, to be asked once; undefined behind a proxy. */
  readonly freshAgent?: () => HttpsAgent | HttpAgent;
  /** Whether anybody could answer in the server's place. */
  readonly insecure: boolean;
}

export interface AccessOptions {
  readonly execTimeoutMs: number;
  readonly extraPath: readonly string[];
  readonly signal: AbortSignal;
}

const CONNECTIONS = 4;

/** Throws a ClusterFailure. */
export async function openAccess(chosen: ChosenContext, options: AccessOptions): Promise<Access> {
  const server = serverOf(chosen);
  const user = await withExec(chosen, server, options);
  const tokenFromFile = await readToken(user);
  const kubeconfig = await officialConfig(chosen, user, tokenFromFile);
  const applied: RequestOptions = {};
  try {
    // Certificates, tokens, OIDC and the proxy's agent: the official client's work.
    await kubeconfig.applyToHTTPSOptions(applied);
  } catch (error) {
    throw fileFailure(error) ?? authFailure(user, error, options.signal);
  }
  const headers = { ...impersonation(user), ...(applied.headers as Record<string, string>) };
  if (applied.auth) headers['Authorization'] = `Basic ${Buffer.from(applied.auth).toString('base64')}`;
  const insecure = chosen.clusterEntry['insecure-skip-tls-verify'] === true || server.protocol === 'http:';
  const proxied = typeof chosen.clusterEntry['proxy-url'] === 'string' && chosen.clusterEntry['proxy-url'] !== '';
  if (proxied) return { server, headers, agent: reuse(applied.agent as HttpsAgent), insecure };
  const make = (keepAlive: boolean): HttpsAgent | HttpAgent => newAgent(server, applied, keepAlive);
  return { server, headers, agent: make(true), freshAgent: () => make(false), insecure };
}

function serverOf({ clusterEntry, context }: ChosenContext): URL {
  const text = clusterEntry['server'];
  if (typeof text !== 'string' || text === '') {
    throw new ClusterFailure('context-incomplete', { context, missing: 'server' });
  }
  try {
    // Like kubectl, which takes a bare host for http.
    const url = new URL(/^https?:\/\//i.test(text) ? text : `http://${text}`);
    url.username = '';
    url.password = '';
    return url;
  } catch {
    throw new ClusterFailure('address-invalid');
  }
}

/** The user entry, with an exec plugin replaced by what it answered. */
async function withExec(chosen: ChosenContext, server: URL, options: AccessOptions): Promise<Raw> {
  const { userEntry, userFolder, clusterEntry } = chosen;
  const { exec } = userEntry;
  if (!isRaw(exec)) return userEntry;
  const text = (field: string): string | null => {
    const value = clusterEntry[field];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const info = {
    server: server.href.replace(/\/$/, ''),
    caData: text('certificate-authority-data'),
    tlsServerName: text('tls-server-name'),
    insecure: clusterEntry['insecure-skip-tls-verify'] === true,
    proxyUrl: text('proxy-url'),
  };
  const { execTimeoutMs: timeoutMs, extraPath, signal } = options;
  const credential = await runExec(readExecSpec(exec, userFolder), info, { timeoutMs, extraPath, signal });
  return { ...userEntry, exec: undefined, ...entryOf(credential) };
}

function entryOf({ token, certificate, key }: ExecCredential): Raw {
  const encode = (text: string): string => Buffer.from(text).toString('base64');
  return {
    ...(token === null ? {} : { token, tokenFile: undefined }),
    ...(certificate === null || key === null
      ? {}
      : { 'client-certificate-data': encode(certificate), 'client-key-data': encode(key) }),
  };
}

/** kubectl prefers the file where both are given; the official client does not know the field. */
async function readToken({ tokenFile }: Raw): Promise<string | undefined> {
  if (typeof tokenFile !== 'string' || tokenFile === '') return undefined;
  try {
    return (await readFile(tokenFile, 'utf8')).trim();
  } catch (error) {
    throw fileFailure(error) ?? toFailure(error);
  }
}

async function officialConfig(chosen: ChosenContext, user: Raw, token: string | undefined): Promise<OfficialConfig> {
  const provider = user['auth-provider'];
  if (isRaw(provider) && provider['name'] !== 'oidc') {
    throw new ClusterFailure('auth-unsupported', { method: `auth-provider ${String(provider['name'])}` });
  }
  const { KubeConfig } = await import('@kubernetes/client-node/dist/config.js');
  const config = new KubeConfig();
  const { clusterEntry, cluster, context } = chosen;
  const userEntry = { ...user, ...(token === undefined ? {} : { token }) };
  const document = {
    clusters: [{ name: cluster, cluster: clusterEntry }],
    users: [{ name: 'user', user: userEntry }],
    contexts: [{ name: context, context: { cluster, user: 'user' } }],
    'current-context': context,
  };
  config.loadFromString(JSON.stringify(document));
  return config;
}

interface OfficialConfig {
  applyToHTTPSOptions(options: RequestOptions): Promise<void>;
}

function impersonation(user: Raw): Record<string, string | readonly string[]> {
  const headers: Record<string, string | readonly string[]> = {};
  if (typeof user['as-uid'] === 'string') headers['Impersonate-Uid'] = user['as-uid'];
  // One header line each: joined with commas they would be one group.
  if (Array.isArray(user['as-groups'])) headers['Impersonate-Group'] = user['as-groups'].map(String);
  const extra = user['as-user-extra'];
  if (isRaw(extra)) {
    for (const [key, values] of Object.entries(extra)) {
      headers[`Impersonate-Extra-${encodeURIComponent(key)}`] = Array.isArray(values) ? values.map(String) : [];
    }
  }
  return headers;
}

function newAgent(server: URL, applied: RequestOptions, keepAlive: boolean): HttpsAgent | HttpAgent {
  if (server.protocol === 'http:') return new HttpAgent({ keepAlive, maxSockets: CONNECTIONS });
  const { ca, cert, key, servername, rejectUnauthorized } = applied;
  return new HttpsAgent({
    keepAlive,
    maxSockets: CONNECTIONS,
    ...{ ca, cert, key, ...(servername === undefined ? {} : { servername }) },
    // Always said, so that a process-wide NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off.
    rejectUnauthorized: rejectUnauthorized ?? true,
  });
}

/** Proxy agents of the official client open a connection for each request unless told otherwise. */
function reuse(agent: HttpsAgent): HttpsAgent {
  return Object.assign(agent, { keepAlive: true, maxSockets: CONNECTIONS });
}

function fileFailure(error: unknown): ClusterFailure | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  return typeof path === 'string' && code !== undefined
    ? new ClusterFailure('file-unreadable', { path, reason: code })
    : undefined;
}

function authFailure(user: Raw, error: unknown, signal: AbortSignal): ClusterFailure {
  if (isRaw(user['auth-provider'])) return new ClusterFailure('oidc-failed');
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && /^ERR_OSSL|^ERR_CRYPTO/.test(code)) return new ClusterFailure('tls-failed', { code });
  return toFailure(error, signal);
}
