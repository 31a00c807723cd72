/**
 * RoleBinding and ClusterRoleBinding rbac.authorization.k8s.io/v1alpha1 → v1: subjects name a group instead of a version.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/rbac/v1alpha1/conversion.go
 */
import { defineConversion } from '../convert/conversion';
import { type Converter } from '../convert/converter';
import { message } from '../model/message';
import { type MapView } from '../yaml/view';

const GROUP = 'rbac.authorization.k8s.io';

export default defineConversion({
  id: 'rolebinding',
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  from: [`${GROUP}/v1alpha1`],
  to: [`${GROUP}/v1`, `${GROUP}/v1beta1`],
  changes: [
    message('change.rename', { from: 'subjects[].apiVersion', to: 'subjects[].apiGroup' }),
    message('change.everyUser', { from: 'subjects[].name' }),
    message('change.required', { field: 'roleRef.apiGroup', value: GROUP }),
  ],
  convert(c) {
    for (const subject of c.list(c.root, 'subjects')) convertSubject(c, subject);
    const roleRef = c.need(c.root, 'roleRef');
    if (!c.has(roleRef, 'apiGroup')) c.edits.append(roleRef, [{ key: 'apiGroup', value: GROUP }]);
  },
});

function convertSubject(c: Converter, subject: MapView): void {
  const kind = c.scalar(subject, 'kind') ?? c.manual(message('fix.missing', { field: 'kind' }));
  const name = c.scalar(subject, 'name', { copyOnly: true });
  if (kind.text === 'User' && name?.text === undefined) c.manual(message('fix.unknown.template', { field: 'name' }));
  if (kind.text === 'User' && name?.text === '*') {
    c.edits.setScalar(subject, kind.scalar, 'Group');
    c.edits.setScalar(subject, name.scalar, 'system:authenticated');
  }
  const old = c.scalar(subject, 'apiVersion');
  const stated = c.scalar(subject, 'apiGroup');
  const group = groupOf(kind.text, old?.text);
  if (stated) {
    if (stated.text !== group) c.manual(message('fix.unexpected', { field: 'apiGroup' }));
    if (old) c.edits.remove(subject, old.pair);
  } else if (old && group !== '') {
    c.edits.rename(subject, old.pair, 'apiGroup');
    c.edits.setScalar(subject, old.scalar, group);
  } else if (old) {
    c.edits.remove(subject, old.pair);
  }
}

/** Group of a subject: only foreign kinds take it from their old apiVersion. */
function groupOf(kind: string | undefined, apiVersion: string | undefined): string {
  if (kind === 'ServiceAccount') return '';
  if (kind === 'User' || kind === 'Group') return GROUP;
  return apiVersion?.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
