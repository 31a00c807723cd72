/** Runs a conversion on a resource and says how far its result can be trusted. */
import { type Catalog } from '../catalog/catalog';
import { conversions } from '../conversions';
import { NeedsPerson } from '../edit/builder';
import { type Fix } from '../model/fix';
import { type FixMode } from '../model/finding';
import { message } from '../model/message';
import { type Edit } from '../model/text';
import { armAt } from '../yaml/mask';
import { type ApiVersionRead, type Resource } from '../yaml/resources';
import { type Conversion } from './conversion';
import { Converter } from './converter';
import { manualReason } from './manualReasons';

export interface ConversionRequest {
  readonly resource: Resource;
  /** The spelling that was found fault with: a template may have several. */
  readonly apiVersion: ApiVersionRead;
  readonly to: string;
  readonly toKind: string;
  readonly mode: FixMode;
  /** Template actions that enclose the document. */
  readonly branch: readonly string[];
  /** The apiVersion stands in a reference (such as `scaleTargetRef`): nothing else changes shape with it. */
  readonly referenceOnly?: boolean;
}

/** The conversion written for this pair of versions, if there is one. */
export function findConversion(kind: string, from: string, to: string): Conversion | undefined {
  const all: readonly Conversion[] = conversions;
  return all.find(each => each.kinds.includes(kind) && each.from.includes(from) && each.to.includes(to));
}

/** Never throws for what a manifest holds. */
export function convert(request: ConversionRequest, catalog: Catalog): Fix {
  const { resource, apiVersion, to, toKind } = request;
  if (resource.document.broken) return manual('fix.broken');
  if (resource.apiVersions.length > 1)
    return manual(resource.document.template ? 'fix.branch' : 'fix.unknown.duplicate', { field: 'apiVersion' });
  const entry = catalog.find(apiVersion.text, resource.kind);
  const conversion = request.referenceOnly ? undefined : findConversion(resource.kind, apiVersion.text, to);
  const renamed = toKind !== resource.kind && !resource.kind.endsWith('List');
  if (!conversion) {
    const simple = (request.referenceOnly || entry?.conversion === 'apiVersion only') && !renamed;
    if (!simple) {
      if (resource.kind.endsWith('List') && entry?.kind !== resource.kind) return manual('fix.list');
      return {
        kind: 'manual',
        reason: manualReason(resource, apiVersion.text) ?? message('fix.noConversion', { from: apiVersion.text, to }),
      };
    }
  }
  try {
    return run(request, conversion);
  } catch (error) {
    if (error instanceof NeedsPerson) return { kind: 'manual', reason: error.reason };
    throw error;
  }
}

function run(request: ConversionRequest, conversion: Conversion | undefined): Fix {
  const converter = new Converter(request.resource, request.apiVersion.text, request.to, request.mode);
  const edits = edit(request, conversion, converter);
  if (converter.choices.length > 0) {
    return {
      kind: 'choices',
      reason: converter.choiceReason ?? message('fix.choice'),
      choices: converter.choices.map(({ id, title, apply }) => {
        const each = new Converter(request.resource, request.apiVersion.text, request.to, request.mode, id);
        return { id, title, edits: edit(request, { ...conversion!, convert: apply }, each) };
      }),
    };
  }
  const certain =
    converter.choiceReason === null && (!request.resource.document.template || isBareLiteral(request, edits));
  const notes =
    certain || converter.choiceReason ? converter.notes : [...converter.notes, message('fix.templateChoice')];
  return {
    kind: 'edits',
    edits,
    certainty: certain ? 'certain' : 'choice',
    pinned: converter.pinned,
    notes: converter.choiceReason ? [converter.choiceReason, ...notes] : notes,
  };
}

function edit(request: ConversionRequest, conversion: Conversion | undefined, converter: Converter): Edit[] {
  const { apiVersion, resource } = request;
  if (apiVersion.indirect) converter.manual(message('fix.unknown.alias', { field: 'apiVersion' }));
  converter.edits.setScalar(resource.map, apiVersion.scalar, request.to);
  conversion?.convert(converter);
  return converter.edits.finish();
}

/** In a template only the change of one literal outside any branch is certain. */
function isBareLiteral(request: ConversionRequest, edits: readonly Edit[]): boolean {
  const { arms } = request.resource.document;
  return edits.length === 1 && request.branch.length === 0 && armAt(arms, edits[0]!.start) === null;
}

function manual(key: string, args?: Readonly<Record<string, string>>): Fix {
  return { kind: 'manual', reason: message(key, args) };
}
