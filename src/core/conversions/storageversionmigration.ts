/** StorageVersionMigration storagemigration.k8s.io/v1alpha1 → v1beta1 and v1: the version of the resource and the token are gone. */
import { defineConversion } from '../convert/conversion';
import { message } from '../model/message';

export default defineConversion({
  id: 'storageversionmigration',
  kinds: ['StorageVersionMigration'],
  from: ['storagemigration.k8s.io/v1alpha1'],
  to: ['storagemigration.k8s.io/v1beta1', 'storagemigration.k8s.io/v1'],
  changes: [
    message('change.removed', { from: 'spec.continueToken' }),
    message('change.removed', { from: 'spec.resource.version' }),
    message('change.required', { field: 'spec.resource.group, spec.resource.resource', value: '…' }),
  ],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    const resource = c.need(spec, 'resource');
    if (!c.has(resource, 'resource')) c.manual(message('fix.missing', { field: 'resource.resource' }));
    c.drop(spec, 'continueToken');
    c.drop(resource, 'version');
    if (!c.has(resource, 'group')) c.edits.append(resource, [{ key: 'group', value: '' }]);
  },
});
