/** Door of the cluster half, loaded when it is first needed: connect, collect, save, open, assess, and the words for it. */
import { collect, type CollectOptions } from './collect';
import { openAccess } from './credentials';
import { type Snapshot } from '../core/readiness';
import { ApiClient, type HttpLimits } from './http';
import { type KubeconfigSource, readKubeconfig } from './kubeconfig';

export { ClusterFailure, type FailureKind, toFailure } from './failure';
export { type CollectOptions, type Progress } from './collect';
export {
  type ContextInfo,
  type Kubeconfig,
  kubeconfigFiles,
  type KubeconfigSource,
  readKubeconfig,
} from './kubeconfig';
export { openSnapshot, saveSnapshot } from './files';
export * from '../core/readiness';
export * from '../core/report';
export { type ClusterKey, format, words } from '../words/cluster';

export interface ConnectOptions extends CollectOptions {
  readonly kubeconfig: KubeconfigSource;
  /** null: the kubeconfig's current one. */
  readonly context: string | null;
  /** Of this product, for the User-Agent. */
  readonly version: string;
  readonly execTimeoutMs?: number;
  readonly extraPath?: readonly string[];
  readonly limits?: Partial<HttpLimits>;
}

/** Finds the context, connects, reads. Every failure is a ClusterFailure. */
export async function collectFrom(options: ConnectOptions): Promise<Snapshot> {
  const { signal, context, extraPath = [], execTimeoutMs = 20_000 } = options;
  const chosen = (await readKubeconfig(options.kubeconfig)).choose(context);
  const access = await openAccess(chosen, { execTimeoutMs, extraPath, signal });
  const client = new ApiClient(access, `kube-upgrade-readiness/${options.version}`, options.limits);
  try {
    return await collect(
      { client, context: chosen.context, cluster: chosen.cluster, insecure: access.insecure },
      options,
    );
  } finally {
    client.close();
  }
}
export { clusterReport, type ClusterReport, type ReportCheck, type ReportSubject } from './report';
