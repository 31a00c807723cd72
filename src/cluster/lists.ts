/** Paged lists: one page in memory at a time, once more from the start when the server has forgotten the place. */
import { isRaw, type Raw } from '../core/readiness';
import { ClusterFailure } from './failure';
import { type ApiClient } from './http';

export interface ListOptions {
  readonly signal: AbortSignal;
  readonly limit: number;
  readonly accept?: string;
  /** Further part of the query, already encoded. */
  readonly query?: string;
}

export interface PageSink {
  page(items: readonly unknown[]): void;
  /** All that was given so far is to be forgotten. */
  restart(): void;
}

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
    const answer = await client.get(`${path}?${parts.join('&')}`, {
      signal,
      ...(accept === undefined ? {} : { accept }),
    });
    if (!isRaw(answer) || !Array.isArray(answer['items'])) {
      // `items: null` is what an empty list looks like from some aggregated servers.
      if (isRaw(answer) && typeof answer['kind'] === 'string' && answer['kind'].endsWith('List')) return;
      throw new ClusterFailure('not-kubernetes', { status: 200 });
    }
    sink.page(answer['items'] as readonly unknown[]);
    const before = next;
    next = isRaw(answer['metadata']) ? continueOf(answer['metadata']) : '';
    if (next !== '' && next === before) throw new ClusterFailure('not-kubernetes', { status: 200 });
  } while (next !== '');
}

function continueOf(metadata: Raw): string {
  return typeof metadata['continue'] === 'string' ? metadata['continue'] : '';
}
