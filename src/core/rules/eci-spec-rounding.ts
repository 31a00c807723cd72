/** An instance size that does not exist: ECI takes the next larger one and bills that. */
import { type EciCatalog } from '../annotations/catalog';
import { eciRule } from '../annotations/rule';
import { isListed, parseSize, roundedUp } from '../annotations/specs';
import { split } from '../annotations/values';
import { message, type Message } from '../model/message';

export default eciRule({
  id: 'eci-spec-rounding',
  on: 'value',
  judge({ key, value, field, site }, { catalog }) {
    const judged = key === 'k8s.aliyun.com/eci-use-specs' && field === 'annotations' && site.role === 'pod';
    if (!judged || value.state !== 'text') return undefined;
    const notes = split(value.text).flatMap(item => note(item, catalog));
    return notes.length === 0 ? undefined : { severity: 'information', message: message('eci.spec.all', { notes }) };
  },
});

function note(item: string, catalog: EciCatalog): Message[] {
  const size = parseSize(item);
  if (!size || isListed(size, catalog.pairs)) return [];
  const up = roundedUp(size, catalog);
  if (up.length === 0) return [message('eci.spec.tooLarge', { item })];
  const [to, second] = up;
  if (isListed(size, catalog.someRegions)) return [message('eci.spec.someRegions', { item, to: to! })];
  return [
    second === undefined
      ? message('eci.spec.rounded', { item, to: to! })
      : message('eci.spec.either', { item, to: up.join(', ') }),
  ];
}
