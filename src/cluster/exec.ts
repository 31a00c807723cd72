/** Credentials from a program named in the kubeconfig: run without a shell, with a time limit, and its error shown. */
import { spawn } from 'node:child_process';
import { delimiter, isAbsolute, join } from 'node:path';
import { isRaw, type Raw } from '../core/readiness';
import { ClusterFailure } from './failure';
import { redact } from './redact';

export interface ExecSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly apiVersion: string;
  readonly interactiveMode: string;
  readonly provideClusterInfo: boolean;
  readonly installHint: string;
  /** Folder of the kubeconfig: a relative command with a slash is found from here. */
  readonly folder: string;
}

/** What the program is told about the cluster when it asks for it. */
export interface ExecCluster {
  readonly server: string;
  readonly caData: string | null;
  readonly tlsServerName: string | null;
  readonly insecure: boolean;
  readonly proxyUrl: string | null;
}

export interface ExecCredential {
  readonly token: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
  /** Milliseconds since 1970; null: as long as the collection lasts. */
  readonly expires: number | null;
}

export interface ExecOptions {
  readonly timeoutMs: number;
  /** Searched after the environment's own PATH, which an editor started from a desktop may lack. */
  readonly extraPath: readonly string[];
  readonly signal: AbortSignal;
}

const VERSIONS = ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'];
const MOST_OUTPUT = 1024 * 1024;

export function readExecSpec(raw: Raw, folder: string): ExecSpec {
  const text = (key: string): string => (typeof raw[key] === 'string' ? raw[key] : '');
  const env = (Array.isArray(raw['env']) ? (raw['env'] as unknown[]) : []).flatMap(entry =>
    isRaw(entry) && typeof entry['name'] === 'string' ? [[entry['name'], String(entry['value'] ?? '')] as const] : [],
  );
  return {
    command: text('command'),
    args: (Array.isArray(raw['args']) ? (raw['args'] as unknown[]) : []).map(String),
    env: Object.fromEntries(env),
    apiVersion: text('apiVersion'),
    interactiveMode: text('interactiveMode') || 'IfAvailable',
    provideClusterInfo: raw['provideClusterInfo'] === true,
    installHint: text('installHint').slice(0, 500),
    folder,
  };
}

/** Throws a ClusterFailure for everything that keeps the program from giving a credential. */
export async function runExec(spec: ExecSpec, cluster: ExecCluster, options: ExecOptions): Promise<ExecCredential> {
  const program = spec.command;
  if (program === '') throw new ClusterFailure('exec-invalid', { program: 'exec' });
  if (!VERSIONS.includes(spec.apiVersion)) {
    throw new ClusterFailure('auth-unsupported', { method: spec.apiVersion || 'exec' });
  }
  if (spec.interactiveMode === 'Always') throw new ClusterFailure('exec-interactive', { program });
  return credentialOf(await output(spec, cluster, options), spec);
}

function output(spec: ExecSpec, cluster: ExecCluster, options: ExecOptions): Promise<string> {
  const { signal, timeoutMs } = options;
  const program = spec.command;
  const path = process.env['PATH'] ?? process.env['Path'] ?? '';
  const searched = [path, ...options.extraPath].filter(part => part !== '').join(delimiter);
  const found = !isAbsolute(program) && /[\\/]/.test(program) ? join(spec.folder, program) : program;
  const env = { ...process.env, PATH: searched, ...spec.env, KUBERNETES_EXEC_INFO: execInfo(spec, cluster) };
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new ClusterFailure('cancelled'));
    // Without a shell: nothing of the kubeconfig is ever interpreted. In a group of its own, so that a time-out ends
    // what the program started too.
    const detached = process.platform !== 'win32';
    const child = spawn(found, spec.args, { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, detached });
    let out = '';
    let err = '';
    const end = (failure: ClusterFailure): void => {
      finish();
      if (child.pid !== undefined) {
        try {
          if (detached) process.kill(-child.pid, 'SIGKILL');
          else child.kill();
        } catch {
          // It ended by itself meanwhile.
        }
      }
      reject(failure);
    };
    const onAbort = (): void => end(new ClusterFailure('cancelled'));
    const timer = setTimeout(
      () => end(new ClusterFailure('exec-timeout', { program, seconds: Math.round(timeoutMs / 1000) })),
      timeoutMs,
    );
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    signal.addEventListener('abort', onAbort);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.length > MOST_OUTPUT) end(new ClusterFailure('exec-invalid', { program }));
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err = (err + chunk).slice(-8192);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      finish();
      const missing = error.code === 'ENOENT' || error.code === 'EINVAL';
      const hint = spec.installHint === '' ? '' : redact(spec.installHint);
      reject(
        missing
          ? new ClusterFailure('exec-not-found', { program, hint })
          : new ClusterFailure('exec-failed', { program, status: error.code ?? '', output: '' }),
      );
    });
    child.on('close', (code, ended) => {
      finish();
      if (code === 0) return resolve(out);
      const known = Object.values(spec.env);
      const status = code === null ? String(ended) : String(code);
      reject(new ClusterFailure('exec-failed', { program, status, output: redact(err, known).slice(-600) }));
    });
  });
}

function execInfo(spec: ExecSpec, { server, caData, tlsServerName, insecure, proxyUrl }: ExecCluster): string {
  const cluster = {
    server,
    ...(caData === null ? {} : { 'certificate-authority-data': caData }),
    ...(tlsServerName === null ? {} : { 'tls-server-name': tlsServerName }),
    ...(insecure ? { 'insecure-skip-tls-verify': true } : {}),
    ...(proxyUrl === null ? {} : { 'proxy-url': proxyUrl }),
  };
  return JSON.stringify({
    kind: 'ExecCredential',
    apiVersion: spec.apiVersion,
    spec: { interactive: false, ...(spec.provideClusterInfo ? { cluster } : {}) },
  });
}

function credentialOf(text: string, { command: program, apiVersion }: ExecSpec): ExecCredential {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new ClusterFailure('exec-invalid', { program });
  }
  const status = isRaw(answer) ? answer['status'] : undefined;
  if (!isRaw(answer) || answer['apiVersion'] !== apiVersion || !isRaw(status)) {
    throw new ClusterFailure('exec-invalid', { program });
  }
  const field = (key: string): string | null =>
    typeof status[key] === 'string' && status[key] !== '' ? status[key] : null;
  const expires = Date.parse(field('expirationTimestamp') ?? '');
  const credential = {
    token: field('token'),
    certificate: field('clientCertificateData'),
    key: field('clientKeyData'),
    expires: Number.isNaN(expires) ? null : expires,
  };
  if (credential.token === null && (credential.certificate === null || credential.key === null)) {
    throw new ClusterFailure('exec-invalid', { program });
  }
  return credential;
}
