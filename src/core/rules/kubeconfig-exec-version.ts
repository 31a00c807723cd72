/** Kubeconfig files that ask a credential plugin for v1alpha1: kubectl and client libraries of 1.24 and later do not. */
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { entriesAt, listAt, textOf, valueSpan } from '../fields/places';
import { type FieldRow } from '../fields/row';
import { pull } from '../fields/sources';
import { message } from '../model/message';

const OLD = 'client.authentication.k8s.io/v1alpha1';
const NEW = 'client.authentication.k8s.io/v1beta1';
const GONE = '1.24';

const row: FieldRow = {
  name: `users[].user.exec.apiVersion: ${OLD}`,
  where: 'Config (kubeconfig)',
  deprecated: null,
  ends: GONE,
  end: 'refused',
  warns: null,
  replacement: NEW,
  since: '1.11',
  sources: [
    pull(108616),
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins',
  ],
};

export default defineFieldRule({
  id: 'kubeconfig-exec-version',
  triggers: [OLD],
  page: { severity: 'warning', rows: [row], example: 'block' },
  *find({ resource, context: { target } }): Iterable<Hit> {
    if (resource.kind !== 'Config' || resource.ref.apiVersion !== 'v1') return;
    for (const user of listAt(resource.map, 'users')) {
      for (const entry of entriesAt(user, 'user', 'exec', 'apiVersion')) {
        if (textOf(entry) !== OLD) continue;
        yield {
          span: valueSpan(entry),
          row,
          what: message('fields.what.value', { path: 'exec.apiVersion', value: OLD }),
          // The client's version decides, not the cluster's: so never an error here.
          words: message('fields.execVersion', { version: GONE, target: target.version }),
          severity: 'warning',
          fix: c => {
            const field = c.scalar(entry.view, 'apiVersion') ?? c.manual(message('fix.stale'));
            c.edits.setScalar(entry.view, field.scalar, NEW);
            c.choiceReason = message('fields.choice.execVersion');
          },
        };
      }
    }
  },
});
