/** What a rule is: triggers for the scanner, a check that gives findings, and the fix of one of them. */
import { type Context } from '../model/context';
import { type Finding, type FixMode, type Lifecycle, type Related, type Severity } from '../model/finding';
import { type Explanation, type Fix } from '../model/fix';
import { type Message } from '../model/message';
import { type Span } from '../model/text';
import { type Resource } from '../yaml/resources';
import { type ScanTable } from './scanTable';
import { type Scan } from '../yaml/scan';

/** What a rule says; the rest of a `Finding` follows from the rule and the resource. */
export interface Draft extends Span {
  readonly severity: Severity;
  readonly message: Message;
  readonly deprecated: boolean;
  readonly related?: readonly Related[] | undefined;
  readonly lifecycle?: Lifecycle;
  readonly step?: number | null;
}

/** Where a rule looks: one resource of a document, and the template actions that enclose the document. */
export interface Subject {
  readonly resource: Resource;
  readonly branch: readonly string[];
  /** Variables and named templates of a template's file that the document itself does not hold. */
  readonly given?: readonly string[] | undefined;
  readonly context: Context;
}

export interface Rule {
  readonly id: string;
  /**
   * Literal texts of at least four characters that begin with a letter or digit, matched at the beginning of a word: a
   * document that holds none of them is never parsed for this rule.
   */
  readonly triggers: readonly string[];
  /** Besides triggers: asks the scan itself whether the document may hold a finding. */
  mayApply?(scan: Scan, table: ScanTable, context: Context): boolean;
  check(subject: Subject): Iterable<Draft>;
  /** The fix of the finding at `span`; rules without one, and findings for which it is undefined, have nothing to edit. */
  fix?(subject: Subject, span: Span, mode: FixMode): Fix | undefined;
  /** What the hover adds to the finding's own words. */
  explain?(subject: Subject, finding: Finding): Partial<Explanation>;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

/** Page of a rule, the target of its code link. */
export function documentationOf(ruleId: string): string {
  return `https://github.com/kube-upgrade-readiness/kube-upgrade-readiness/blob/main/docs/rules/${ruleId}.md`;
}
