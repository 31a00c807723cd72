/**
 * The core's only door. Text in, findings and edits out: no editor, no Node, no network, no clock.
 * Adapters give it a catalog (from `dist/data`) and a context, and shift document-relative spans by `slice.start`.
 */
export * from './model/text';
export * from './model/message';
export * from './model/finding';
export * from './model/fix';
export * from './model/document';
export * from './model/context';
export { type Catalog, type ApiEntry, toApiVersion, fromApiVersion } from './catalog/catalog';
export { createCatalog, type CatalogData } from './catalog/create';
export { chartOf } from './helm/chartFile';
export { createEcosystemCatalog, type EcosystemCatalog, type EcosystemData } from './ecosystem/catalog';
export { parseAdditionalVersions, type AdditionalVersions } from './ecosystem/additional';
export { crdLifecycles, type CustomKind } from './ecosystem/definitions';
export { createEciCatalog, mentionsEci, type EciCatalog, type EciData } from './annotations/catalog';
export { beyondData, resolveTarget, compareMinors, parseMinor, type TargetRequest } from './verdict/target';
export { splitDocuments, detectSyntax } from './yaml/split';
export { analyse } from './analyse';
export { editsFor } from './fixes';
export { explain } from './explain';
export { complete, type Completion } from './complete';
export { describeAt } from './annotations/describeAt';
export { FileAnalyser } from './fileAnalyser';
export { verdict } from './verdict/verdict';
export { readConfig } from './config/read';
export { CONFIG_NAME, ConfigMatcher, isExpired, type ConfigIgnore, type ConfigReading } from './config/config';
export { addIgnore, type NewIgnore } from './config/addIgnore';
export { ruleIds } from './judge/ruleIds';
