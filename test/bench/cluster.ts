// Reading and judging a large cluster on a real kube-apiserver, against the least that any program must do: the same lists,
// page by page, keeping four fields. Each program runs in a process of its own, so that its memory is its own.
//
//   node out/test/bench/cluster.js [PODS]      KUBECTL_JQ=1 also runs the documented one-liner, where both programs are there
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type ApiServer, startApiServer } from '../server/start';
import { type Creation, creations } from './clusterData';

const root = join(__dirname, '..', '..', '..');
const run = promisify(execFile);
const WRITERS = 16;

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly note: string;
}

interface ClusterHalf {
  readonly collectFrom: (options: unknown) => Promise<unknown>;
  readonly createCatalog: (data: unknown) => unknown;
  readonly clusterTarget: (snapshot: unknown, request: unknown, catalog: unknown) => unknown;
  readonly assess: (snapshot: unknown, target: unknown, context: unknown) => readonly { readonly state: string }[];
}

async function main(): Promise<void> {
  const [first = '10000', kubeconfig = ''] = process.argv.slice(2);
  if (first === 'floor') return print(await floor(kubeconfig));
  if (first === 'ours') return print(await ours(kubeconfig));
  await compare(Number(first));
}

function print(measured: Measured): void {
  console.log(JSON.stringify(measured));
}

