/** Fields of a kustomization that kustomize itself calls deprecated, and the edits that replace them. */
import { type Converter, type Field } from '../convert/converter';
import { message } from '../model/message';
import { isScalar, type Node } from '../yaml/parse';
import { isSequence, type MapView, scalarText } from '../yaml/view';

export interface DeprecatedField {
  readonly field: string;
  readonly replacement: string;
  /** First release of kustomize that warns about it; null when it does so in silence. */
  readonly warns: string | null;
  /** Writes the replacement; `choiceReason` is set where the result has to be looked at. */
  replace(converter: Converter, field: Field): void;
}

/** The Go types of kustomize: `Deprecated:` comments, and the warnings of CheckDeprecatedFields. */
export const SOURCES: readonly string[] = [
  'https://github.com/kubernetes-sigs/kustomize/blob/api/v0.19.0/api/types/kustomization.go',
];

export const FIELDS: readonly DeprecatedField[] = [
  { field: 'bases', replacement: 'resources', warns: '5.0', replace: join('resources') },
  { field: 'imageTags', replacement: 'images', warns: '5.0', replace: join('images') },
  { field: 'patchesJson6902', replacement: 'patches', warns: '5.0', replace: joinPatches },
  { field: 'patchesStrategicMerge', replacement: 'patches', warns: '5.0', replace: mergePatches },
  { field: 'commonLabels', replacement: 'labels', warns: '5.3', replace: commonLabels },
  { field: 'vars', replacement: 'replacements', warns: '5.0', replace: c => c.manual(message('overlay.vars')) },
  {
    field: 'helmChartInflationGenerator',
    replacement: 'helmCharts',
    warns: null,
    replace: c => c.manual(message('overlay.helm')),
  },
];

/** Renames the list, or adds its items to the end of the one that is there. */
function join(to: string): DeprecatedField['replace'] {
  return (c, { view, pair }) => {
    const from = String((pair.key as { value?: unknown }).value);
    const there = c.field(view, to);
    if (!there) return c.edits.rename(view, pair, to);
    const { layout } = c.edits;
    const start = listStart(pair.value);
    const other = listStart(there.pair.value);
    if (start === undefined || other === undefined || layout.column(start) !== layout.column(other))
      return c.manual(message('overlay.both', { field: from, replacement: to }));
    const lines = c.resource.document.source.slice(layout.lineStart(start), layout.pairLineEnd(pair));
    const end = layout.pairLineEnd(there.pair);
    c.edits.push(view, { start: end, end, newText: layout.eol + lines });
    c.edits.remove(view, pair);
  };
}

/** Offset of the first dash of a block list. */
function listStart(value: unknown): number | undefined {
  const node = value as Node | null;
  return node && isBlockList(node) ? node.range?.[0] : undefined;
}

function isBlockList(node: Node): boolean {
  return isSequence(node) && node.flow !== true;
}

function joinPatches(c: Converter, field: Field): void {
  if (c.has(field.view, 'patches') || c.has(field.view, 'patchesStrategicMerge'))
    c.choiceReason = message('overlay.order');
  join('patches')(c, field);
}

/** `- file.yaml` becomes `- path: file.yaml`, an inline patch `- patch: |-`. */
function mergePatches(c: Converter, { view, pair }: Field): void {
  const field = 'patchesStrategicMerge';
  if (c.has(view, 'patches')) c.manual(message('overlay.both', { field, replacement: 'patches' }));
  if (c.has(view, 'patchesJson6902')) c.manual(message('overlay.first', { field: 'patchesJson6902' }));
  const list = pair.value as Node | null;
  if (!list || !isBlockList(list) || !isSequence(list)) c.manual(message('fix.unusual'));
  c.choiceReason = message('overlay.onePatch');
  for (const item of list.items) wrapPatch(c, view, item);
  c.edits.rename(view, pair, 'patches');
}

function wrapPatch(c: Converter, view: MapView, item: unknown): void {
  if (!isScalar(item) || !item.range) c.manual(message('fix.unusual'));
  const text = scalarText(view.document, item);
  const raw = view.document.source.slice(item.range[0], item.range[1]);
  if (text === undefined || item.anchor) c.manual(message('fix.unusual'));
  const block = item.type === 'BLOCK_LITERAL' || item.type === 'BLOCK_FOLDED';
  if (!block) {
    const key = text.includes('\n') ? 'patch' : 'path';
    if (/[\r\n]/.test(raw)) c.manual(message('fix.unusual'));
    return c.edits.replaceRaw(view, item, `${key}: ${raw}`);
  }
  // The content has to stand deeper than its new key does.
  if (/^[|>][+-]?\d/.test(raw)) c.manual(message('fix.unusual'));
  c.edits.replaceRaw(view, item, `patch: ${raw.replace(/\n(?=[^\r\n])/g, '\n  ')}`);
}

/** `kustomize edit fix` writes the same: one entry, selectors included. */
function commonLabels(c: Converter, { view, pair }: Field): void {
  if (c.has(view, 'labels')) c.manual(message('overlay.both', { field: 'commonLabels', replacement: 'labels' }));
  const pairs = { entries: c.copyStrings(c.need(view, 'commonLabels'), view) };
  const entries = [
    { key: 'pairs', value: pairs },
    { key: 'includeSelectors', value: true },
  ];
  c.choiceReason = message('overlay.labels');
  c.edits.replacePair(view, pair, [{ key: 'labels', value: { items: [{ entries }] } }]);
}
