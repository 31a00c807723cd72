/** The target version no longer serves this API: the API server refuses the manifest. */
import { apiUses, fixApiUse, lifecycleOf, replacementOf, useInstead } from '../judge/api';
import { apiDraft, explainApi } from '../judge/apiWords';
import { defineRule } from '../judge/rule';

export default defineRule({
  id: 'removed-api',
  triggers: [],
  mayApply: (scan, table) => table.isSuspect(scan),
  *check(subject) {
    for (const use of apiUses(subject)) {
      if (use.verdict.state !== 'removed' && use.verdict.state !== 'removal-expected') continue;
      const choice = replacementOf(use, subject.context);
      yield apiDraft(use, subject, lifecycleOf(use, choice), useInstead(use, choice));
    }
  },
  fix: fixApiUse,
  explain: explainApi,
});
