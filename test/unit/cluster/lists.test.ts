// Paging, discovery and what one broken part does to the rest, on a TLS server that plays a small API server.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { collect } from '../../../src/cluster/collect';
import { discover } from '../../../src/cluster/discovery';
import { ItemStream } from '../../../src/cluster/itemStream';
import { METADATA_ONLY, listPages } from '../../../src/cluster/lists';
import { type HttpLimits } from '../../../src/cluster/http';
import { type Snapshot } from '../../../src/core/readiness';
import { type Answerer, clientFor, failure, never, sendJson, standIn } from './standIn';

async function list(t: TestContext, answer: Answerer): Promise<readonly unknown[]> {
  const client = await clientFor(t, (await standIn(t, answer)).url);
  const items: unknown[] = [];
  const sink = { page: (page: readonly unknown[]) => void items.push(...page), restart: () => void (items.length = 0) };
  await listPages(client, '/api/v1/pods', { signal: never, limit: 2, accept: METADATA_ONLY }, sink);
  return items;
}
const query = (url: string | undefined): URLSearchParams => new URL(url ?? '', 'https://x').searchParams;
const gone = { kind: 'Status', code: 410 };

describe('a list', () => {
  it('is read page by page, with the limit and what the server says to continue with', async t => {
    const items = await list(t, ({ url }, response) => {
      const at = Number(query(url).get('continue') ?? 0);
      assert.equal(query(url).get('limit'), '2');
      sendJson(response, {
        kind: 'PodList',
        items: [{ at }, { at: at + 1 }],
        metadata: at < 4 ? { continue: String(at + 2) } : {},
      });
    });
    assert.deepEqual(
      items,
      [0, 1, 2, 3, 4, 5].map(at => ({ at })),
    );
  });

  it('is begun anew once when the place is forgotten, without anything twice', async t => {
    let forgot = false;
    const items = await list(t, ({ url }, response) => {
      if (query(url).has('continue') && !forgot) {
        forgot = true;
        return sendJson(response, gone, 410);
      }
      const more = query(url).has('continue') ? {} : { continue: 'a&b=' };
      sendJson(response, { kind: 'PodList', items: [{ at: query(url).get('continue') ?? 'first' }], metadata: more });
    });
    assert.deepEqual(items, [{ at: 'first' }, { at: 'a&b=' }]);
  });

  it('is given up when the place is forgotten again, or never ends', async t => {
    const again = list(t, ({ url }, response) =>
      query(url).has('continue')
        ? sendJson(response, gone, 410)
        : sendJson(response, { kind: 'PodList', items: [], metadata: { continue: 'x' } }),
    );
    assert.equal((await failure(again)).kind, 'gone');
    const endless = list(t, (_, response) =>
      sendJson(response, { kind: 'PodList', items: [], metadata: { continue: 'x' } }),
    );
    assert.equal((await failure(endless)).kind, 'not-kubernetes');
  });

  it('may be empty in the way of aggregated servers, but must be a list', async t => {
    assert.deepEqual(await list(t, (_, response) => sendJson(response, { kind: 'PodList', items: null })), []);
    assert.equal((await failure(list(t, (_, response) => sendJson(response, { kind: 'Pod' })))).kind, 'not-kubernetes');
  });
});