async function compare(pods: number): Promise<void> {
  const script = pathToFileURL(join(root, 'scripts', 'apiserver.mjs')).href;
  const { ensureApiServer } = (await import(script)) as {
    ensureApiServer(options: object): Promise<{ apiserver: string; etcd: string } | { skip: string }>;
  };
  const binaries = await ensureApiServer({ version: '1.36', log: () => {} });
  if ('skip' in binaries) return console.log(binaries.skip);
  const server = await startApiServer(binaries);
  const folder = await mkdtemp(join(tmpdir(), 'kube-upgrade-bench-'));
  try {
    const started = performance.now();
    const objects = await fill(server, pods);
    console.log(`${objects} objects made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    const kubeconfig = join(folder, 'config');
    await writeFile(kubeconfig, configFor(server));
    const results: Record<'floor' | 'ours', Measured[]> = { floor: [], ours: [] };
    for (let round = 0; round < 3; round += 1) {
      for (const program of ['floor', 'ours'] as const) {
        const { stdout } = await run(process.execPath, [__filename, program, kubeconfig], { maxBuffer: 1e8 });
        results[program].push(JSON.parse(stdout) as Measured);
      }
    }
    report(pods, results.floor.reduce(faster), results.ours.reduce(faster));
    if (process.env['KUBECTL_JQ']) oneLiner(kubeconfig);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const faster = (a: Measured, b: Measured): Measured => (a.seconds <= b.seconds ? a : b);

function report(pods: number, floorRun: Measured, oursRun: Measured): void {
  const show = ({ seconds, megabytes, note }: Measured): string =>
    `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB resident at most (${note})`;
  console.log(`floor: ${show(floorRun)}\nours:  ${show(oursRun)}`);
  const large = pods > 10_000;
  const time = oursRun.seconds / floorRun.seconds;
  const [mostTime, mostMemory] = [large ? 5.5 : 2, 250 + (large ? pods * 0.002 : 0)];
  console.log(
    `time: ${time.toFixed(2)} times the floor  [${time <= mostTime ? 'met' : 'MISSED'}: at most ${mostTime}]`,
  );
  console.log(
    `memory: ${oursRun.megabytes.toFixed(0)} MB  [${oursRun.megabytes <= mostMemory ? 'met' : 'MISSED'}: at most ${mostMemory} MB]`,
  );
}

/** The check for pods outside the newest platform that manuals print, as far as it gets. */
function oneLiner(kubeconfig: string): void {
  const started = performance.now();
  const command = `kubectl --kubeconfig '${kubeconfig}' get pods -A -o json | jq '[.items[] | select((.spec.nodeName // "") | startswith("virtual-"))] | length'`;
  const { status } = spawnSync('sh', ['-c', command]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`kubectl get pods -A -o json | jq: ${status === 0 ? `${seconds} s` : 'not here'}`);
}

function configFor({ url, ca, adminToken }: ApiServer): string {
  const cluster = { server: url, 'certificate-authority-data': Buffer.from(ca).toString('base64') };
  return JSON.stringify({
    clusters: [{ name: 'c', cluster }],
    users: [{ name: 'u', user: { token: adminToken } }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  });
}

async function fill(server: ApiServer, pods: number): Promise<number> {
  const waiting = creations({ pods, seed: 1 });
  let made = 0;
  const one = async ({ path, object, status }: Creation): Promise<void> => {
    const answer = await server.request('POST', path, object);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    made += 1;
    if (status === undefined) return;
    const { name } = (object as { metadata: { name: string } }).metadata;
    const patch = { contentType: 'application/merge-patch+json' };
    await server.request('PATCH', `${path}/${name}/status`, { status }, patch);
  };
  // Namespaces and nodes before what lies in them: one after another until the first workload.
  const worker = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await one(next.value);
  };
  for (let at = 0; at < 250; at += 1) {
    const next = waiting.next();
    if (!next.done) await one(next.value);
  }
  await Promise.all(Array.from({ length: WRITERS }, worker));
  return made;
}

const LISTS = [
  '/api/v1/pods',
  '/apis/apps/v1/deployments',
  '/apis/apps/v1/replicasets',
  '/api/v1/services',
  '/apis/discovery.k8s.io/v1/endpointslices',
  '/api/v1/nodes',
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
  '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
];

async function floor(kubeconfig: string): Promise<Measured> {
  const config = JSON.parse(await readFile(kubeconfig, 'utf8')) as {
    clusters: readonly { cluster: Record<string, string> }[];
    users: readonly { user: { token: string } }[];
  };
  const cluster = config.clusters[0]?.cluster ?? {};
  const ca = Buffer.from(cluster['certificate-authority-data'] ?? '', 'base64');
  const agent = new Agent({ ca, keepAlive: true });
  const headers = { authorization: `Bearer ${config.users[0]?.user.token}` };
  const started = performance.now();
  const kept: unknown[] = [];
  for (const path of LISTS) {
    let next = '';
    do {
      const text = await new Promise<string>((resolve, reject) => {
        get(`${cluster['server']}${path}?limit=500${next}`, { agent, headers }, response => {
          const parts: Buffer[] = [];
          response
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => resolve(Buffer.concat(parts).toString()));
        }).on('error', reject);
      });
      const page = JSON.parse(text) as { items: readonly Item[]; metadata: { continue?: string } };
      for (const { metadata, spec } of page.items) {
        kept.push({
          name: metadata.name,
          namespace: metadata.namespace,
          created: metadata.creationTimestamp,
          node: spec?.nodeName,
        });
      }
      next = page.metadata.continue ? `&continue=${page.metadata.continue}` : '';
    } while (next !== '');
  }
  agent.destroy();
  return measured(started, `${kept.length} objects`);
}

interface Item {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly creationTimestamp: string };
  readonly spec?: { readonly nodeName?: string };
}

async function ours(kubeconfig: string): Promise<Measured> {
  const started = performance.now();
  // As a variable, so that the compiler takes it for what it is: a file made by the build.
  const bundle = join(root, 'dist', 'cluster.js');
  const half = (await import(pathToFileURL(bundle).href)) as { default: ClusterHalf };
  const { collectFrom, createCatalog, clusterTarget, assess } = half.default;
  const signal = new AbortController().signal;
  const snapshot = await collectFrom({ kubeconfig: { path: kubeconfig }, context: null, version: 'bench', signal });
  const collected = performance.now();
  const catalog = createCatalog(JSON.parse(await readFile(join(root, 'dist', 'data', 'kubernetes.json'), 'utf8')));
  const target = clusterTarget(snapshot, { targetVersion: 'auto', currentVersion: 'auto', provider: 'auto' }, catalog);
  const judging = performance.now();
  const results = assess(snapshot, target, { catalog });
  const checks = `${results.length} checks in ${(performance.now() - judging).toFixed(0)} ms`;
  return measured(started, `collected in ${((collected - started) / 1000).toFixed(2)} s, ${checks}`);
}

function measured(started: number, note: string): Measured {
  return {
    seconds: (performance.now() - started) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    note,
  };
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
