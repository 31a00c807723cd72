// Connecting: only when asked, with words when it fails, cancellable, and never in the way of another input.
import * as assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, ID, open } from './helpers';

describe('connecting', () => {
  let folder: string;
  let server: Server;
  let requests = 0;
  let hang = false;
  const setting = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('kubeUpgrade').update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    await vscode.extensions.getExtension(ID)!.activate();
    folder = await mkdtemp(join(tmpdir(), 'kube-upgrade-view-'));
    server = createServer((_request, response) => {
      requests += 1;
      if (!hang) response.writeHead(401).end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const path = join(folder, 'config');
    const cluster = { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
    const contexts = [{ name: 'here', context: { cluster: 'c' } }];
    await writeFile(path, JSON.stringify({ clusters: [{ name: 'c', cluster }], contexts, 'current-context': 'here' }));
    await setting('cluster.kubeconfig', path);
  });
  afterEach(closeAll);
  after(async () => {
    await setting('cluster.kubeconfig', undefined);
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('waits until somebody asks for it', async () => {
    const { view } = open();
    assert.equal(view.model.state.kind, 'disconnected');
    await vscode.commands.executeCommand('kubeUpgrade.cluster.focus');
    await view.files.seeExample();
    await view.model.refresh();
    assert.equal(requests, 0);
  });

  it('that fails says why and what to try, in a row and above it', async () => {
    const { view, tree, facts } = open();
    await view.connect();
    assert.ok(requests > 0);
    assert.equal(view.model.state.kind, 'failed');
    assert.match(tree.message ?? '', /does not accept the credentials \(401\)\. They have expired/);
    const [row] = view.rows();
    assert.equal(row!.toItem().description, 'not connected');
    assert.equal(row!.toItem().contextValue, 'failure');
    assert.deepEqual(
      facts.filter(one => one !== 'left'),
      [],
    );
  });

  it('can be cancelled, and what was there before stays', async () => {
    const { view } = open();
    hang = true;
    const before = requests;
    const connecting = view.connect();
    assert.equal(view.model.state.kind, 'connecting');
    while (requests === before) await new Promise(resolve => setTimeout(resolve, 5));
    view.model.cancel();
    await connecting;
    hang = false;
    assert.equal(view.model.state.kind, 'disconnected');
    assert.equal(view.model.busy, false);
  });

  it('gives way to another input, and its late answer is dropped', async () => {
    const { view } = open();
    hang = true;
    const connecting = view.connect();
    await view.files.seeExample();
    hang = false;
    await connecting;
    assert.equal(view.model.state.kind, 'connected');
    assert.equal(view.model.assessed?.source, 'example');
    assert.equal(view.model.busy, false);
  });

  it('without a kubeconfig says so', async () => {
    await setting('cluster.kubeconfig', join(folder, 'none'));
    const { view } = open();
    assert.equal(view.model.state.kind, 'no-kubeconfig');
    await view.connect();
    assert.equal(view.model.state.kind, 'no-kubeconfig');
  });
});
