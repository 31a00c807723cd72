/** The hover of an annotation or label key in which nothing need be wrong. */
import { type Context } from '../model/context';
import { type DocumentSlice } from '../model/document';
import { type Explanation } from '../model/fix';
import { type Span } from '../model/text';
import { parseSlice } from '../yaml/parse';
import { readResources } from '../yaml/resources';
import { keyStart, keyText, type MapView } from '../yaml/view';
import { mentionsEci } from './catalog';
import { describe } from './describe';
import { sitesOf } from './sites';

/** What the key at an offset of the slice means, where ECI knows it; undefined elsewhere, or without its data. */
export function describeAt(
  slice: DocumentSlice,
  offset: number,
  context: Context,
): (Span & { readonly explanation: Explanation }) | undefined {
  if (!mentionsEci(slice.text) || !context.eci) return undefined;
  const maps = readResources(parseSlice(slice))
    .flatMap(sitesOf)
    .flatMap(site => [site.annotations, site.labels]);
  for (const map of maps) {
    const found = map && pairAt(map, offset);
    const row = found && context.eci.find(found.key);
    if (found && row) return { ...found.span, explanation: describe(row, context.eci) };
  }
  return undefined;
}

function pairAt(map: MapView, offset: number): { key: string; span: Span } | undefined {
  for (const pair of map.pairs) {
    const start = keyStart(pair);
    const end = (pair.key as { range?: readonly number[] } | null)?.range?.[1];
    if (start === undefined || end === undefined || offset < start || offset > end) continue;
    const key = keyText(map.document, pair);
    if (key !== undefined) return { key, span: { start, end } };
  }
  return undefined;
}
