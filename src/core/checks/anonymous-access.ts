/** Roles bound to callers who have not signed in, besides those of every cluster. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';

const ID = 'check.anonymous-access';
const WHO = new Set(['system:unauthenticated', 'system:anonymous']);
/** binding → role */
const DEFAULTS: Readonly<Record<string, string>> = {
  'system:public-info-viewer': 'system:public-info-viewer',
  'kube-public/kubeadm:bootstrap-signer-clusterinfo': 'kubeadm:bootstrap-signer-clusterinfo',
};

export default defineCheck({
  id: 'anonymous-access',
  covers: ['RBAC-ANON'],
  area: 'provider',
  phase: 'control-plane',
  canBlock: false,
  needs: ['clusterrolebindings', 'rolebindings'],
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html'],
  run({ clusterrolebindings, rolebindings, target, current }) {
    const step = target.provider === 'eks' ? crossedAt('1.32', target, current) : null;
    const bindings = [
      ...clusterrolebindings.map(object => ({ kind: 'clusterrolebindings' as const, object })),
      ...rolebindings.map(object => ({ kind: 'rolebindings' as const, object })),
    ];
    const subjects = bindings.flatMap(({ kind, object }) => {
      const who = (object.subjects ?? []).map(({ name = '' }) => name).find(name => WHO.has(name));
      const { namespace, name } = object.metadata;
      const full = namespace === undefined ? name : `${namespace}/${name}`;
      const role = object.roleRef?.name ?? '';
      if (who === undefined || DEFAULTS[full] === role) return [];
      return [
        about(kind, object, {
          ...{ state: step === null ? 'info' : 'warn', step },
          message: message(`${ID}.${step === null ? 'bound' : 'refused'}`, { name: full, role, who }),
          evidence: [field('subjects[].name', who), field('roleRef.name', role)],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
