/**
 * CustomResourceDefinition apiextensions.k8s.io/v1beta1 → v1: each version has its own schema, subresources and columns.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#customresourcedefinition-v122
 */
import { defineConversion } from '../convert/conversion';
import { type Converter, type Field } from '../convert/converter';
import { checkSchema } from '../convert/structural';
import { EditBuilder, type Member } from '../edit/builder';
import { type Copied, type Entry } from '../edit/emit';
import { message } from '../model/message';
import { type MapView } from '../yaml/view';

const KEEP = 'x-kubernetes-preserve-unknown-fields';
const PROTECTED = /(?:^|\.)(?:k8s|kubernetes)\.io$/;
/** Field for all versions → field of one version. */
const SHARED = [
  ['validation', 'schema'],
  ['subresources', 'subresources'],
  ['additionalPrinterColumns', 'additionalPrinterColumns'],
] as const;

export default defineConversion({
  id: 'customresourcedefinition',
  kinds: ['CustomResourceDefinition'],
  from: ['apiextensions.k8s.io/v1beta1'],
  to: ['apiextensions.k8s.io/v1'],
  changes: [
    message('change.rename', { from: 'spec.version', to: 'spec.versions[].name' }),
    message('change.rename', { from: 'spec.validation', to: 'spec.versions[].schema' }),
    message('change.rename', { from: 'spec.subresources', to: 'spec.versions[].subresources' }),
    message('change.rename', { from: 'spec.additionalPrinterColumns', to: 'spec.versions[].additionalPrinterColumns' }),
    message('change.rename', { from: 'additionalPrinterColumns[].JSONPath', to: 'jsonPath' }),
    message('change.rename', {
      from: 'spec.conversion.webhookClientConfig',
      to: 'spec.conversion.webhook.clientConfig',
    }),
    message('change.preserveUnknownFields', { from: 'spec.preserveUnknownFields' }),
    message('change.required', { field: 'spec.scope', value: 'Namespaced' }),
    message('change.schema'),
  ],
  convert(c) {
    if (convertDefinition(c, false)) return;
    c.choiceReason = message('choice.noSchema');
    c.choices.push({
      id: 'permissive',
      title: message('choice.noSchema.permissive'),
      apply: each => void convertDefinition(each, true),
    });
  },
});

/** Returns whether every version has a schema, or has been given the permissive one. */
function convertDefinition(c: Converter, permissive: boolean): boolean {
  const spec = c.need(c.root, 'spec');
  const preserve = turnOffPreserving(c, spec);
  checkGroup(c, spec);
  if (!c.has(spec, 'scope')) {
    const entry = { key: 'scope', value: 'Namespaced' };
    const names = c.field(spec, 'names') ?? c.manual(message('fix.missing', { field: 'names' }));
    c.edits.addBefore(spec, names.pair, [entry]);
    c.pin('scope: Namespaced');
  }
  const conversion = c.map(spec, 'conversion');
  if (conversion) nestWebhook(c, conversion);
  const versions = c.list(spec, 'versions');
  const single = c.scalar(spec, 'version', { copyOnly: true });
  checkVersion(c, versions, single?.text, single !== undefined);
  for (const [key, own] of SHARED) {
    if (c.has(spec, key) && versions.some(version => c.has(version, own)))
      c.manual(message('manual.crdBoth', { field: key }));
  }

  const hasShared = c.has(spec, 'validation');
  const shared = takeShared(c, spec, preserve);
  const fallback = permissive && !hasShared ? [permissiveSchema()] : [];
  if (versions.length > 0) {
    versions.forEach((version, index) => {
      convertVersion(c, version, index === 0 ? shared : shared.map(withoutLead), preserve, fallback);
    });
    if (single) c.edits.remove(spec, single.pair);
    return hasShared || permissive || versions.every(version => c.has(version, 'schema'));
  }
  if (!single) c.manual(message('fix.missing', { field: 'versions' }));
  const name: Copied = { ...c.edits.copy(spec, single.pair), lead: [] };
  const entries = [
    { key: 'name', rawKey: c.edits.keyLike(single.pair, 'name'), value: name },
    { key: 'served', value: true },
    { key: 'storage', value: true },
    ...fallback,
    ...shared,
  ];
  c.edits.replacePair(spec, single.pair, [{ key: 'versions', value: { items: [{ entries }] } }]);
  return hasShared || permissive;
}

