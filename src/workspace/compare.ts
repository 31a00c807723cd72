/** What would other targets break? One pass over the index, with a verdict for each pair of API and kind. Knows no VS Code. */
import { type Context, type Target } from '../core/model/context';
import { type DocumentSlice } from '../core/model/document';
import { type Finding } from '../core/model/finding';
import { type IndexedDocument, type IndexedFile } from './model';

/** What the comparison asks of the core. */
export interface Judge {
  /** Gravest state of an API at the target; null for one that is not Kubernetes' own. */
  stateOf(apiVersion: string, kind: string, target: Target): 'removed' | 'deprecated' | 'served' | null;
  findings(slice: DocumentSlice, context: Context): readonly Finding[];
}

export interface Comparison {
  readonly version: string;
  /** Objects whose API the target does not serve, and those whose API is deprecated there. */
  readonly removed: number;
  readonly deprecated: number;
  /** Files with either. */
  readonly files: number;
}

/**
 * One answer per context. Only what becomes of APIs is compared: it decides whether an object can be created at all,
 * and needs no text. Documents whose answer hangs on a template's branches or on an ignore are judged anew.
 */
export function compareTargets(
  files: Iterable<IndexedFile>,
  contexts: readonly Context[],
  judge: Judge,
): readonly Comparison[] {
  const columns = contexts.map(context => ({
    context,
    removed: 0,
    deprecated: 0,
    files: 0,
    states: new Map<string, Map<string, ReturnType<Judge['stateOf']>>>(),
  }));
  const add = (column: (typeof columns)[number], document: IndexedDocument): number => {
    let removed = 0;
    let deprecated = 0;
    if (document.slice !== null) {
      for (const { ruleId } of judge.findings(document.slice, column.context)) {
        if (ruleId === 'removed-api') removed += 1;
        else if (ruleId === 'deprecated-api') deprecated += 1;
      }
    } else {
      for (const { apiVersion, kind } of document.objects) {
        let kinds = column.states.get(apiVersion);
        if (kinds === undefined) column.states.set(apiVersion, (kinds = new Map()));
        let state = kinds.get(kind);
        if (state === undefined) kinds.set(kind, (state = judge.stateOf(apiVersion, kind, column.context.target)));
        if (state === 'removed') removed += 1;
        else if (state === 'deprecated') deprecated += 1;
      }
    }
    column.removed += removed;
    column.deprecated += deprecated;
    return removed + deprecated;
  };
  for (const { documents } of files) {
    if (documents.length === 0) continue;
    for (const column of columns) {
      let found = 0;
      for (const document of documents) found += add(column, document);
      if (found > 0) column.files += 1;
    }
  }
  return columns.map(({ context, removed, deprecated, files: affected }) => ({
    version: context.target.version,
    removed,
    deprecated,
    files: affected,
  }));
}
