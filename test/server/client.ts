// Asks an API server over HTTPS, and reads its warnings.
import { Agent, request } from 'node:https';

export interface RequestOptions {
  /** Bearer token; the client's own when left out, none when null. */
  readonly token?: string | null;
  /** `application/json` when left out. */
  readonly contentType?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Texts of the `Warning` headers, in order. */
  readonly warnings: readonly string[];
  readonly text: string;
  /** The body as JSON; throws when it is none. */
  readonly json: () => unknown;
}

/** One connection pool to one server. */
export class Client {
  readonly #url: URL;
  readonly #token: string;
  readonly #agent: Agent;

  constructor(url: string, ca: string, token: string) {
    this.#url = new URL(url);
    this.#token = token;
    this.#agent = new Agent({ ca, keepAlive: true, maxSockets: 8 });
  }

  /** Every status is an answer; only a broken connection rejects. A body that is no string is sent as JSON. */
  request(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    const token = options.token === undefined ? this.#token : options.token;
    const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const headers = {
      accept: 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(payload === undefined ? {} : { 'content-type': options.contentType ?? 'application/json' }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.#url), { method, headers, agent: this.#agent }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            warnings: parseWarnings(response.headers['warning']),
            text,
            json: () => JSON.parse(text) as unknown,
          });
        });
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Texts of `299 - "text"` items, with their escapes undone. */
export function parseWarnings(header: string | readonly string[] | undefined): readonly string[] {
  const joined = typeof header === 'string' ? header : (header ?? []).join(', ');
  const items = joined.matchAll(/\b299 \S+ "((?:[^"\\]|\\.)*)"/g);
  return [...items].map(([, text]) => (text ?? '').replace(/\\(.)/g, '$1'));
}
