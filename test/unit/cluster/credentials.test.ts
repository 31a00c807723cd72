// Kubeconfigs as kubectl reads them, and every way of signing in, each against a real TLS server.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import { describe, it } from 'node:test';
import { type Kubeconfig, readKubeconfig } from '../../../src/cluster/kubeconfig';
import { format } from '../../../src/words/cluster';
import { base64, clientFor, type Entry, failure, folder, never, sendJson, standIn, tls } from './standIn';

const posix = { skip: process.platform === 'win32' ? 'the plugins here are shell scripts' : false };

const yaml = (name: string, current: string): string => `
clusters: [{name: shared, cluster: {server: 'https://${name}'}}, {name: ${name}, cluster: {server: 'https://${name}', certificate-authority: pki/ca.pem}}]
users: [{name: ${name}, user: {tokenFile: token}}]
contexts: [{name: shared, context: {cluster: shared, user: ${name}}}, {name: ${name}, context: {cluster: ${name}, user: ${name}}}]
current-context: ${current}
`;

describe('a kubeconfig', () => {
  const failed = (read: () => unknown): Promise<string> => failure((async () => read())()).then(({ kind }) => kind);

  it('is merged from the listed files: the first to name a thing wins, missing ones are skipped', async t => {
    const at = await folder(t);
    const [a, b] = [join(at, 'a'), join(at, 'sub', 'b')];
    await mkdir(join(at, 'sub'));
    await writeFile(a, yaml('a', '""'));
    await writeFile(b, yaml('b', 'b'));
    const env = { KUBECONFIG: ['', join(at, 'missing'), a, b].join(delimiter) };
    const config = await readKubeconfig({ path: null, env });
    assert.deepEqual(
      config.contexts.map(({ name, current }) => `${name}${current ? '*' : ''}`),
      ['shared', 'a', 'b*'],
    );
    assert.equal(config.choose('shared').clusterEntry['server'], 'https://a');
    assert.equal(config.choose(null).clusterEntry['certificate-authority'], join(at, 'sub', 'pki', 'ca.pem'));
    assert.equal(config.choose(null).userEntry['tokenFile'], join(at, 'sub', 'token'));
  });

  it('is said to be missing, broken, or without what is asked of it', async t => {
    const at = await folder(t);
    const write = async (text: string): Promise<string> => {
      await writeFile(join(at, 'config'), text);
      return join(at, 'config');
    };
    assert.equal(await failed(() => readKubeconfig({ path: join(at, 'none') })), 'no-kubeconfig');
    assert.equal(await failed(() => readKubeconfig({ path: null, env: { HOME: at } })), 'no-kubeconfig');
    const broken = await write('users: [{name: u, user: {token: SECRET-marker-11}}\n  : : [');
    const problem = await failure(readKubeconfig({ path: broken }));
    assert.equal(problem.kind, 'kubeconfig-invalid');
    assert.ok(!JSON.stringify([problem.words, problem.next, problem.stack]).includes('SECRET-marker'));
    const read = async (text: string): Promise<Kubeconfig> => readKubeconfig({ path: await write(text) });
    const plain = await read('contexts: [{name: x, context: {cluster: c, user: u}}]');
    assert.equal(await failed(() => plain.choose(null)), 'no-context');
    assert.equal(await failed(() => plain.choose('y')), 'context-unknown');
    assert.equal(await failed(() => plain.choose('x')), 'context-incomplete');
    assert.equal(await failed(async () => (await read('')).choose(null)), 'no-context');
  });
});

