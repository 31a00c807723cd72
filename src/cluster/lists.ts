/** Paged lists: one object in memory at a time, once more from the start when the server has forgotten the place. */
import { isRaw, type Raw } from '../core/readiness';
import { ClusterFailure } from './failure';
import { type ApiClient } from './http';
import { ItemStream } from './itemStream';

export interface ListOptions {
  readonly signal: AbortSignal;
  readonly limit: number;
  readonly accept?: string;
  /** Further part of the query, already encoded. */
  readonly query?: string;
}

export interface PageSink {
  /** Some of the items, in order. */
  page(items: readonly unknown[]): void;
  /** All that was given so far is to be forgotten. */
  restart(): void;
}

/** Few enough to be forgotten soon, enough that progress is not told of each. */
const BATCH = 50;

export const METADATA_ONLY = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/** resourceVersion is left unset: with 0 older servers ignore the limit. Throws a ClusterFailure. */
export async function listPages(client: ApiClient, path: string, options: ListOptions, sink: PageSink): Promise<void> {
  try {
    await pages(client, path, options, sink);
  } catch (error) {
    if (!(error instanceof ClusterFailure && error.kind === 'gone')) throw error;
    sink.restart();
    await pages(client, path, options, sink);
  }
}

async function pages(client: ApiClient, path: string, options: ListOptions, sink: PageSink): Promise<void> {
  const { signal, limit, accept, query } = options;
  let next = '';
  do {
    const parts = [`limit=${limit}`, ...(query === undefined ? [] : [query])];
    if (next !== '') parts.push(`continue=${encodeURIComponent(next)}`);
    let batch: unknown[] = [];
    const hand = (most: number): void => {
      if (batch.length <= most) return;
      sink.page(batch);
      batch = [];
    };
    const stream = new ItemStream(item => {
      batch.push(item);
      hand(BATCH);
    });
    await client.stream(`${path}?${parts.join('&')}`, { signal, accept: accept ?? 'application/json' }, chunk =>
      stream.take(chunk),
    );
    hand(0);
    const answer = stream.rest();
    if (!isRaw(answer) || !Array.isArray(answer['items'])) {
      // `items: null` is what an empty list looks like from some aggregated servers.
      if (isRaw(answer) && typeof answer['kind'] === 'string' && answer['kind'].endsWith('List')) return;
      throw new ClusterFailure('not-kubernetes', { status: 200 });
    }
    const before = next;
    next = isRaw(answer['metadata']) ? continueOf(answer['metadata']) : '';
    if (next !== '' && next === before) throw new ClusterFailure('not-kubernetes', { status: 200 });
  } while (next !== '');
}

function continueOf(metadata: Raw): string {
  return typeof metadata['continue'] === 'string' ? metadata['continue'] : '';
}
