/** What the editor half knows of a cluster: where it stands and where it goes next. */
import { type Provider } from '../core/model/context';

export interface ClusterFacts {
  readonly context: string;
  /** Minors such as "1.32". */
  readonly version: string;
  readonly next: string;
  readonly provider: Provider;
  /** False once disconnected: then it is what was last seen. */
  readonly connected: boolean;
}

/** Facts that were stored earlier; undefined for anything else. */
export function readFacts(stored: unknown): ClusterFacts | undefined {
  const { context, version, next, provider } = (stored ?? {}) as Partial<Record<keyof ClusterFacts, unknown>>;
  const minor = (value: unknown): value is string => typeof value === 'string' && /^1\.\d{1,3}$/.test(value);
  if (typeof context !== 'string' || !minor(version) || !minor(next) || !isProvider(provider)) return undefined;
  return { context, version, next, provider, connected: false };
}

function isProvider(value: unknown): value is Provider {
  return ['generic', 'ack', 'ack-serverless', 'eks', 'acp'].includes(String(value));
}
