/** Nodes that report a shortage or a fault of their own. */
import { message } from '../model/message';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';

const ID = 'check.node-pressure';
/** Any other condition of a node is a fault when it is true; these say that something is well or merely tell. */
const GOOD = /^(?:Ready|SysctlChanged|.*Ready|.*Healthy|.*Available)$/;

export default defineCheck({
  id: 'node-pressure',
  covers: ['NODE-PRESSURE', 'NODE-DISK'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: true,
  needs: ['nodes'],
  sources: [
    'https://kubernetes.io/docs/reference/node/node-status/#condition',
    'https://github.com/kubernetes/node-problem-detector',
  ],
  run({ nodes }) {
    const subjects = nodes.flatMap(node => {
      const bad = (node.status?.conditions ?? []).filter(
        ({ type = '', status }) => status === 'True' && !GOOD.test(type),
      );
      if (bad.length === 0) return [];
      const types = bad.map(({ type = '' }) => type);
      return [
        about('nodes', node, {
          state: types.includes('DiskPressure') ? 'fail' : 'warn',
          message: message(`${ID}.reports`, { node: node.metadata.name, conditions: types.join(', ') }),
          evidence: bad.map(({ type = '', reason = '', message: detail = '' }) =>
            field(`status.conditions[${type}]`, detail === '' ? `True ${reason}`.trim() : detail),
          ),
        }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
