// Reading a real API server: what comes, what may not be read, and what is left behind in its audit log.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  assess,
  ClusterFailure,
  createCatalog,
  type CatalogData,
  clusterTarget,
  KIND_NAMES,
  saveSnapshot,
  type Snapshot,
  verdictOf,
} from '../../src/cluster';
import { startCluster, type TestCluster } from './server';

const MARKER = 'MARKER-never-collected';
let cluster: TestCluster | undefined;
let skip: string | undefined;

before(async () => {
  const started = await startCluster();
  if ('skip' in started) skip = started.skip;
  else {
    cluster = started;
    await plant(started);
  }
});
after(() => cluster?.stop());

/** A test that needs the server. */
function asks(title: string, body: (at: TestCluster) => Promise<void>): void {
  it(title, async t => {
    if (cluster === undefined) return t.skip(skip);
    return body(cluster);
  });
}

async function create({ server }: TestCluster, path: string, object: unknown): Promise<void> {
  const answer = await server.request('POST', path, object);
  assert.ok(answer.status === 201, `${path}: ${answer.status} ${answer.text}`);
}

async function plant(at: TestCluster): Promise<void> {
  await create(at, '/api/v1/namespaces', { metadata: { name: 'shop' } });
  const annotations = { 'example.com/note': MARKER };
  for (let name = 0; name < 23; name += 1) {
    await create(at, '/api/v1/namespaces/shop/pods', {
      metadata: { name: `web-${name}`, labels: { app: 'web' }, annotations },
      spec: { nodeName: 'n1', containers: [{ name: 'c', image: 'app:1', env: [{ name: 'PASSWORD', value: MARKER }] }] },
    });
  }
  const kubeletVersion = 'v1.33.1';
  await create(at, '/api/v1/nodes', { metadata: { name: 'n1' } });
  await at.server.request(
    'PATCH',
    '/api/v1/nodes/n1/status',
    { status: { nodeInfo: nodeInfo(kubeletVersion) } },
    { contentType: 'application/merge-patch+json' },
  );
  await create(at, '/api/v1/namespaces/kube-system/configmaps', {
    metadata: { name: 'coredns' },
    data: { Corefile: '.:53 { ready }', other: MARKER },
  });
  await create(at, '/api/v1/namespaces/shop/configmaps', { metadata: { name: 'settings' }, data: { a: MARKER } });
  await create(at, '/api/v1/namespaces/shop/secrets', { metadata: { name: 's' }, stringData: { a: MARKER } });
  await create(at, '/apis/policy/v1/namespaces/shop/poddisruptionbudgets', {
    metadata: { name: 'never' },
    spec: { maxUnavailable: 0, selector: { matchLabels: { app: 'web' } } },
  });
}

function nodeInfo(kubeletVersion: string): Readonly<Record<string, string>> {
  return {
    ...{ kubeletVersion, kubeProxyVersion: '', machineID: '', systemUUID: '', bootID: '', kernelVersion: '6.1.0' },
    ...{
      osImage: 'Debian',
      containerRuntimeVersion: 'containerd://2.0.0',
      operatingSystem: 'linux',
      architecture: 'amd64',
    },
  };
}

async function judge(snapshot: Snapshot): Promise<ReturnType<typeof assess>> {
  const data = await readFile(join(__dirname, '..', '..', '..', 'dist', 'data', 'kubernetes.json'), 'utf8');
  const catalog = createCatalog(JSON.parse(data) as CatalogData);
  const target = clusterTarget(snapshot, { targetVersion: 'auto', currentVersion: 'auto', provider: 'auto' }, catalog);
  assert.ok(target !== undefined);
  return assess(snapshot, target, { catalog });
}

