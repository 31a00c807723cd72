/** Serving certificates without a SAN, as the API server counted them: from 1.23 on there is no way around it. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found, unknown } from '../readiness/define';
import { field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';

const ID = 'check.webhook-san';
const STRICT = '1.23';
const COMMAND = 'kubectl get --raw /metrics | grep x509_missing_san_total';

export default defineCheck({
  id: 'webhook-san',
  covers: ['WH-SAN'],
  area: 'admission',
  phase: 'control-plane',
  canBlock: true,
  needs: ['metrics'],
  sources: [
    'https://github.com/kubernetes/kubernetes/blob/v1.36.3/staging/src/k8s.io/apiserver/pkg/util/x509metrics/server_cert_deprecations.go',
  ],
  run({ metrics, target, current }) {
    const { webhooksMissingSan, aggregatorMissingSan } = metrics.values;
    if (webhooksMissingSan === null && aggregatorMissingSan === null) return unknown(message(`${ID}.noMetric`));
    const step = crossedAt(STRICT, target, current);
    const subjects: SubjectDraft[] = [];
    const look = (what: 'webhooks' | 'apiservices', count: number | null, metric: string): void => {
      if (count === null || count === 0) return;
      subjects.push({
        ...{ apiVersion: 'v1', kind: 'Metric', namespace: null, name: metric, step },
        state: step === null ? 'warn' : 'fail',
        message: message(`${ID}.${what}${step === null ? 'Now' : 'Then'}`, { count }),
        evidence: [field(metric, count)],
        commands: [COMMAND],
      });
    };
    look('webhooks', webhooksMissingSan, 'apiserver_webhooks_x509_missing_san_total');
    look('apiservices', aggregatorMissingSan, 'apiserver_kube_aggregator_x509_missing_san_total');
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
