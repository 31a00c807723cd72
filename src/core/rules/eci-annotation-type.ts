/** A value that YAML reads as a number or as true and false: the API server takes strings only and refuses the object. */
import { attempt } from '../annotations/changes';
import { eciRule } from '../annotations/rule';
import { message } from '../model/message';

export default eciRule({
  id: 'eci-annotation-type',
  on: 'value',
  judge({ key, row, value }) {
    if (value.state !== 'wrongType' && value.state !== 'collection') return undefined;
    if (!row && !/^(?:k8s\.aliyun\.com|(?:[a-z]+\.)?alibabacloud\.com)\//.test(key)) return undefined;
    const written = value.state === 'wrongType' ? (value.scalar.source ?? '') : '';
    const text =
      written === '' ? message('eci.type.collection', { key }) : message('eci.type.scalar', { key, written });
    return { severity: 'error', message: text };
  },
  fix(entry, _sites, subject) {
    const { value } = entry;
    if (value.state !== 'wrongType') return { kind: 'manual', reason: message('eci.fix.collection') };
    if (!entry.own) return { kind: 'manual', reason: message('fix.unknown.alias', { field: entry.key }) };
    const quoted = JSON.stringify(value.scalar.source ?? '');
    return attempt(subject, message('eci.fix.quote', { quoted }), 'certain', edits =>
      edits.replaceRaw(entry.view, value.scalar, quoted),
    );
  },
});
