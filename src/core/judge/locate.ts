/** From a finding back to its rule and resource, for fixes and hovers asked for later. */
import { type Context } from '../model/context';
import { type DocumentSlice } from '../model/document';
import { type Finding } from '../model/finding';
import { rules } from '../rules';
import { type Rule, type Subject } from './rule';
import { subjectsOf } from './subjects';

/** Undefined when the finding is not one of this text. */
export function locate(
  slice: DocumentSlice,
  finding: Finding,
  context: Context,
): { rule: Rule; subject: Subject } | undefined {
  const rule = (rules as readonly Rule[]).find(each => each.id === finding.ruleId);
  const subject = subjectsOf(slice, context).find(
    ({ resource }) => resource.map.node.range?.[0] === finding.resourceStart && resource.kind === finding.resource.kind,
  );
  return rule && subject && { rule, subject };
}
