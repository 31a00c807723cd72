/** Known add-ons against the releases of Kubernetes that their projects name. A tag that is no version says nothing. */
import { type Message, message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';
import { ADD_ONS, type AddOn, compareVersions } from '../readiness/addOns';
import { crossedAt, parseImage } from '../readiness/versions';
import { workloadsOf } from '../readiness/workloads';
import { compareMinors } from '../verdict/target';
import { type CheckContext } from '../model/check';

const ID = 'check.add-on-versions';

export default defineCheck({
  id: 'add-on-versions',
  covers: [
    'ADDON-VPC-CNI',
    'ADDON-ALBC',
    'ADDON-CA',
    'ADDON-KARPENTER',
    'ADDON-CERTMANAGER',
    'ADDON-ISTIO',
    'ADDON-METRICS',
    'ADDON-COREDNS',
    'ADDON-INVENTORY',
  ],
  area: 'network',
  phase: 'add-ons',
  canBlock: true,
  needs: ['deployments', 'daemonsets'],
  sources: [...new Set(ADD_ONS.flatMap(({ source }) => source))],
  run(input) {
    const { deployments, daemonsets } = input;
    const subjects: SubjectDraft[] = [];
    const seen: Message[] = [];
    for (const workload of workloadsOf({ deployments, daemonsets })) {
      for (const { image = '' } of workload.spec.containers ?? []) {
        const addOn = ADD_ONS.find(({ images }) => images.test(image));
        if (addOn === undefined) continue;
        const version = /^v?(\d+(?:\.\d+){0,2})(?![\d.])/.exec(parseImage(image).tag ?? '')?.[1];
        seen.push(field(addOn.name, version ?? '?'));
        const said =
          version === undefined ? { state: 'info' as const, key: 'unreadable' } : judge(addOn, version, input);
        if (said === undefined) continue;
        const { state, key, step = null } = said;
        subjects.push(
          about(workload.kind, workload, {
            ...{ state, step, aspect: addOn.name },
            message: message(`${ID}.${key}`, {
              ...{
                ...named(workload.metadata),
                addOn: addOn.name,
                version: version ?? image,
                target: input.target.version,
              },
              need: said.need ?? '',
            }),
            evidence: [field(`${workload.path}containers[].image`, image)],
          }),
        );
      }
    }
    return found(subjects, { evidence: seen, remediation: message(`${ID}.fix`) });
  },
});

interface Said {
  readonly state: SubjectDraft['state'];
  readonly key: string;
  readonly step?: number | null;
  readonly need?: string;
}

function judge(addOn: AddOn, version: string, { target, current }: CheckContext): Said | undefined {
  for (const { release, least, state } of addOn.least ?? []) {
    const step = crossedAt(release, target, current);
    if (step !== null && compareVersions(version, least) < 0) return { state, key: 'tooOld', step, need: least };
  }
  if (addOn.sameMinor === true) {
    const minor = version.split('.').slice(0, 2).join('.');
    return minor === target.version
      ? undefined
      : { state: minor === current ? 'info' : 'warn', key: 'follows', need: target.version };
  }
  if (addOn.advised !== undefined) {
    const advised = addOn.advised[target.version];
    const minor = (text: string): string => text.split('.').slice(0, 2).join('.');
    return advised !== undefined && compareVersions(minor(version), minor(advised)) < 0
      ? { state: 'warn', key: 'advised', need: advised }
      : undefined;
  }
  if (addOn.rows === undefined) return undefined;
  const row = addOn.rows.find(
    ({ from, to }) => compareVersions(version, from) >= 0 && compareVersions(cut(version, to), to) <= 0,
  );
  if (row === undefined) return { state: 'info', key: 'unlisted' };
  const tooNew = row.max !== null && compareMinors(target.version, row.max) > 0;
  if (tooNew) {
    const past = current !== null && row.max !== null && compareMinors(current, row.max) > 0;
    return { state: addOn.strict === true && !past ? 'fail' : 'warn', key: 'untested', need: row.max ?? '' };
  }
  return row.min !== null && compareMinors(target.version, row.min) < 0
    ? { state: 'warn', key: 'tooNew', need: row.min }
    : undefined;
}

/** As many parts as the bound has: 1.4.7 lies within "to 1.4". */
function cut(version: string, bound: string): string {
  return version.split('.').slice(0, bound.split('.').length).join('.');
}
