/** Endpoints that people or programs write by hand: deprecated since 1.33, EndpointSlices take their place. */
import { message } from '../model/message';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { about, field, getYaml, shellWord } from '../readiness/subjects';
import { compareMinors } from '../verdict/target';

const ID = 'check.hand-made-endpoints';
const DEPRECATED = '1.33';
const MANAGER = 'endpointslice.kubernetes.io/managed-by';

export default defineCheck({
  id: 'hand-made-endpoints',
  covers: ['API-ENDPOINTS'],
  area: 'apis',
  phase: 'any',
  canBlock: false,
  needs: ['endpointslices'],
  sources: ['https://kubernetes.io/blog/2025/04/24/endpoints-deprecation/'],
  run({ endpointslices, target }) {
    if (compareMinors(target.version, DEPRECATED) < 0) return notApplicable('check.notYet', { release: DEPRECATED });
    // The mirror of an Endpoints object that no controller made. Endpoints themselves are not asked for: that would be a use.
    const mirrors = endpointslices.filter(
      ({ metadata }) => metadata.labels?.[MANAGER] === 'endpointslicemirroring-controller.k8s.io',
    );
    const subjects = mirrors.flatMap(slice => {
      const name = slice.metadata.labels?.['kubernetes.io/service-name'] ?? slice.metadata.name;
      const namespace = slice.metadata.namespace ?? 'default';
      if (namespace === 'default' && name === 'kubernetes') return [];
      return [
        about('endpointslices', slice, {
          state: 'info',
          message: message(`${ID}.mirrored`, { namespace, name }),
          evidence: [field(`metadata.labels["${MANAGER}"]`, slice.metadata.labels?.[MANAGER] ?? '')],
          commands: [
            getYaml('endpointslices', slice.metadata),
            `kubectl describe service ${shellWord(name)} --namespace ${shellWord(namespace)}`,
          ],
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
