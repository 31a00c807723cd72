/** Reads `/metrics` line by line and keeps a handful: which deprecated APIs were asked for, how, and a few gauges. */
import { type DeprecatedRequest, type Metrics, type MetricValues, ownCopy, type RequestCount } from '../core/readiness';

const DEPRECATED = 'apiserver_requested_deprecated_apis';
const REQUESTS = 'apiserver_request_total';
const VALUES: Readonly<Record<string, keyof MetricValues>> = {
  process_start_time_seconds: 'processStart',
  serviceaccount_stale_tokens_total: 'staleTokens',
  apiserver_webhooks_x509_missing_san_total: 'webhooksMissingSan',
  apiserver_kube_aggregator_x509_missing_san_total: 'aggregatorMissingSan',
};
const LONGEST_LINE = 64 * 1024;

/** Fed with pieces of text in order; `result` when all have come. */
export class MetricsReader {
  readonly #deprecated = new Map<string, DeprecatedRequest>();
  readonly #requests = new Map<string, RequestCount>();
  readonly #values: { -readonly [K in keyof MetricValues]: MetricValues[K] } = {
    processStart: null,
    staleTokens: null,
    webhooksMissingSan: null,
    aggregatorMissingSan: null,
  };
  #rest = '';

  take(chunk: string): void {
    const text = this.#rest + chunk;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      // Every line that matters begins with one of these letters; most lines of a server do not.
      const first = text.charCodeAt(from);
      if (first === 97 || first === 112 || first === 115) this.#line(text.slice(from, end));
      from = end + 1;
    }
    this.#rest = text.length - from > LONGEST_LINE ? '' : text.slice(from);
  }

  /** Counts of requests are kept only for what the server calls deprecated. */
  result(): Metrics {
    if (this.#rest !== '') this.#line(this.#rest);
    const deprecated = [...this.#deprecated.values()];
    const named = new Set(deprecated.map(at => `${at.group}|${at.version}|${at.resource}`));
    const requests = [...this.#requests.values()].filter(at => named.has(`${at.group}|${at.version}|${at.resource}`));
    return { deprecated, requests, values: { ...this.#values } };
  }

  #line(line: string): void {
    const value = VALUES[line.slice(0, /[ {]/.exec(line)?.index ?? 0)];
    if (value !== undefined) {
      const number = valueOf(line);
      if (number === undefined) return;
      this.#values[value] = value === 'processStart' ? number : (this.#values[value] ?? 0) + number;
    } else if (line.startsWith(`${DEPRECATED}{`)) {
      if (valueOf(line) === 0) return;
      const { group = '', version = '', resource = '', subresource = '', removed_release = '' } = labels(line);
      const found = { group, version, resource, subresource, removedRelease: removed_release };
      this.#deprecated.set(JSON.stringify(found), found);
    } else if (line.startsWith(`${REQUESTS}{`)) {
      const { group = '', version = '', resource = '', subresource = '', verb = '', code = '' } = labels(line);
      const count = valueOf(line);
      if (version === '' || count === undefined) return;
      const key = [group, version, resource, subresource, verb, code].join('|');
      const before = this.#requests.get(key)?.count ?? 0;
      this.#requests.set(key, { group, version, resource, subresource, verb, code, count: before + count });
    }
  }
}

function labels(line: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name, value] of line.matchAll(/[{,]([a-z_]+)="((?:[^"\\]|\\.)*)"/g)) {
    if (name !== undefined && value !== undefined) found[name] = ownCopy(value);
  }
  return found;
}

function valueOf(line: string): number | undefined {
  const number = Number(/[} ]\s*([-+0-9.eE]+)(?:\s+\d+)?\s*$/.exec(line)?.[1]);
  return Number.isNaN(number) ? undefined : number;
}
