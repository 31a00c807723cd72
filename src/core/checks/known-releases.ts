/** Whether the data knows the target at all: beyond it nobody can say that nothing breaks. */
import { message } from '../model/message';
import { defineCheck, unknown } from '../readiness/define';
import { beyondData } from '../verdict/target';

const ID = 'check.known-releases';

export default defineCheck({
  id: 'known-releases',
  covers: ['VER-KB'],
  area: 'versions',
  phase: 'any',
  canBlock: true,
  needs: [],
  sources: ['https://kubernetes.io/releases/'],
  run({ target, catalog }) {
    if (!beyondData(target, catalog)) return {};
    const args = { target: target.version, newest: catalog.newest, asOf: catalog.asOf };
    return { ...unknown(message(`${ID}.beyond`, args)), remediation: message(`${ID}.fix`) };
  },
});
