/** Annotations of other objects whose field, or nothing, has taken over. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, describe, field } from '../readiness/subjects';
import { type KindName } from '../snapshot/kinds';
import { type ObjectMeta } from '../snapshot/metadata';
import { compareMinors } from '../verdict/target';

const ID = 'check.object-annotations';

export default defineCheck({
  id: 'object-annotations',
  covers: ['ANN-STORAGECLASS', 'ANN-INGRESSCLASS', 'ANN-MOUNTABLE'],
  area: 'fields',
  phase: 'any',
  canBlock: false,
  needs: ['persistentvolumeclaims', 'persistentvolumes', 'ingresses', 'serviceaccounts'],
  sources: ['https://kubernetes.io/docs/reference/labels-annotations-taints/'],
  run({ persistentvolumeclaims, persistentvolumes, ingresses, serviceaccounts, target }) {
    const subjects: SubjectDraft[] = [];
    const look = (
      kind: KindName,
      objects: readonly { readonly metadata: ObjectMeta }[],
      name: string,
      state: SubjectDraft['state'],
      key: string,
    ): void => {
      for (const object of objects) {
        const { annotations = {}, namespace, name: own } = object.metadata;
        const value = annotations[name];
        if (value === undefined) continue;
        subjects.push(
          about(kind, object, {
            state,
            message: message(`${ID}.${key}`, {
              object: namespace === undefined ? own : `${namespace}/${own}`,
              annotation: name,
            }),
            evidence: [field(`metadata.annotations["${name}"]`, value)],
            commands: [describe(kind, object.metadata)],
          }),
        );
      }
    };
    look(
      'persistentvolumeclaims',
      persistentvolumeclaims,
      'volume.beta.kubernetes.io/storage-class',
      'info',
      'storageClass',
    );
    look('persistentvolumes', persistentvolumes, 'volume.beta.kubernetes.io/storage-class', 'info', 'storageClass');
    look('ingresses', ingresses, 'kubernetes.io/ingress.class', 'info', 'ingressClass');
    if (compareMinors(target.version, '1.32') >= 0) {
      look('serviceaccounts', serviceaccounts, 'kubernetes.io/enforce-mountable-secrets', 'warn', 'mountable');
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
