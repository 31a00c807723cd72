/** Annotations of pod templates that a release stops reading, or whose field has taken over. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { alreadyPast, crossedAt } from '../readiness/versions';
import { type Workload, workloadsOf } from '../readiness/workloads';
import { compareMinors } from '../verdict/target';

const ID = 'check.workload-annotations';
const SECCOMP = /^(?:container\.)?seccomp\.security\.alpha\.kubernetes\.io\//;
const APPARMOR = /^container\.apparmor\.security\.beta\.kubernetes\.io\//;
const SYSCTL = /^security\.alpha\.kubernetes\.io\/(?:unsafe-)?sysctls$/;
const SCHEDULER = /^scheduler\.alpha\.kubernetes\.io\//;
const ENFORCE = 'pod-security.kubernetes.io/enforce';

export default defineCheck({
  id: 'workload-annotations',
  covers: ['ANN-SECCOMP', 'ANN-APPARMOR', 'ANN-SYSCTL', 'ANN-CRITICAL'],
  area: 'fields',
  phase: 'nodes',
  canBlock: true,
  needs: ['deployments', 'statefulsets', 'daemonsets', 'cronjobs', 'namespaces'],
  sources: [
    'https://kubernetes.io/docs/reference/labels-annotations-taints/',
    'https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/pod/warnings.go',
  ],
  run({ deployments, statefulsets, daemonsets, cronjobs, namespaces, target, current }) {
    const restricted = new Set(
      namespaces
        .filter(({ metadata }) => metadata.labels?.[ENFORCE] === 'restricted')
        .map(({ metadata }) => metadata.name),
    );
    const subjects: SubjectDraft[] = [];
    for (const workload of workloadsOf({ deployments, statefulsets, daemonsets, cronjobs })) {
      const say = (pattern: RegExp, key: string, said: Pick<SubjectDraft, 'state' | 'step'>): void => {
        const annotation = Object.keys(workload.annotations).find(name => pattern.test(name));
        if (annotation === undefined) return;
        subjects.push(
          about(workload.kind, workload, {
            ...{ ...said, aspect: key },
            message: message(`${ID}.${key}`, { ...named(workload.metadata), annotation }),
            evidence: [field('metadata.annotations', annotation)],
          }),
        );
      };
      if (!hasProfile(workload)) {
        const step = crossedAt('1.27', target, current);
        const refused = step !== null && restricted.has(workload.metadata.namespace ?? '');
        if (step !== null)
          say(SECCOMP, refused ? 'seccompRefused' : 'seccompLost', { state: refused ? 'fail' : 'warn', step });
        else if (alreadyPast('1.27', current)) say(SECCOMP, 'seccompIdle', { state: 'warn' });
      }
      if (compareMinors(target.version, '1.30') >= 0) {
        say(APPARMOR, 'apparmor', {
          state: compareMinors(target.version, '1.34') >= 0 && target.provider === 'eks' ? 'warn' : 'info',
        });
      }
      // Removed long ago, but the facts name no source for it.
      say(SYSCTL, 'idle', { state: 'info' });
      say(SCHEDULER, 'idle', { state: 'warn' });
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});

function hasProfile({ spec }: Workload): boolean {
  if (spec.securityContext?.seccompProfile !== undefined) return true;
  const containers = spec.containers ?? [];
  return (
    containers.length > 0 && containers.every(({ securityContext }) => securityContext?.seccompProfile !== undefined)
  );
}