/** A comment above a field is not repeated for every version. */
function withoutLead(entry: Entry): Entry {
  const { value } = entry;
  return typeof value === 'object' && 'copied' in value ? { ...entry, value: { ...value, lead: [] } } : entry;
}

function permissiveSchema(): Entry {
  const content = [
    { key: 'type', value: 'object' },
    { key: KEEP, value: true },
  ];
  return { key: 'schema', value: { entries: [{ key: 'openAPIV3Schema', value: { entries: content } }] } };
}

/** The fields for all versions as entries of one version; they leave their own place. */
function takeShared(c: Converter, spec: MapView, preserve: boolean): Entry[] {
  const inner = new EditBuilder(c.resource.document);
  const validation = c.map(spec, 'validation');
  if (validation) convertSchema(c, validation, preserve, inner);
  renameColumns(c, spec, inner);
  return SHARED.flatMap(([key, own]): Entry[] => {
    const field = c.field(spec, key);
    if (!field) return [];
    c.edits.remove(spec, field.pair);
    return [{ key: own, rawKey: c.edits.keyLike(field.pair, own), value: c.edits.copy(spec, field.pair, inner) }];
  });
}

function convertVersion(
  c: Converter,
  version: MapView,
  shared: readonly Entry[],
  preserve: boolean,
  fallback: readonly Entry[],
): void {
  renameColumns(c, version, c.edits);
  const own = c.map(version, 'schema');
  if (own) convertSchema(c, own, preserve, c.edits);
  c.edits.append(version, [...(own ? [] : fallback), ...shared]);
}

/** Checks a schema and lets its root keep unknown fields where all of the object did so. */
function convertSchema(c: Converter, holder: MapView, preserve: boolean, edits: EditBuilder): void {
  const schema = c.need(holder, 'openAPIV3Schema');
  const { fault, prunesInside } = checkSchema(c, schema);
  if (fault) c.manual(message('manual.crdSchema', { reason: fault }));
  if (!preserve || c.has(schema, KEEP)) return;
  edits.addAfter(schema, c.field(schema, 'type')!.pair, [{ key: KEEP, value: true }]);
  c.pin(`${KEEP}: true`);
  if (prunesInside) c.choiceReason = message('choice.nestedPruning');
}

/** Returns whether unknown fields were kept: the old default. */
function turnOffPreserving(c: Converter, spec: MapView): boolean {
  const stated = c.scalar(spec, 'preserveUnknownFields');
  if (!stated) return true;
  if (stated.type !== 'bool') c.manual(message('fix.unexpected', { field: 'preserveUnknownFields' }));
  if (!/^(?:y|yes|true|on)$/i.test(stated.scalar.source ?? '')) return false;
  c.edits.replaceRaw(spec, stated.scalar, 'false');
  return true;
}

function renameColumns(c: Converter, view: MapView, edits: EditBuilder): void {
  for (const column of c.list(view, 'additionalPrinterColumns')) {
    const path: Field | undefined = c.field(column, 'JSONPath');
    if (path) edits.rename(column, path.pair, 'jsonPath');
  }
}

function nestWebhook(c: Converter, conversion: MapView): void {
  const client = c.field(conversion, 'webhookClientConfig');
  if (!client) return;
  const versions = c.field(conversion, 'conversionReviewVersions');
  const members: Member[] = [{ pair: client.pair, path: ['clientConfig'] }];
  if (versions) members.push({ pair: versions.pair, path: ['conversionReviewVersions'] });
  else c.pin('conversionReviewVersions: [v1beta1]');
  const before = versions ? [] : [{ key: 'conversionReviewVersions', value: { items: ['v1beta1'] } }];
  c.edits.nest(conversion, 'webhook', members, before);
}

function checkVersion(c: Converter, versions: readonly MapView[], version: string | undefined, stated: boolean): void {
  if (!stated || versions.length === 0) return;
  const first = c.scalar(versions[0]!, 'name')?.text;
  if (version === undefined || first !== version) c.manual(message('manual.crdVersion'));
}

/** v1 refuses new definitions in Kubernetes' own groups without an approval. */
function checkGroup(c: Converter, spec: MapView): void {
  const group = c.scalar(spec, 'group', { copyOnly: true })?.text ?? '';
  if (!PROTECTED.test(group)) return;
  const metadata = c.map(c.root, 'metadata');
  const annotations = metadata && c.map(metadata, 'annotations');
  if (!annotations || !c.has(annotations, 'api-approved.kubernetes.io')) c.choiceReason = message('choice.apiApproved');
}