describe('signing in', () => {
  /** What the server was shown. */
  async function shown(t: Parameters<typeof standIn>[0], entry: Entry): Promise<Record<string, unknown>> {
    const server = await standIn(
      t,
      (request, response) => {
        const socket = request.socket as unknown as { getPeerCertificate(): { subject?: { CN?: string } } };
        sendJson(response, {
          ...request.headers,
          raw: request.rawHeaders,
          client: socket.getPeerCertificate().subject?.CN,
        });
      },
      { requestCert: true, ca: tls('ca.pem'), rejectUnauthorized: false },
    );
    const client = await clientFor(t, server.url, entry);
    return (await client.get('/a', { signal: never })) as Record<string, unknown>;
  }

  it('works with a token, a token file and a password', async t => {
    assert.equal((await shown(t, { user: { token: 'tok' } }))['authorization'], 'Bearer tok');
    const file = join(await folder(t), 'token');
    await writeFile(file, 'from-file\n');
    assert.equal((await shown(t, { user: { token: 'stale', tokenFile: file } }))['authorization'], 'Bearer from-file');
    const basic = await shown(t, { user: { username: 'me', password: 'pass' } });
    assert.equal(basic['authorization'], `Basic ${base64('me:pass')}`);
  });

  it('works with a client certificate, in the kubeconfig or in files', async t => {
    const data = { 'client-certificate-data': base64(tls('client.pem')), 'client-key-data': base64(tls('key.pem')) };
    assert.equal((await shown(t, { user: data }))['client'], 'client');
    const at = await folder(t);
    await writeFile(join(at, 'crt'), tls('client.pem'));
    await writeFile(join(at, 'key'), tls('key.pem'));
    await writeFile(join(at, 'ca'), tls('ca.pem'));
    const files = { 'client-certificate': join(at, 'crt'), 'client-key': join(at, 'key') };
    const cluster = { 'certificate-authority-data': undefined, 'certificate-authority': join(at, 'ca') };
    assert.equal((await shown(t, { user: files, cluster }))['client'], 'client');
    const missing = await failure(shown(t, { user: { ...files, 'client-key': join(at, 'gone') } }));
    assert.equal(missing.kind, 'file-unreadable');
  });

  it('works with a fresh OIDC token, and says that other providers are gone', async t => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none' })}.${part({ exp: 4102444800 })}.x`;
    const user = (name: string): Entry => ({ user: { 'auth-provider': { name, config: { 'id-token': token } } } });
    assert.equal((await shown(t, user('oidc')))['authorization'], `Bearer ${token}`);
    assert.equal((await failure(shown(t, user('gcp')))).kind, 'auth-unsupported');
  });

  it('acts as somebody else, with one header line for each group', async t => {
    const user = {
      token: 't',
      as: 'jane',
      'as-uid': '7',
      'as-groups': ['dev', 'ops'],
      'as-user-extra': { scopes: ['a'] },
    };
    const seen = await shown(t, { user });
    assert.equal(seen['impersonate-user'], 'jane');
    assert.equal(seen['impersonate-uid'], '7');
    assert.equal(seen['impersonate-extra-scopes'], 'a');
    const raw = seen['raw'] as readonly string[];
    const groups = raw.filter((_, at) => raw[at - 1]?.toLowerCase() === 'impersonate-group');
    assert.deepEqual(groups, ['dev', 'ops']);
  });

  it('goes through the cluster’s own proxy', async t => {
    let tunnels = 0;
    const sockets: Socket[] = [];
    const proxy = createServer().on('connect', (request, socket: Socket, head: Buffer) => {
      tunnels += 1;
      const [host, port] = (request.url ?? '').split(':');
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      for (const end of [socket, onward]) end.on('error', () => {});
      sockets.push(socket, onward);
    });
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    t.after(() => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    });
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const seen = await shown(t, { user: { token: 't' }, cluster: { 'proxy-url': url } });
    assert.equal(seen['authorization'], 'Bearer t');
    assert.equal(tunnels, 1);
  });
});

