/** HTTP to one API server: read-only by construction, four requests at a time, patient on 429, bounded in time and size. */
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { type Access } from './credentials';
import { ClusterFailure, toFailure } from './failure';
import { assertReadOnly } from './readOnly';

export interface HttpLimits {
  /** No answer, or no further byte of it, for this long ends a request. */
  readonly idleMs: number;
  /** The longest that one answer may take in all. */
  readonly totalMs: number;
  readonly mostBytes: number;
  readonly parallel: number;
  /** How often a 429 is waited for, and the longest wait. */
  readonly retries: number;
  readonly longestWaitMs: number;
}

export const LIMITS: HttpLimits = {
  idleMs: 15_000,
  totalMs: 60_000,
  mostBytes: 128 * 1024 * 1024,
  parallel: 4,
  retries: 4,
  longestWaitMs: 10_000,
};

export interface GetOptions {
  readonly signal: AbortSignal;
  readonly accept?: string;
  /** On a connection of its own. */
  readonly fresh?: boolean;
}

export class ApiClient {
  readonly #access: Access;
  readonly #limits: HttpLimits;
  readonly #userAgent: string;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #date: number | undefined;

  constructor(access: Access, userAgent: string, limits: Partial<HttpLimits> = {}) {
    this.#access = access;
    this.#limits = { ...LIMITS, ...limits };
    this.#userAgent = userAgent;
  }

  /** The server's clock at its last answer, ms since 1970. */
  get serverTime(): number | undefined {
    return this.#date;
  }

  /** The answer's JSON. Throws a ClusterFailure. */
  async get(path: string, options: GetOptions): Promise<unknown> {
    return parseJson(await this.#collect('GET', path, undefined, options));
  }

  /** Text in pieces, as it comes. */
  async stream(path: string, options: GetOptions, take: (chunk: string) => void): Promise<void> {
    await this.#attempt('GET', path, undefined, { accept: 'text/plain', ...options }, take);
  }

  /** Asks what this user may do; changes nothing. */
  async review(path: string, body: unknown, options: GetOptions): Promise<unknown> {
    return parseJson(await this.#collect('POST', path, JSON.stringify(body), options));
  }

  close(): void {
    this.#access.agent.destroy();
  }

  async #collect(method: string, path: string, body: string | undefined, options: GetOptions): Promise<string> {
    const parts: string[] = [];
    await this.#attempt(
      method,
      path,
      body,
      options,
      chunk => parts.push(chunk),
      () => (parts.length = 0),
    );
    return parts.join('');
  }

