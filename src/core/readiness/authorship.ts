/**
 * Who still writes an object through an old apiVersion. What version the server lists an object in says nothing: it converts
 * on read. Only its managedFields and kubectl's last-applied annotation tell, and not all of them speak of today.
 */
import { type ObjectMeta, type Writer } from '../snapshot/metadata';

export interface OldAuthor {
  /** `applied`: server-side apply; `updated`: the newest write of that client; `annotated`: last-applied alone says so. */
  readonly how: 'applied' | 'updated' | 'annotated';
  /** `manifest`: it wrote the object's content; `client`: only its metadata, as controllers do to what others made. */
  readonly role: 'manifest' | 'client';
  readonly manager: string;
  readonly apiVersion: string;
  readonly time: string | null;
  /** last-applied says the same. */
  readonly confirmed: boolean;
}

const KUBECTL = /^kubectl(?:-|$)/;
const APPLIES = /^kubectl-client-side-apply$/;
/** The server's own parts, which move with it, and what providers put in. */
const OWN =
  /^(?:kube-controller-manager|kube-apiserver|kube-scheduler|kubelet|cloud-controller-manager|eks|eks-.*|api-priority-and-fairness-.*)$/;

/** `isOld` judges an apiVersion of this kind. Empty for an object that its writers have moved on from. */
export function oldAuthors(metadata: ObjectMeta, isOld: (apiVersion: string) => boolean): readonly OldAuthor[] {
  const { writers, lastApplied } = metadata;
  const annotated = lastApplied !== undefined && isOld(lastApplied);
  const telling = (writers ?? []).filter(writer => !isServers(writer) && !isStatus(writer));
  const authors = telling
    .filter(writer => isOld(writer.apiVersion) && isNewest(writer, telling, isOld))
    .map((writer): OldAuthor => ({
      how: writer.operation === 'Apply' ? 'applied' : 'updated',
      role: isContent(writer) ? 'manifest' : 'client',
      manager: writer.manager,
      apiVersion: writer.apiVersion,
      time: writer.time,
      confirmed: annotated && lastApplied === writer.apiVersion && KUBECTL.test(writer.manager),
    }));
  if (!annotated || authors.some(({ confirmed }) => confirmed)) return authors;
  // With a writer to judge by, a left-over annotation says only what used to be.
  const judged = telling.some(writer => APPLIES.test(writer.manager) || (isContent(writer) && writers !== undefined));
  if (judged) return authors;
  const annotation: OldAuthor = {
    how: 'annotated',
    role: 'manifest',
    manager: 'kubectl',
    apiVersion: lastApplied,
    time: null,
    confirmed: true,
  };
  return [...authors, annotation];
}

function isServers({ manager }: Writer): boolean {
  return OWN.test(manager);
}

function isStatus({ subresource, fields }: Writer): boolean {
  return subresource !== null || (fields.length > 0 && fields.every(field => field === 'status'));
}

function isContent({ fields }: Writer): boolean {
  return fields.length === 0 || fields.some(field => field !== 'metadata' && field !== 'status');
}

/** An applied set stays as it was declared; an update counts only while the same client has not written anew since. */
function isNewest(writer: Writer, all: readonly Writer[], isOld: (apiVersion: string) => boolean): boolean {
  if (writer.operation === 'Apply') return true;
  return !all.some(
    other => other.manager === writer.manager && !isOld(other.apiVersion) && (other.time ?? '') >= (writer.time ?? ''),
  );
}
