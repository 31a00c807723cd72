/** From a finding back to its rule and resource, for fixes and hovers asked for later. */
import { type Context } from '../model/context';
import { type DocumentSlice } from '../model/document';
import { type Finding } from '../model/finding';
import { rules } from '../rules';
import { parseSlice } from '../yaml/parse';
import { readResources } from '../yaml/resources';
import { type Rule, type Subject } from './rule';

/** Undefined when the finding is not one of this text. */
export function locate(
  slice: DocumentSlice,
  finding: Finding,
  context: Context,
): { rule: Rule; subject: Subject } | undefined {
  const rule = (rules as readonly Rule[]).find(each => each.id === finding.ruleId);
  const resource = readResources(parseSlice(slice)).find(
    each => each.map.node.range?.[0] === finding.resourceStart && each.kind === finding.resource.kind,
  );
  return rule && resource ? { rule, subject: { resource, branch: slice.branch, context } } : undefined;
}