describe('an exec plugin', posix, () => {
  const V1 = 'client.authentication.k8s.io/v1';
  async function plugin(t: Parameters<typeof standIn>[0], body: string): Promise<string> {
    const path = join(await folder(t), 'plugin');
    await writeFile(path, `#!/bin/sh\n${body}\n`);
    await chmod(path, 0o755);
    return path;
  }
  const entry = (command: string, more: Readonly<Record<string, unknown>> = {}): Entry => ({
    user: { exec: { apiVersion: V1, command, interactiveMode: 'Never', ...more } },
  });
  const answer = (status: string, version = V1): string =>
    `printf '{"apiVersion":"${version}","kind":"ExecCredential","status":${status}}'`;

  it('is run once for a collection, is told what it may know, and gives a token or a certificate', async t => {
    const server = await standIn(t, (request, response) =>
      sendJson(response, { authorization: request.headers.authorization }),
    );
    const log = join(await folder(t), 'log');
    const path = await plugin(
      t,
      `echo run >> ${log}; echo "$KUBERNETES_EXEC_INFO" >> ${log}; echo "$STAGE" >> ${log}; ${answer('{"token":"from-plugin"}')}`,
    );
    const client = await clientFor(
      t,
      server.url,
      entry(path, { env: [{ name: 'STAGE', value: 'test' }], provideClusterInfo: true }),
    );
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => client.get('/a', { signal: never })));
    assert.deepEqual(all[4], { authorization: 'Bearer from-plugin' });
    const { readFile } = await import('node:fs/promises');
    const [run, info = '', stage, ...rest] = (await readFile(log, 'utf8')).trim().split('\n');
    assert.deepEqual([run, stage, rest], ['run', 'test', []]);
    const told = JSON.parse(info) as {
      apiVersion: string;
      spec: { interactive: boolean; cluster: { server: string } };
    };
    assert.deepEqual([told.apiVersion, told.spec.interactive, told.spec.cluster.server], [V1, false, server.url]);
  });

  it('speaks v1beta1 too, and no older version', async t => {
    const server = await standIn(t, (_, response) => sendJson(response, {}));
    const beta = 'client.authentication.k8s.io/v1beta1';
    const path = await plugin(t, answer('{"token":"x"}', beta));
    await clientFor(t, server.url, entry(path, { apiVersion: beta }));
    const alpha = entry(path, { apiVersion: 'client.authentication.k8s.io/v1alpha1' });
    assert.equal((await failure(clientFor(t, server.url, alpha))).kind, 'auth-unsupported');
    assert.equal((await failure(clientFor(t, server.url, entry(path)))).kind, 'exec-invalid');
    assert.equal(
      (await failure(clientFor(t, server.url, entry(path, { apiVersion: beta, interactiveMode: 'Always' })))).kind,
      'exec-interactive',
    );
  });

  it('that is not found is named with its hint, and is found in the extra folders', async t => {
    const missing = await failure(
      clientFor(t, 'https://127.0.0.1:1', entry('no-such-plugin-7', { installHint: 'Install it from the shop.' })),
    );
    assert.equal(missing.kind, 'exec-not-found');
    assert.match(format(missing.words, 'en'), /no-such-plugin-7.*Install it from the shop/);
    assert.match(format(missing.next, 'zh-cn'), /PATH/);
    const path = await plugin(t, answer('{"token":"x"}'));
    await clientFor(t, 'https://127.0.0.1:1', entry('plugin'), {}, { extraPath: [join(path, '..')] });
  });

  it('that fails shows its error without what it was trusted with', async t => {
    const marker = 'S3cretValue-of-env';
    const path = await plugin(
      t,
      `echo "sign in again: token=abc123marker $STAGE Bearer eyJhbGciOi.eyJzdWIi.sig" >&2; exit 3`,
    );
    const found = await failure(
      clientFor(t, 'https://127.0.0.1:1', entry(path, { env: [{ name: 'STAGE', value: marker }] })),
    );
    assert.equal(found.kind, 'exec-failed');
    const words = format(found.words, 'en');
    assert.match(words, /3.*sign in again/);
    for (const secret of [marker, 'abc123marker', 'eyJhbGciOi']) assert.ok(!words.includes(secret), words);
  });

  it('that hangs is ended, with what it started', async t => {
    const pidFile = join(await folder(t), 'pid');
    const path = await plugin(t, `sleep 300 & echo $! > ${pidFile}; wait`);
    const found = await failure(clientFor(t, 'https://127.0.0.1:1', entry(path), {}, { timeoutMs: 400 }));
    assert.equal(found.kind, 'exec-timeout');
    const stop = new AbortController();
    const stopped = failure(clientFor(t, 'https://127.0.0.1:1', entry(path), {}, { signal: stop.signal }));
    setTimeout(() => stop.abort(), 100);
    assert.equal((await stopped).kind, 'cancelled');
  });

  it('that prints something else gave no credential', async t => {
    for (const body of ['echo hello', answer('{}'), 'true']) {
      assert.equal(
        (await failure(clientFor(t, 'https://127.0.0.1:1', entry(await plugin(t, body))))).kind,
        'exec-invalid',
      );
    }
  });
});