describe('an admin', () => {
  asks('reads every kind that is served, and finds what was planted on that very object', async at => {
    const snapshot = await at.collect();
    const unread = KIND_NAMES.filter(name => {
      const list = snapshot.lists[name];
      return list.state === 'unread' && list.reason !== 'not-served';
    });
    assert.deepEqual(unread, []);
    assert.equal(snapshot.lists.pods.state === 'read' && snapshot.lists.pods.items.length, 23);
    assert.equal(snapshot.clock, 'server');
    assert.deepEqual(snapshot.configMaps['kube-system/coredns'], {
      state: 'read',
      value: { Corefile: '.:53 { ready }' },
    });
    const failed = (await judge(snapshot))
      .filter(({ state }) => state === 'fail')
      .flatMap(({ checkId, subjects }) => subjects.map(({ name }) => `${checkId} ${name}`));
    assert.ok(failed.includes('pdb-blocks-drain never'), failed.join(', '));
  });

  asks('gets a snapshot without any secret, in memory and in the file', async at => {
    const snapshot = await at.collect();
    const path = join(at.folder, 'snapshot.json');
    await saveSnapshot(path, snapshot);
    const text = await readFile(path, 'utf8');
    for (const secret of [MARKER, at.server.adminToken, 'BEGIN CERTIFICATE']) assert.ok(!text.includes(secret), secret);
  });

  asks('gets the same from small pages', async at => {
    const [whole, paged] = [await at.collect(), await at.collect({ limit: 3 })];
    const names = ({ lists }: Snapshot): readonly string[] =>
      lists.pods.state === 'read' ? lists.pods.items.map(({ metadata }) => metadata.name).sort() : [];
    assert.deepEqual(names(paged), names(whole));
  });

  asks('hears how far it is, and stops where it is told to', async at => {
    const stop = new AbortController();
    const seen: string[] = [];
    const collecting = at.collect({
      limit: 2,
      signal: stop.signal,
      progress: ({ reading, objects }) => {
        seen.push(reading);
        if (objects > 8) stop.abort();
      },
    });
    await assert.rejects(collecting, (error: unknown) => error instanceof ClusterFailure && error.kind === 'cancelled');
    assert.equal(seen[0], '/metrics');
    assert.ok(seen.includes('pods'));
  });

  asks('only reads: the audit log has get, list and review, starting with /metrics, and no Secret', async at => {
    await at.collect({ version: 'audited' });
    const lines = await at.audit('kube-upgrade-readiness/audited');
    assert.ok(lines.length > 50, String(lines.length));
    assert.deepEqual([...new Set(lines.map(({ verb }) => verb))].sort(), ['get', 'list']);
    assert.equal(lines[0]?.requestURI, '/metrics');
    assert.deepEqual(
      lines.filter(({ requestURI }) => /secrets|watch=|endpoints\?|componentstatuses/.test(requestURI)),
      [],
    );
  });

  asks('does not make itself the user of a deprecated API', async at => {
    await at.collect();
    const { metrics } = await at.collect();
    const apis = metrics.state === 'read' ? metrics.value.deprecated.map(({ resource }) => resource) : ['unread'];
    assert.deepEqual(
      apis.filter(resource => resource !== 'endpoints'),
      [],
    );
  });
});

describe('a viewer without rights', () => {
  asks('learns what is missing, and gets incomplete instead of a pass', async at => {
    const snapshot = await at.collect({ path: await at.kubeconfig({ user: { token: at.server.viewerToken } }) });
    assert.deepEqual(
      [snapshot.lists.pods.state === 'unread' && snapshot.lists.pods.reason, snapshot.metrics.state],
      ['forbidden', 'unread'],
    );
    const results = await judge(snapshot);
    assert.equal(verdictOf(results), 'incomplete');
    for (const id of ['version-skew', 'pdb-blocks-drain', 'deprecated-apis-in-use']) {
      const result = results.find(({ checkId }) => checkId === id);
      assert.equal(result?.state, 'unknown', id);
      assert.ok(result.missing.length > 0, id);
    }
  });
});

describe('a connection', () => {
  asks('acts as somebody else when the kubeconfig says so', async at => {
    const path = await at.kubeconfig({ user: { token: at.server.adminToken, as: 'nobody', 'as-groups': ['none'] } });
    const snapshot = await at.collect({ path });
    assert.equal(snapshot.lists.pods.state === 'unread' && snapshot.lists.pods.reason, 'forbidden');
  });

  asks('is refused in words with a wrong token, and with another authority', async at => {
    const failed = async (change: Parameters<TestCluster['kubeconfig']>[0]): Promise<string> => {
      const path = await at.kubeconfig(change);
      return at.collect({ path }).then(
        () => 'connected',
        (error: ClusterFailure) => error.kind,
      );
    };
    assert.equal(await failed({ user: { token: 'wrong' } }), 'unauthorized');
    assert.equal(await failed({ cluster: { 'certificate-authority-data': undefined } }), 'certificate-unknown');
  });
});

describe('a server that is killed half-way', () => {
  it('ends the collection in words', async t => {
    const doomed = await startCluster();
    if ('skip' in doomed) return t.skip(doomed.skip);
    try {
      let killed: Promise<void> | undefined;
      const collecting = doomed.collect({
        limit: 5,
        progress: ({ kindsDone }) => {
          if (kindsDone > 3) killed ??= doomed.server.stop();
        },
      });
      const error: unknown = await collecting.then(
        () => 'collected',
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof ClusterFailure, String(error));
      assert.ok(['refused', 'closed', 'truncated'].includes(error.kind), error.kind);
      await killed;
      await pause(0);
    } finally {
      await doomed.stop();
    }
  });
});
