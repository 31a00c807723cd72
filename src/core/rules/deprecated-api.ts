/** The target version still serves this API, but deprecated: the API server answers with a warning. */
import { apiUses, fixApiUse, lifecycleOf, replacementOf, useInstead } from '../judge/api';
import { apiDraft, explainApi } from '../judge/apiWords';
import { defineRule } from '../judge/rule';

export default defineRule({
  id: 'deprecated-api',
  triggers: [],
  mayApply: (scan, table) => table.isSuspect(scan),
  *check(subject) {
    for (const use of apiUses(subject)) {
      if (use.verdict.state !== 'deprecated') continue;
      const choice = replacementOf(use, subject.context);
      yield apiDraft(use, subject, lifecycleOf(use, choice), useInstead(use, choice));
    }
  },
  fix: fixApiUse,
  explain: explainApi,
});
