/** The frame that all rules on ECI annotations share: they are asked entry by entry. */
import { defineRule, type Rule, type Subject } from '../judge/rule';
import { type Severity } from '../model/finding';
import { type Explanation, type Fix } from '../model/fix';
import { message, type Message } from '../model/message';
import { describe } from './describe';
import { ECI_TRIGGERS } from './catalog';
import { type EciSites, eciSitesOf, type Entry } from './sites';

export interface Judgement {
  readonly severity: Severity;
  readonly message: Message;
}

export interface EciRule {
  readonly id: string;
  /** What is underlined. */
  readonly on: 'key' | 'value';
  judge(entry: Entry, sites: EciSites, subject: Subject): Judgement | undefined;
  fix?(entry: Entry, sites: EciSites, subject: Subject): Fix | undefined;
}

export function eciRule({ id, on, judge, fix }: EciRule): Rule {
  const spanOf = (entry: Entry) => (on === 'key' ? entry.keySpan : entry.valueSpan);
  const entryAt = (subject: Subject, start: number): { entry: Entry; sites: EciSites } | undefined => {
    const sites = eciSitesOf(subject);
    const entry = sites?.entries.find(each => spanOf(each).start === start && judge(each, sites, subject));
    return sites && entry && { entry, sites };
  };
  return defineRule({
    id,
    triggers: ECI_TRIGGERS,
    *check(subject) {
      const sites = eciSitesOf(subject);
      const told = new Set<number>();
      for (const entry of sites?.entries ?? []) {
        const span = spanOf(entry);
        // An anchored map is one text with several places.
        if (told.has(span.start)) continue;
        const judgement = judge(entry, sites!, subject);
        if (!judgement) continue;
        told.add(span.start);
        yield { ...span, ...judgement, deprecated: false };
      }
    },
    ...(fix && {
      fix(subject, span) {
        const found = entryAt(subject, span.start);
        return found ? fix(found.entry, found.sites, subject) : { kind: 'manual', reason: message('fix.stale') };
      },
    }),
    explain(subject, finding): Partial<Explanation> {
      const found = entryAt(subject, finding.start);
      if (!found?.entry.row) return {};
      const { title, rows, advice, sources } = describe(found.entry.row, found.sites.catalog);
      return { rows, advice: [title, ...advice], sources };
    },
  });
}
