/** What the platform writes on the pods it creates, written by hand: it pins nothing and misleads whoever reads it. */
import { attempt, removeAll } from '../annotations/changes';
import { eciRule } from '../annotations/rule';
import { message } from '../model/message';

export default eciRule({
  id: 'eci-annotation-readonly',
  on: 'key',
  judge({ key, row, field, site }) {
    const judged = field === 'annotations' && (site.role === 'pod' || site.role === 'outer');
    if (!row || row.state !== 'readonly' || !judged) return undefined;
    const severity = row.certainty === 'documented' ? 'warning' : 'information';
    const platform = key === 'k8s.aliyun.com/eci-platform-version';
    return { severity, message: message(platform ? 'eci.readonly.platform' : 'eci.readonly', { key }) };
  },
  fix(entry, _sites, subject) {
    const certainty = entry.row?.certainty === 'documented' ? 'certain' : 'choice';
    const title = message('eci.fix.remove', { key: entry.key });
    return attempt(subject, title, certainty, edits => removeAll(edits, [entry]));
  },
});
