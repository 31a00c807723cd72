/** Annotations of an object and of its pod template: where they stand, and how they go without leaving empty maps behind. */
import { type Converter } from '../convert/converter';
import { podTemplateOf } from '../judge/podTemplates';
import { message } from '../model/message';
import { applyEdits, type Edit, shift } from '../model/text';
import { type Node } from '../yaml/parse';
import { type Resource } from '../yaml/resources';
import { asMap, keyStart, keyText, type MapView } from '../yaml/view';
import { type Entry, entriesAt, entriesOf } from './places';

/** Keys that a rule of ours may remove, and some more: a wider edit does no harm. */
const REMOVABLE = /(?:^|\.)kubernetes\.io\//;

/** Annotations of the object itself. */
export function ownAnnotations({ resource }: { readonly resource: Resource }): Entry[] {
  return annotationsOf(resource.map);
}

/** Annotations of the pods that the object makes, or of the Pod itself. */
export function podAnnotations({ resource }: { readonly resource: Resource }): Entry[] {
  return annotationsOf(podTemplateOf(resource)?.owner);
}

/** Annotations under `metadata` of a map. */
export function annotationsOf(owner: MapView | undefined): Entry[] {
  return entriesAt(owner, 'metadata', 'annotations').flatMap(entry =>
    entriesOf(asMap(entry.view.document, entry.value)),
  );
}

/** Removes annotations; the last ones take `annotations`, and `metadata` when it holds nothing else, along. */
export function removeAnnotations(c: Converter, owner: MapView, keys: readonly string[]): void {
  const metadata = c.need(owner, 'metadata');
  const annotations = c.need(metadata, 'annotations');
  const pairs = keys.map(key => (c.field(annotations, key) ?? c.manual(message('fix.stale'))).pair);
  const { open } = c.resource.document;
  if (pairs.length < annotations.pairs.length || open.has(annotations.node)) {
    for (const pair of pairs) c.edits.remove(annotations, pair);
  } else if (metadata.pairs.length > 1 || open.has(metadata.node)) {
    c.edits.remove(metadata, c.field(metadata, 'annotations')!.pair);
  } else {
    c.edits.remove(owner, c.field(owner, 'metadata')!.pair);
  }
}

/** Replaces an annotation by another one of the same object; with the other there already, it only goes. */
export function replaceAnnotation(c: Converter, owner: MapView, from: string, to: string, value?: string): void {
  const annotations = c.need(c.need(owner, 'metadata'), 'annotations');
  const field = c.scalar(annotations, from, { copyOnly: true }) ?? c.manual(message('fix.stale'));
  const existing = c.scalar(annotations, to);
  if (existing) {
    if (existing.text === undefined || existing.text !== (value ?? field.text))
      c.manual(message('fields.manual.differs', { field: to }));
    removeAnnotations(c, owner, [from]);
    return;
  }
  c.edits.rename(annotations, field.pair, to);
  if (value !== undefined && value !== field.text) c.edits.setScalar(annotations, field.scalar, value);
}

/**
 * Two fixes that each leave the other's annotation standing must not be made together: `annotations` would stay behind
 * empty. So where a map holds nothing but annotations of ours, each removal is written as a change of the whole map's
 * beginning; then the two overlap, and the second one is made on the next round.
 */
export function keepAnnotationEditsApart(resource: Resource, edits: readonly Edit[]): readonly Edit[] {
  const text = resource.document.source;
  for (const owner of [resource.map, podTemplateOf(resource)?.owner]) {
    const field = entriesAt(owner, 'metadata', 'annotations')[0];
    const annotations = owner?.peekMap('metadata')?.peekMap('annotations');
    const range = (field?.pair.value as Node | null)?.range;
    const start = field && keyStart(field.pair);
    if (!annotations || !range || start === undefined || annotations.pairs.length < 2) continue;
    if (!annotations.pairs.every(pair => REMOVABLE.test(keyText(resource.document, pair) ?? ''))) continue;
    const inside = edits.filter(edit => edit.newText === '' && edit.start > start && edit.end <= range[2] + 1);
    if (inside.length === 0) continue;
    const end = Math.max(...inside.map(edit => edit.end));
    const newText = applyEdits(
      text.slice(start, end),
      inside.map(edit => shift(edit, -start)),
    );
    return [...edits.filter(edit => !inside.includes(edit)), { start, end, newText }].sort((a, b) => a.start - b.start);
  }
  return edits;
}
