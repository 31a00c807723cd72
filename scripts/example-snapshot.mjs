// Records media/example-snapshot.json, which "See an Example" opens: a real kube-apiserver, a small shop planted in it, and
// `node dist/cli.js cluster --save-snapshot` as a user who may read nearly everything. Run it after `npm run build`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureApiServer } from './apiserver.mjs';
import { root } from './setup.mjs';

const require = createRequire(import.meta.url);
const { startApiServer } = require(join(root, 'out', 'test', 'server', 'start.js'));

const binaries = await ensureApiServer({ version: '1.32' });
if ('skip' in binaries) throw new Error(binaries.skip);
const home = mkdtempSync(join(tmpdir(), 'kube-upgrade-example-'));
const server = await startApiServer(binaries);

async function create(path, object) {
  const { status, text } = await server.request('POST', path, object);
  if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
}

async function setStatus(path, status) {
  const options = { contentType: 'application/merge-patch+json' };
  const answer = await server.request('PATCH', `${path}/status`, { status }, options);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
}

async function node(name, kubeletVersion) {
  await create('/api/v1/nodes', { metadata: { name, labels: { 'kubernetes.io/os': 'linux' } } });
  const capacity = { cpu: '4', memory: '16Gi', pods: '110' };
  await setStatus(`/api/v1/nodes/${name}`, {
    conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'ready' }],
    ...{ capacity, allocatable: capacity },
    nodeInfo: {
      ...{ kubeletVersion, kubeProxyVersion: '', machineID: '', systemUUID: '', bootID: '', kernelVersion: '6.1.0' },
      ...{ osImage: 'Debian 12', containerRuntimeVersion: 'containerd://1.7.20', operatingSystem: 'linux' },
      architecture: 'amd64',
    },
  });
}

const container = { name: 'app', image: 'shop.example/app:1' };

async function deployment(namespace, name, replicas) {
  const labels = { app: name };
  const spec = { containers: [container] };
  await create(`/apis/apps/v1/namespaces/${namespace}/deployments`, {
    metadata: { name },
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  });
  for (let index = 0; index < replicas; index += 1) {
    const pod = `${name}-${index}`;
    await create(`/api/v1/namespaces/${namespace}/pods`, {
      metadata: { name: pod, labels },
      spec: { ...spec, nodeName: `node-${(index % 3) + 1}` },
    });
    await setStatus(`/api/v1/namespaces/${namespace}/pods/${pod}`, {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
    });
  }
}

async function webhook(name, service, more) {
  await create('/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations', {
    metadata: { name },
    webhooks: [
      {
        name: `${name}.shop.example`,
        clientConfig: { service: { ...service, path: '/validate' } },
        rules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'], scope: '*' }],
        ...{ sideEffects: 'None', admissionReviewVersions: ['v1'], ...more },
      },
    ],
  });
}

async function plant() {
  for (const name of ['shop', 'policy']) await create('/api/v1/namespaces', { metadata: { name } });
  await node('node-1', 'v1.32.13');
  await node('node-2', 'v1.32.13');
  await node('node-3', 'v1.30.9');
  await node('node-4', 'v1.29.4');
  await deployment('shop', 'web', 3);
  await deployment('shop', 'cart', 2);
  await deployment('policy', 'guard', 1);
  const budgets = '/apis/policy/v1/namespaces/shop/poddisruptionbudgets';
  const selector = app => ({ selector: { matchLabels: { app } } });
  await create(budgets, { metadata: { name: 'cart' }, spec: { maxUnavailable: 0, ...selector('cart') } });
  await create(budgets, { metadata: { name: 'web' }, spec: { minAvailable: 2, ...selector('web') } });
  await setStatus(`${budgets}/web`, { disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2, expectedPods: 3 });
  await create('/api/v1/namespaces/policy/services', {
    metadata: { name: 'guard' },
    spec: { selector: { app: 'guard' }, ports: [{ port: 443 }] },
  });
  await webhook('guard', { namespace: 'policy', name: 'guard' }, { failurePolicy: 'Fail', timeoutSeconds: 30 });
  await webhook('audit', { namespace: 'policy', name: 'gone' }, { failurePolicy: 'Ignore', timeoutSeconds: 5 });
  await create('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
    metadata: { name: 'orders.shop.example' },
    spec: {
      ...{ group: 'shop.example', scope: 'Namespaced' },
      names: { plural: 'orders', singular: 'order', kind: 'Order', listKind: 'OrderList' },
      versions: ['v1', 'v1beta1'].map(name => ({
        ...{ name, served: true, storage: name === 'v1', deprecated: name !== 'v1' },
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      })),
    },
  });
  // What somebody still asks for in an old way.
  await server.request('GET', '/api/v1/componentstatuses');
  await reader();
}

/** May read what the checks read, but neither the metrics nor roles nor leases: that is how "not checked" looks. */
async function reader() {
  const groups = [
    '',
    'apps',
    'batch',
    'policy',
    'autoscaling',
    'discovery.k8s.io',
    'networking.k8s.io',
    'storage.k8s.io',
  ];
  const more = [
    'admissionregistration.k8s.io',
    'apiextensions.k8s.io',
    'apiregistration.k8s.io',
    'scheduling.k8s.io',
    'node.k8s.io',
    'shop.example',
  ];
  const name = 'readiness-reader';
  await create('/apis/rbac.authorization.k8s.io/v1/clusterroles', {
    metadata: { name },
    rules: [{ apiGroups: [...groups, ...more], resources: ['*'], verbs: ['get', 'list'] }],
  });
  await create('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: 'viewer' }],
  });
}

try {
  await plant();
  const kubeconfig = join(home, 'config');
  const certificate = Buffer.from(server.ca).toString('base64');
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      clusters: [{ name: 'shop', cluster: { server: server.url, 'certificate-authority-data': certificate } }],
      users: [{ name: 'viewer', user: { token: server.viewerToken } }],
      contexts: [{ name: 'example-shop', context: { cluster: 'shop', user: 'viewer' } }],
      'current-context': 'example-shop',
    }),
  );
  const snapshot = join(root, 'media', 'example-snapshot.json');
  const args = [
    'dist/cli.js',
    'cluster',
    '--kubeconfig',
    kubeconfig,
    '--fail-on',
    'never',
    '--save-snapshot',
    snapshot,
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`the command line ended with ${status}`);
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
