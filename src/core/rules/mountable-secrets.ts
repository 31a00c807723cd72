/** The annotation that limits which Secrets a ServiceAccount's pods may mount: deprecated since 1.32. */
import { ownAnnotations } from '../fields/annotations';
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { keySpan } from '../fields/places';
import { type FieldRow } from '../fields/row';
import { SOURCE } from '../fields/sources';
import { message } from '../model/message';

const KEY = 'kubernetes.io/enforce-mountable-secrets';

const row: FieldRow = {
  name: KEY,
  where: 'ServiceAccount',
  deprecated: '1.32',
  ends: null,
  end: null,
  warns: '1.32',
  replacement: null,
  since: null,
  sources: [SOURCE.accountStrategy, SOURCE.coreTypes, SOURCE.labels],
};

export default defineFieldRule({
  id: 'mountable-secrets',
  triggers: [KEY],
  page: { severity: 'warning', rows: [row], example: 'block' },
  *find(subject): Iterable<Hit> {
    if (subject.resource.kind !== 'ServiceAccount') return;
    for (const entry of ownAnnotations(subject)) {
      if (entry.key !== KEY) continue;
      yield {
        span: keySpan(entry),
        row,
        what: message('fields.what.annotation', { key: KEY }),
        fix: message('fields.manual.mountableSecrets'),
      };
    }
  },
});
