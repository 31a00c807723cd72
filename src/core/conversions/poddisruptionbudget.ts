/**
 * PodDisruptionBudget policy/v1beta1 → policy/v1: the same shape, but an empty selector now selects every pod.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#poddisruptionbudget-v125
 */
import { defineConversion } from '../convert/conversion';
import { message } from '../model/message';

export default defineConversion({
  id: 'poddisruptionbudget',
  kinds: ['PodDisruptionBudget'],
  from: ['policy/v1beta1', 'policy/v1alpha1'],
  to: ['policy/v1', 'policy/v1beta1'],
  changes: [message('change.emptySelector', { from: 'spec.selector' })],
  convert(c) {
    const spec = c.to === 'policy/v1' ? c.map(c.root, 'spec') : undefined;
    const selector = spec && c.map(spec, 'selector');
    if (!selector || !c.isEmpty(selector, 'matchLabels') || !c.isEmpty(selector, 'matchExpressions')) return;
    c.choiceReason = message('choice.emptySelector');
    c.choices.push(
      {
        id: 'none',
        title: message('choice.emptySelector.none'),
        apply: each => {
          const view = each.need(each.root, 'spec');
          const field = each.field(view, 'selector');
          if (field) each.edits.remove(view, field.pair);
        },
      },
      { id: 'all', title: message('choice.emptySelector.all'), apply: () => undefined },
    );
  },
});
