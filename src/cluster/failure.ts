/** What goes wrong between this machine and a cluster, as a kind and words: never the text of a secret. */
import { type Message, message, type MessageArg } from '../core/readiness';

export type FailureKind =
  | 'no-kubeconfig'
  | 'kubeconfig-unreadable'
  | 'kubeconfig-invalid'
  | 'no-context'
  | 'context-unknown'
  | 'context-incomplete'
  | 'file-unreadable'
  | 'auth-unsupported'
  | 'oidc-failed'
  | 'exec-not-found'
  | 'exec-failed'
  | 'exec-timeout'
  | 'exec-interactive'
  | 'exec-invalid'
  | 'address-invalid'
  | 'address-unknown'
  | 'refused'
  | 'closed'
  | 'timeout'
  | 'certificate-unknown'
  | 'certificate-expired'
  | 'certificate-name'
  | 'tls-failed'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'too-many-requests'
  | 'not-kubernetes'
  | 'truncated'
  | 'too-large'
  | 'server-error'
  | 'cancelled'
  | 'failed';

/** Thrown inside `src/cluster` and by its door. `words` says what happened, `next` what to try. */
export class ClusterFailure extends Error {
  readonly kind: FailureKind;
  readonly words: Message;
  readonly next: Message;

  constructor(kind: FailureKind, args: Readonly<Record<string, MessageArg>> = {}) {
    super(`cluster.${kind}`);
    this.kind = kind;
    this.words = message(`cluster.${kind}`, args);
    this.next = message(`cluster.${kind}.next`, args);
  }
}

/** A ClusterFailure for anything thrown. */
export function toFailure(error: unknown, signal?: AbortSignal): ClusterFailure {
  if (error instanceof ClusterFailure) return error;
  if (signal?.aborted) return new ClusterFailure('cancelled');
  return fromSystem(error) ?? new ClusterFailure('failed', { reason: codeOf(error) ?? nameOf(error) });
}

/** Only codes and names are shown: messages of other programs may quote what they were given. */
function fromSystem(error: unknown): ClusterFailure | undefined {
  const code = codeOf(error);
  switch (code) {
    case 'ECONNREFUSED':
      return new ClusterFailure('refused');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ClusterFailure('address-unknown');
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return new ClusterFailure('timeout');
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return new ClusterFailure('closed');
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'CERT_SIGNATURE_FAILURE':
      return new ClusterFailure('certificate-unknown', { code });
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return new ClusterFailure('certificate-expired', { code });
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return new ClusterFailure('certificate-name');
  }
  return code !== undefined && /^(?:ERR_SSL|ERR_TLS|ERR_OSSL|EPROTO|CERT_)/.test(code)
    ? new ClusterFailure('tls-failed', { code })
    : undefined;
}

function codeOf(error: unknown): string | undefined {
  const at = error as { readonly code?: unknown; readonly cause?: unknown } | null | undefined;
  if (typeof at?.code === 'string') return at.code;
  return at?.cause === undefined ? undefined : codeOf(at.cause);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
