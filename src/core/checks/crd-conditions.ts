/** Custom resource definitions that the API server itself finds at fault. */
import { message } from '../model/message';
import { conditionOf } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';

const ID = 'check.crd-conditions';
const BAD: readonly (readonly [type: string, status: string])[] = [
  ['NonStructuralSchema', 'True'],
  ['NamesAccepted', 'False'],
  ['Established', 'False'],
  ['Terminating', 'True'],
];

export default defineCheck({
  id: 'crd-conditions',
  covers: ['CRD-NONSTRUCT'],
  area: 'apis',
  phase: 'control-plane',
  canBlock: false,
  needs: ['customresourcedefinitions'],
  sources: ['https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/'],
  run({ customresourcedefinitions }) {
    const subjects = customresourcedefinitions.flatMap(definition => {
      const { conditions } = definition.status ?? {};
      const bad = BAD.flatMap(([type, status]) => {
        const condition = conditionOf(conditions, type);
        return condition?.status === status ? [condition] : [];
      });
      const [first] = bad;
      if (first === undefined) return [];
      return [
        about('customresourcedefinitions', definition, {
          state: 'warn',
          message: message(`${ID}.${first.type ?? ''}`, { name: definition.metadata.name, why: first.message ?? '' }),
          evidence: bad.map(({ type = '', status = '', reason = '' }) =>
            field(`status.conditions[${type}]`, `${status} ${reason}`.trim()),
          ),
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
