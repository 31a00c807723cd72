/** The `cluster` command: connect or open a snapshot, judge, print; the answer is the exit status. */
import { type ClusterReport, type Progress, type Snapshot } from '../cluster';
import { type CatalogData } from '../core';
import { formatCluster, type SayCluster } from './clusterFormats';
import { type ClusterOptions, readClusterOptions } from './clusterOptions';
import { FAILED, FINDINGS } from './commands';
import { Failure, reasonOf } from './failure';
import { productVersion, readData, type Terminal } from './session';

/** Loaded here and nowhere before: the other commands never pay for it. */
const load = () => import('../cluster/index.js');
type Cluster = Awaited<ReturnType<typeof load>>;

export async function cluster(argv: readonly string[], env: NodeJS.ProcessEnv, terminal: Terminal): Promise<number> {
  const options = readClusterOptions(argv, env);
  const half = await load();
  const say: SayCluster = (key, args = {}) => half.words(key, args, options.language);
  try {
    const snapshot = await takeSnapshot(half, options, terminal, say);
    const report = judge(half, snapshot, options);
    terminal.out(formatCluster(options.format, report, options.quiet, say));
    return statusOf(report, options);
  } catch (error) {
    if (!(error instanceof half.ClusterFailure)) throw error;
    const text = [error.words, error.next].map(words => half.format(words, options.language)).join(' ');
    terminal.err(`${say('cli.failure', { message: text })}\n`);
    return FAILED;
  }
}

async function takeSnapshot(
  half: Cluster,
  options: ClusterOptions,
  terminal: Terminal,
  say: SayCluster,
): Promise<Snapshot> {
  if (options.snapshot !== null) return openFile(half, options.snapshot, say);
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const progress = progressOn(options, terminal, say);
  try {
    const snapshot = await half.collectFrom({
      kubeconfig: { path: options.kubeconfig },
      context: options.context,
      version: productVersion(),
      signal: stop.signal,
      progress: progress.show,
    });
    if (options.saveSnapshot !== null) await saveFile(half, options.saveSnapshot, snapshot);
    if (!options.quiet) {
      for (const notice of snapshot.notices) {
        progress.clear();
        terminal.err(`${half.format(notice, options.language)}\n`);
      }
    }
    return snapshot;
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    progress.clear();
  }
}

async function openFile(half: Cluster, path: string, say: SayCluster): Promise<Snapshot> {
  let loaded: Awaited<ReturnType<Cluster['openSnapshot']>>;
  try {
    loaded = await half.openSnapshot(path);
  } catch (error) {
    throw new Failure('cli.unreadable', { path, reason: reasonOf(error) });
  }
  if ('snapshot' in loaded) return loaded.snapshot;
  throw new Failure('cli.unreadable', { path, reason: say(loaded.problem.key as never, loaded.problem.args) });
}

async function saveFile(half: Cluster, path: string, snapshot: Snapshot): Promise<void> {
  try {
    await half.saveSnapshot(path, snapshot);
  } catch (error) {
    throw new Failure('cli.notWritten', { path, reason: reasonOf(error) });
  }
}

function judge(half: Cluster, snapshot: Snapshot, options: ClusterOptions): ClusterReport {
  const catalog = half.createCatalog(readData<CatalogData>('kubernetes.json'));
  const target = half.clusterTarget(snapshot, options, catalog);
  if (target === undefined) {
    throw new Failure('cli.badVersion', { option: '--target-version', value: options.targetVersion });
  }
  return half.clusterReport(snapshot, target, half.assess(snapshot, target, { catalog }), options.language);
}

function statusOf({ verdict }: ClusterReport, { failOn }: ClusterOptions): number {
  if (failOn === 'never') return 0;
  if (verdict === 'blocked' || verdict === 'incomplete') return FINDINGS;
  return verdict === 'warnings' && failOn === 'warning' ? FINDINGS : 0;
}

/** Only on a terminal, and not more often than an eye can follow. */
function progressOn(
  { quiet }: ClusterOptions,
  terminal: Terminal,
  say: SayCluster,
): { readonly show: (progress: Progress) => void; readonly clear: () => void } {
  if (quiet || !terminal.errIsTerminal) return { show: () => {}, clear: () => {} };
  let last = 0;
  let shown = false;
  return {
    show: progress => {
      const now = performance.now();
      if (now - last < 100) return;
      last = now;
      shown = true;
      terminal.err(`\r\u001b[2K${say('cluster.progress', { ...progress })}`);
    },
    clear: () => {
      if (shown) terminal.err('\r\u001b[2K');
      shown = false;
    },
  };
}
