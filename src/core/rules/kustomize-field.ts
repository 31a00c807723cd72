/** A field of a kustomization that kustomize calls deprecated: its own warnings, before a build gives them. */
import { Converter, type Field } from '../convert/converter';
import { NeedsPerson } from '../edit/needsPerson';
import { defineRule, type Subject } from '../judge/rule';
import { FIELDS, SOURCES, type DeprecatedField } from '../kustomize/fields';
import { isKustomization, mayBeKustomization } from '../kustomize/kustomization';
import { type Fix } from '../model/fix';
import { message } from '../model/message';
import { type Span } from '../model/text';
import { type Node } from '../yaml/parse';
import { keyText } from '../yaml/view';

interface Found extends Span {
  readonly row: DeprecatedField;
  readonly field: Field;
}

export default defineRule({
  id: 'kustomize-field',
  triggers: [],
  mayApply: (scan, _table, context) => mayBeKustomization(scan, context),
  *check(subject) {
    for (const { row, start, end } of fieldsOf(subject)) {
      const { field, replacement, warns } = row;
      yield {
        start,
        end,
        severity: warns === null ? 'information' : 'warning',
        deprecated: warns !== null,
        message:
          warns === null
            ? message('overlay.silentField', { field, replacement })
            : message('overlay.field', { field, replacement, version: warns }),
      };
    }
  },
  fix: fixOf,
  explain: () => ({ sources: SOURCES }),
});

function fieldsOf(subject: Subject): Found[] {
  if (!isKustomization(subject)) return [];
  const { map, document } = subject.resource;
  return map.pairs.flatMap(pair => {
    const row = FIELDS.find(({ field }) => field === keyText(document, pair));
    const range = (pair.key as Node | null)?.range;
    return row && range ? { row, field: { view: map, pair }, start: range[0], end: range[1] } : [];
  });
}

function fixOf(subject: Subject, span: Span): Fix {
  const found = fieldsOf(subject).find(({ start }) => start === span.start);
  if (!found) return { kind: 'manual', reason: message('fix.stale') };
  const { resource } = subject;
  if (resource.document.broken) return { kind: 'manual', reason: message('fix.broken') };
  const { apiVersion } = resource.ref;
  const { field, replacement } = found.row;
  try {
    const converter = new Converter(resource, apiVersion, apiVersion, 'preferred');
    found.row.replace(converter, converter.field(resource.map, field) ?? found.field);
    const { choiceReason } = converter;
    return {
      kind: 'edits',
      title: message('overlay.title', { field, replacement }),
      edits: converter.edits.finish(),
      certainty: choiceReason === null && !resource.document.template ? 'certain' : 'choice',
      pinned: [],
      notes: choiceReason === null ? [] : [choiceReason],
    };
  } catch (error) {
    if (error instanceof NeedsPerson) return { kind: 'manual', reason: error.reason };
    throw error;
  }
}
