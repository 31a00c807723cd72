/** Today's version does not serve this API: too new for it, or switched off by default. Silent while today's version is unknown. */
import { apiUses, lifecycleOf, replacementOf } from '../judge/api';
import { explainApi, unavailableDraft } from '../judge/apiWords';
import { defineRule } from '../judge/rule';

export default defineRule({
  id: 'unavailable-api',
  triggers: [],
  mayApply: (scan, table) => table.isSuspect(scan),
  *check(subject) {
    for (const use of apiUses(subject)) {
      if (use.verdict.state !== 'unavailable') continue;
      yield unavailableDraft(use, subject, lifecycleOf(use, replacementOf(use, subject.context)));
    }
  },
  explain: explainApi,
});