  async #attempt(
    method: string,
    path: string,
    body: string | undefined,
    options: GetOptions,
    take: (chunk: string) => void,
    restart: () => void = () => {},
  ): Promise<void> {
    assertReadOnly(method, path);
    for (let attempt = 0; ; attempt += 1) {
      const wait = await this.#inTurn(options.signal, () => this.#once(method, path, body, options, take));
      if (wait === undefined) return;
      if (attempt >= this.#limits.retries) throw new ClusterFailure('too-many-requests');
      restart();
      try {
        await pause(Math.min(wait, this.#limits.longestWaitMs), undefined, { signal: options.signal });
      } catch {
        throw new ClusterFailure('cancelled');
      }
    }
  }

  async #inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#limits.parallel) await new Promise<void>(resolve => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      if (signal.aborted) throw new ClusterFailure('cancelled');
      return await work();
    } finally {
      // The place goes straight to the next in line.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  /** One request. Undefined when it was answered, else how long to wait before the next. */
  #once(
    method: string,
    path: string,
    body: string | undefined,
    { signal, accept = 'application/json', fresh = false }: GetOptions,
    take: (chunk: string) => void,
  ): Promise<number | undefined> {
    const { server, headers, agent, freshAgent } = this.#access;
    const url = new URL(server.href.replace(/\/$/, '') + path);
    const own = fresh ? freshAgent?.() : undefined;
    const options: RequestOptions = {
      method,
      agent: own ?? agent,
      signal,
      headers: {
        ...headers,
        accept,
        'user-agent': this.#userAgent,
        // On one's own machine packing costs more than it saves.
        ...(isLoopback(url.hostname) ? {} : { 'accept-encoding': 'gzip' }),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      },
    };
    return new Promise<number | undefined>((resolve, reject) => {
      const send = url.protocol === 'http:' ? requestHttp : requestHttps;
      const sent = send(url, options);
      let stopped: ClusterFailure | undefined;
      const late = (): void => {
        stopped = new ClusterFailure('timeout');
        sent.destroy(stopped);
      };
      const total = setTimeout(late, this.#limits.totalMs);
      const done = (settle: () => void): void => {
        clearTimeout(total);
        own?.destroy();
        settle();
      };
      const fail = (error: unknown): void =>
        done(() => reject(signal.aborted ? new ClusterFailure('cancelled') : (stopped ?? toFailure(error))));
      sent.setTimeout(this.#limits.idleMs, late);
      sent.on('error', fail);
      sent.on('response', response => {
        this.#note(response);
        read(response, this.#limits.mostBytes, take)
          .then(value => done(() => resolve(value)))
          .catch((error: unknown) => {
            sent.destroy();
            fail(error);
          });
      });
      sent.end(body);
    });
  }

  #note(response: IncomingMessage): void {
    const date = Date.parse(response.headers.date ?? '');
    if (!Number.isNaN(date)) this.#date = date;
  }
}

async function read(
  response: IncomingMessage,
  mostBytes: number,
  take: (chunk: string) => void,
): Promise<number | undefined> {
  const status = response.statusCode ?? 0;
  const type = response.headers['content-type'] ?? '';
  const packed = response.headers['content-encoding'] === 'gzip';
  const body = packed ? response.pipe(createGunzip()) : response;
  if (packed) response.on('error', error => body.destroy(error));
  body.setEncoding('utf8');
  const good = status === 200 || status === 201;
  if (good && /html/i.test(type)) throw new ClusterFailure('not-kubernetes', { status });
  let size = 0;
  let start = '';
  try {
    for await (const chunk of body as AsyncIterable<string>) {
      size += chunk.length;
      if (size > mostBytes) throw new ClusterFailure('too-large', { mb: Math.round(mostBytes / 1024 / 1024) });
      if (good) take(chunk);
      else if (start.length < 4096) start += chunk;
    }
  } catch (error) {
    const failure = toFailure(error);
    // The server, or something between, went away in the middle of its answer.
    throw failure.kind === 'closed' || failure.kind === 'failed' ? new ClusterFailure('truncated') : failure;
  }
  if (!response.complete) throw new ClusterFailure('truncated');
  if (good) return undefined;
  if (status === 429) return retryAfter(response.headers['retry-after']);
  throw failureOf(status, start);
}

function failureOf(status: number, start: string): ClusterFailure {
  // An API server says what it means in a Status; anything else is somebody else's page.
  const fromServer = /^\s*\{/.test(start) && /"kind"\s*:\s*"Status"/.test(start);
  switch (status) {
    case 401:
      return new ClusterFailure('unauthorized');
    case 403:
      return fromServer ? new ClusterFailure('forbidden') : new ClusterFailure('not-kubernetes', { status });
    case 404:
      return new ClusterFailure('not-found');
    case 410:
      return new ClusterFailure('gone');
    case 504:
      return new ClusterFailure('timeout');
  }
  if (!fromServer && (status < 500 || /<html|<!doctype/i.test(start))) {
    return new ClusterFailure('not-kubernetes', { status });
  }
  return new ClusterFailure('server-error', { status });
}

function retryAfter(header: string | undefined): number {
  const seconds = Number(header ?? '1');
  if (!Number.isNaN(seconds)) return Math.max(0, seconds) * 1000;
  const date = Date.parse(header ?? '');
  return Number.isNaN(date) ? 1000 : Math.max(0, date - Date.now());
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ClusterFailure(/^\s*</.test(text) ? 'not-kubernetes' : 'truncated', { status: 200 });
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}
