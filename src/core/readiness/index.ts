/**
 * The core's door for the cluster half: snapshot in, results out. Apart from `core/index.ts` so that the editor half does
 * not carry the checks.
 */
export * from '../model/check';
export * from '../model/message';
export * from '../model/snapshot';
export {
  KINDS,
  KIND_NAMES,
  type Condition,
  type Container,
  type Kind,
  type KindName,
  type KindObject,
  type LabelSelector,
  type Node,
  type Pod,
  type PodSpec,
  type PodTemplate,
  type Webhook,
  keepObject,
} from '../snapshot/kinds';
export { keepMetadata, type ObjectMeta, type Writer } from '../snapshot/metadata';
export {
  isRaw,
  ownCopy,
  type CertificateBundle,
  type CertificateFacts,
  type Keeping,
  type Raw,
} from '../snapshot/shape';
export { assess, summaryOf, verdictOf, type AssessContext, type Summary } from '../assess';
export { accessWords } from './run';
export { readSnapshot, type LoadedSnapshot } from '../snapshot/load';
export { type Provider, type Target } from '../model/context';
export { type Catalog } from '../catalog/catalog';
export { createCatalog, type CatalogData } from '../catalog/create';
export { compareMinors, parseMinor, resolveTarget, type TargetRequest } from '../verdict/target';
export { detectProvider } from './provider';
export { clusterTarget, nextStep, type ClusterTargetRequest } from './target';
