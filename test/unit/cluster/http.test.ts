// Requests and their failures, against a TLS server that misbehaves on purpose.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assertReadOnly } from '../../../src/cluster/readOnly';
import { format } from '../../../src/words/cluster';
import { clientFor, failure, never, sendJson, standIn, tls } from './standIn';

const MARKER = 'SECRET-marker-7f3a9c';

describe('what may be sent', () => {
  it('is a GET or a review of oneself, and nothing else', () => {
    assert.doesNotThrow(() => assertReadOnly('GET', '/api/v1/pods?limit=500'));
    assert.doesNotThrow(() => assertReadOnly('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews'));
    for (const [method, path] of [
      ['POST', '/api/v1/namespaces/a/pods'],
      ['POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews'],
      ['POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews?dryRun=All'],
      ['PUT', '/api/v1/namespaces/a'],
      ['PATCH', '/api/v1/nodes/a'],
      ['DELETE', '/api/v1/namespaces/a/pods/b'],
      ['HEAD', '/version'],
      ['GET', '/api/v1/secrets'],
      ['GET', '/api/v1/namespaces/a/secrets/b'],
      ['GET', '/api/v1/%73ecrets'],
      ['GET', '/api/v1/namespaces/a/pods/b/exec?command=ls'],
      ['GET', '/api/v1/nodes/a/proxy/metrics'],
      ['GET', '/api/v1/pods?watch=1'],
      ['GET', '/api/v1/../v1/secrets'],
      ['GET', 'https://elsewhere/'],
    ] as const) {
      assert.throws(() => assertReadOnly(method, path), TypeError, `${method} ${path}`);
    }
  });

  it('is refused before anything leaves', async t => {
    const server = await standIn(t, (_, response) => sendJson(response, {}));
    const client = await clientFor(t, server.url);
    await assert.rejects(client.get('/api/v1/secrets', { signal: never }), TypeError);
    await assert.rejects(client.review('/api/v1/namespaces', {}, { signal: never }), TypeError);
    assert.equal(server.connections(), 0);
  });
});

