/** Taking the fields of a map one level up, in its place. */
import { type EditBuilder } from '../edit/builder';
import { type Entry } from '../edit/emit';
import { message } from '../model/message';
import { keyText, type MapView } from '../yaml/view';
import { type Converter } from './converter';

/**
 * Replaces the map under `key` by its fields, renamed as `names` says; without `names` all keep theirs.
 * `inner` holds edits inside the moved fields.
 */
export function hoist(
  c: Converter,
  view: MapView,
  key: string,
  names?: Readonly<Record<string, string>>,
  inner?: EditBuilder,
): void {
  const field = c.field(view, key);
  const map = c.map(view, key);
  if (!field || !map) return;
  if (map.via.length > view.via.length) c.manual(message('fix.unknown.alias', { field: key }));
  const entries = map.pairs.map((pair): Entry => {
    const name = keyText(view.document, pair);
    if (name === undefined) c.manual(message('fix.unknown.template', { field: key }));
    const to = names ? names[name] : name;
    if (to === undefined || name === '<<') c.manual(message('fix.unexpected', { field: name }));
    c.field(map, name);
    if (c.has(view, to)) c.manual(message('fix.unknown.duplicate', { field: to }));
    return { key: to, rawKey: c.edits.keyLike(pair, to), value: c.edits.copy(map, pair, inner) };
  });
  if (view.document.open.has(map.node)) c.manual(message('fix.unknown.template', { field: key }));
  c.edits.replacePair(view, field.pair, entries);
}
