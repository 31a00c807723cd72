/** The ids of all rules, for whoever has to tell a rule from a slip of the pen. */
import { rules } from '../rules';

export const ruleIds: readonly string[] = rules.map(({ id }) => id);