describe('a list taken apart while it comes', () => {
  const nasty = {
    kind: 'List',
    metadata: { items: [{ not: 'one' }], continue: 'x' },
    items: [{ a: '}]"\\', b: [[{ '"items":[': {} }]] }, {}, { 'ü\u2028': '\\"', c: 'items' }],
    after: { items: [1] },
  };

  it('gives the same objects wherever the pieces end, with its keys in any order', () => {
    const orders = [nasty, { items: nasty.items, kind: 'List' }, { kind: 'List', items: [] }];
    for (const value of orders) {
      for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
        for (const size of [1, 2, 3, 7, 1000]) {
          const items: unknown[] = [];
          const stream = new ItemStream(item => items.push(item));
          for (let at = 0; at < text.length; at += size) stream.take(text.slice(at, at + size));
          assert.deepEqual(items, value.items, `${size}: ${text}`);
          assert.deepEqual(stream.rest(), { ...value, items: [] });
        }
      }
    }
  });

  it('that breaks off anywhere is not taken for whole', () => {
    const text = JSON.stringify(nasty);
    for (let end = 0; end < text.length; end += 1) {
      const stream = new ItemStream(() => {});
      stream.take(text.slice(0, end));
      assert.throws(() => stream.rest(), { kind: 'truncated' }, text.slice(0, end));
    }
  });
});

const legacy: Readonly<Record<string, unknown>> = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': {
    kind: 'APIGroupList',
    groups: ['apps', 'broken'].map(name => ({
      name,
      versions: [{ version: 'v1' }],
      preferredVersion: { version: 'v1' },
    })),
  },
  '/api/v1': {
    resources: [
      { name: 'pods', kind: 'Pod', namespaced: true, verbs: ['list'] },
      { name: 'pods/log', kind: 'Pod', namespaced: true, verbs: ['get'] },
    ],
  },
  '/apis/apps/v1': { resources: [{ name: 'deployments', kind: 'Deployment', namespaced: true, verbs: ['list'] }] },
};

describe('discovery', () => {
  it('asks one by one where the server does not aggregate, and names the group that is down', async t => {
    const server = await standIn(t, ({ url }, response) => {
      const answer = legacy[url ?? ''];
      sendJson(response, answer ?? { kind: 'Status' }, answer === undefined ? 503 : 200);
    });
    const found = await discover(await clientFor(t, server.url), never);
    assert.deepEqual(found.resources.map(({ group, resource }) => `${group}/${resource}`).sort(), [
      '/pods',
      'apps/deployments',
    ]);
    assert.deepEqual(found.failedGroups, ['broken']);
    assert.deepEqual(found.preferred, { '': 'v1', apps: 'v1', broken: 'v1' });
  });
});

async function collectWith(t: TestContext, answer: Answerer, limits: Partial<HttpLimits> = {}): Promise<Snapshot> {
  const client = await clientFor(t, (await standIn(t, answer)).url, {}, limits);
  return collect({ client, context: 'x', cluster: 'c', insecure: false }, { signal: never });
}

describe('a collection', () => {
  const answers: Answerer = ({ url = '' }, response) => {
    const path = url.split('?')[0] ?? '';
    if (path === '/version') return sendJson(response, { gitVersion: 'v1.30.1-eks-1a2b3c', major: '1', minor: '30+' });
    if (path === '/metrics') return void response.writeHead(404).end();
    if (path === '/apis/apps/v1/deployments') return undefined;
    const answer = legacy[path];
    if (answer !== undefined) return sendJson(response, answer);
    if (path === '/api/v1/pods') return sendJson(response, { kind: 'PodList', items: [{ metadata: { name: 'a' } }] });
    return sendJson(response, { kind: 'Status' }, path.startsWith('/apis/broken') ? 503 : 404);
  };

  it('goes on past what gives no answer in time, and says so', async t => {
    const { lists, metrics, version } = await collectWith(t, answers, { idleMs: 200 });
    assert.equal(version.state === 'read' && version.value.gitVersion, 'v1.30.1-eks-1a2b3c');
    assert.deepEqual(
      [lists.pods.state, lists.deployments.state === 'unread' && lists.deployments.reason],
      ['read', 'timeout'],
    );
    assert.deepEqual(
      [metrics.state === 'unread' && metrics.reason, lists.services.state === 'unread' && lists.services.reason],
      ['not-served', 'not-served'],
    );
  });

  it('ends where what answers is no API server', async t => {
    const page: Answerer = (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    assert.equal((await failure(collectWith(t, page))).kind, 'not-kubernetes');
  });
});
