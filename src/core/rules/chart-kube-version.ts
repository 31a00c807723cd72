/** A chart whose `kubeVersion` shuts the target out: Helm refuses to install or upgrade it there. */
import { CHART, isChartFile } from '../helm/chartFile';
import { stepsOf } from '../helm/branches';
import { clusterAt } from '../helm/cluster';
import { satisfies } from '../helm/semver';
import { defineRule, type Subject } from '../judge/rule';
import { message } from '../model/message';
import { isScalar } from '../yaml/parse';
import { scalarText } from '../yaml/view';

export default defineRule({
  id: 'chart-kube-version',
  triggers: [],
  mayApply: (_scan, _table, context) => isChartFile(context),
  *check(subject) {
    const { resource, context } = subject;
    if (resource.kind !== CHART) return;
    const node = resource.map.peek('kubeVersion')?.node;
    const range = node?.range;
    if (!isScalar(node) || !range) return;
    const constraint = scalarText(resource.document, node);
    const version =
      constraint === undefined ? undefined : stepsOf(subject).find(step => shutsOut(constraint, step, subject));
    if (constraint === undefined || version === undefined) return;
    const step = context.target.path.indexOf(version);
    yield {
      start: range[0],
      end: range[1],
      severity: 'warning',
      deprecated: false,
      message: message('helm.kubeVersion', { constraint, version, chart: resource.ref.name ?? '' }),
      step: step < 0 ? null : step,
    };
  },
  fix: () => ({ kind: 'manual', reason: message('helm.kubeVersion.fix') }),
  explain: () => ({ sources: ['https://helm.sh/docs/topics/charts/#the-kubeversion-field'] }),
});

/** No patch release of the minor is let in. */
function shutsOut(constraint: string, version: string, { context }: Subject): boolean {
  return clusterAt(version, context).versions.every(each => satisfies(each, constraint) === false);
}
