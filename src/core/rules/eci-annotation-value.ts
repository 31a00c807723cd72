/** A value outside what the sources name: enumerations, ranges, counts, JSON and other forms. */
import { allowedWords } from '../annotations/catalog';
import { attempt } from '../annotations/changes';
import { eciRule } from '../annotations/rule';
import { wrongValue } from '../annotations/values';
import { message } from '../model/message';

export default eciRule({
  id: 'eci-annotation-value',
  on: 'value',
  judge({ key, row, value, field, site }) {
    if (!row || value.state !== 'text' || site.role === 'outer' || (row.on === 'pod') !== (field === 'annotations'))
      return undefined;
    const wrong = wrongValue(row, value.text);
    const allowed = allowedWords(row);
    if (!wrong || !allowed) return undefined;
    const shown = value.text.length > 60 ? `${value.text.slice(0, 59)}…` : value.text;
    return { severity: wrong.severity, message: message('eci.value.wrong', { key, value: shown, allowed }) };
  },
  fix(entry, _sites, subject) {
    const { row, value } = entry;
    const meant = row && value.state === 'text' ? wrongValue(row, value.text)?.suggestion : undefined;
    if (value.state !== 'text' || meant === undefined) return undefined;
    if (!entry.own) return { kind: 'manual', reason: message('fix.unknown.alias', { field: entry.key }) };
    const title = message('eci.fix.setValue', { value: meant });
    return attempt(subject, title, 'choice', edits => edits.setScalar(entry.view, value.scalar, meant));
  },
});
