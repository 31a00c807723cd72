/** What the cluster serves today and will not after the upgrade, where no other version of the kind is there yet. */
import { toApiVersion } from '../catalog/catalog';
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';

const ID = 'check.removed-apis-served';

export default defineCheck({
  id: 'removed-apis-served',
  covers: ['API-SERVED'],
  area: 'apis',
  phase: 'control-plane',
  canBlock: false,
  needs: ['discovery'],
  sources: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
  run({ discovery, catalog, target, current }) {
    const subjects: SubjectDraft[] = [];
    for (const { group, version, kind, resource } of discovery.resources) {
      if (resource.includes('/')) continue;
      const apiVersion = toApiVersion({ group, version });
      const removed = catalog.find(apiVersion, kind)?.removed ?? null;
      const step = removed === null ? null : crossedAt(removed, target, current);
      if (removed === null || step === null) continue;
      const stays = discovery.resources.some(other => {
        if (other.kind !== kind || other.group !== group || other.version === version) return false;
        const until = catalog.find(toApiVersion(other), kind)?.removed ?? null;
        return until === null || crossedAt(until, target, current) === null;
      });
      if (stays) continue;
      subjects.push({
        ...{ apiVersion, kind, namespace: null, name: resource, state: 'info', step },
        message: message(`${ID}.only`, { kind, api: apiVersion, release: removed }),
        evidence: [field('apiVersion', apiVersion)],
        commands: [`kubectl api-resources --api-group='${group}'`],
      });
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
