/** A key that the table does not hold: perhaps a slip. Never more than a hint, because the prefix has undocumented keys. */
import { type EciCatalog } from '../annotations/catalog';
import { attempt, rename } from '../annotations/changes';
import { nearest } from '../annotations/near';
import { eciRule } from '../annotations/rule';
import { message } from '../model/message';

const PREFIX = 'k8s.aliyun.com/';

export default eciRule({
  id: 'eci-annotation-unknown',
  on: 'key',
  judge({ key, row, field, site }, { catalog }) {
    const judged = field === 'annotations' && (site.role === 'pod' || site.role === 'outer');
    if (row || !judged || !key.startsWith(PREFIX)) return undefined;
    const meant = meantBy(key, catalog);
    if (meant !== undefined) return { severity: 'hint', message: message('eci.unknown.meant', { key, meant }) };
    return key.startsWith(`${PREFIX}eci-`) ? { severity: 'hint', message: message('eci.unknown', { key }) } : undefined;
  },
  fix(entry, { catalog }, subject) {
    const meant = meantBy(entry.key, catalog);
    if (meant === undefined) return undefined;
    const title = message('eci.fix.rename', { key: meant });
    return attempt(subject, title, 'choice', edits => rename(edits, entry, meant));
  },
});

/** The longer the name, the more slips it may hold. What the platform writes is nobody's slip. */
function meantBy(key: string, catalog: EciCatalog): string | undefined {
  const names = catalog.rows.flatMap(row =>
    row.on === 'pod' && row.state !== 'readonly' && row.key.startsWith(PREFIX) ? [row.key.slice(PREFIX.length)] : [],
  );
  const name = key.slice(PREFIX.length);
  const meant = nearest(name, names, name.length < 8 ? 1 : name.length < 16 ? 2 : 3);
  const row = meant === undefined ? undefined : catalog.find(PREFIX + meant);
  // Not one old name for another.
  return row?.successor?.fix && !row.successor.values ? row.successor.key : row?.key;
}