describe('an answer', () => {
  it('is asked for with its own name, over few connections that stay open', async t => {
    let most = 0;
    let now = 0;
    const agents = new Set<string | undefined>();
    const server = await standIn(t, (request, response) => {
      agents.add(request.headers['user-agent']);
      most = Math.max(most, (now += 1));
      setTimeout(() => {
        now -= 1;
        sendJson(response, { path: request.url });
      }, 5);
    });
    const client = await clientFor(t, server.url);
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => client.get(`/a/${at}`, { signal: never })));
    assert.deepEqual(answers[7], { path: '/a/7' });
    assert.equal(most, 4);
    assert.ok(server.connections() <= 4);
    assert.deepEqual([...agents], ['test-agent']);
  });

  it('may be packed', async t => {
    const server = await standIn(t, (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(gzipSync('{"a":"ü"}'));
    });
    assert.deepEqual(await (await clientFor(t, server.url)).get('/a', { signal: never }), { a: 'ü' });
  });

  it('is waited for when the server asks for patience, and given up in the end', async t => {
    let asked = 0;
    const server = await standIn(t, (request, response) => {
      asked += 1;
      if (request.url === '/later' && asked > 2) return sendJson(response, { asked });
      response.writeHead(429, { 'retry-after': '0' }).end('busy');
    });
    const client = await clientFor(t, server.url, {}, { retries: 3 });
    assert.deepEqual(await client.get('/later', { signal: never }), { asked: 3 });
    assert.equal((await failure(client.get('/never', { signal: never }))).kind, 'too-many-requests');
  });

  it('ends the wait at once when cancelled', async t => {
    const server = await standIn(t, (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    const client = await clientFor(t, server.url, {}, { longestWaitMs: 3_600_000 });
    const stop = new AbortController();
    const answer = failure(client.get('/a', { signal: stop.signal }));
    await pause(100);
    stop.abort();
    assert.equal((await answer).kind, 'cancelled');
  });

  const bad: Readonly<
    Record<string, readonly [string, (write: (status: number, type: string, body: string) => void) => void]>
  > = {
    'a proxy’s page': ['not-kubernetes', write => write(200, 'text/html', `<html>${MARKER}</html>`)],
    'a proxy’s refusal': ['not-kubernetes', write => write(403, 'text/html', `<html>${MARKER}</html>`)],
    'a page that says it is JSON': ['not-kubernetes', write => write(200, 'application/json', '<html>')],
    'half of the JSON': ['truncated', write => write(200, 'application/json', `{"items": [{"a": "${MARKER}`)],
    'a refusal of the server': [
      'forbidden',
      write => write(403, 'application/json', `{"kind":"Status","message":"${MARKER}"}`),
    ],
    'expired credentials': [
      'unauthorized',
      write => write(401, 'application/json', `{"kind":"Status","message":"${MARKER}"}`),
    ],
    'a forgotten place': ['gone', write => write(410, 'application/json', '{"kind":"Status"}')],
    'something missing': ['not-found', write => write(404, 'application/json', '{"kind":"Status"}')],
    'an error of the server': [
      'server-error',
      write => write(500, 'application/json', `{"kind":"Status","message":"${MARKER}"}`),
    ],
  };
  for (const [what, [kind, answer]] of Object.entries(bad)) {
    it(`that is ${what} is ${kind}, in words and without what it quotes`, async t => {
      const server = await standIn(t, (_, response) => {
        answer((status, type, body) => response.writeHead(status, { 'content-type': type }).end(body));
      });
      const client = await clientFor(t, server.url, { user: { token: MARKER } });
      const found = await failure(client.get('/a', { signal: never }));
      assert.equal(found.kind, kind);
      for (const language of ['en', 'zh-cn'] as const) {
        const words = [format(found.words, language), format(found.next, language)].join(' ');
        assert.ok(!words.includes('cluster.') && !words.includes('{'), words);
        assert.ok(!`${words}${found.stack}${JSON.stringify(found)}`.includes(MARKER), words);
      }
    });
  }

  it('that breaks off is told from one that ends', async t => {
    const server = await standIn(t, (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"items":');
      setTimeout(() => response.destroy(), 20);
    });
    assert.equal((await failure((await clientFor(t, server.url)).get('/a', { signal: never }))).kind, 'truncated');
  });

  it('that never comes, never ends or never stops growing is given up', async t => {
    const server = await standIn(t, (request, response) => {
      if (request.url === '/silent') return;
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(request.url === '/drip' ? ' ' : ' '.repeat(64 * 1024)), 5);
      response.on('close', () => clearInterval(timer));
    });
    const client = await clientFor(t, server.url, {}, { idleMs: 150, totalMs: 500, mostBytes: 1024 * 1024 });
    assert.equal((await failure(client.get('/silent', { signal: never }))).kind, 'timeout');
    assert.equal((await failure(client.get('/drip', { signal: never }))).kind, 'timeout');
    assert.equal((await failure(client.get('/flood', { signal: never }))).kind, 'too-large');
  });

  it('ends half-way when cancelled', async t => {
    const stop = new AbortController();
    const server = await standIn(t, (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"items":[');
      setTimeout(() => stop.abort(), 20);
    });
    assert.equal(
      (await failure((await clientFor(t, server.url)).get('/a', { signal: stop.signal }))).kind,
      'cancelled',
    );
  });
});

describe('a connection', () => {
  it('fails in words for each thing that can be wrong with a certificate', async t => {
    const ok = (url: string, entry = {}): Promise<unknown> =>
      clientFor(t, url, entry).then(client => client.get('/a', { signal: never }));
    const good = await standIn(t, (_, response) => sendJson(response, {}));
    const stranger = { cluster: { 'certificate-authority-data': Buffer.from(tls('stranger.pem')).toString('base64') } };
    assert.equal((await failure(ok(good.url, stranger))).kind, 'certificate-unknown');
    const elsewhere = await standIn(t, (_, response) => sendJson(response, {}), { cert: tls('elsewhere.pem') });
    assert.equal((await failure(ok(elsewhere.url))).kind, 'certificate-name');
    assert.deepEqual(await ok(elsewhere.url, { cluster: { 'tls-server-name': 'elsewhere.test' } }), {});
    const expired = await standIn(t, (_, response) => sendJson(response, {}), { cert: tls('expired.pem') });
    assert.equal((await failure(ok(expired.url))).kind, 'certificate-expired');
    const unverified = { cluster: { 'insecure-skip-tls-verify': true, 'certificate-authority-data': undefined } };
    assert.deepEqual(await ok(expired.url, unverified), {});
  });

  it('says when nobody listens and when the name is unknown', async t => {
    const refused = await clientFor(t, 'https://127.0.0.1:1');
    assert.equal((await failure(refused.get('/a', { signal: never }))).kind, 'refused');
    const unknown = await clientFor(t, 'https://cluster.invalid');
    assert.equal((await failure(unknown.get('/a', { signal: never }))).kind, 'address-unknown');
  });
});
